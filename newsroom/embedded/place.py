"""Where a clone keeps what its servers need, who owns it, and where their sockets are.

An ordinary user's servers keep their files in the clone's data folder. Root's servers run as an
account that may not be able to reach the clone, so theirs lie under the system's state folder,
and the data folder notes where. Sockets lie in a short path under /tmp: a socket's path may be
about a hundred characters long, a clone's path may be longer.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.embedded.account import Account, service_account
from newsroom.embedded.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator

SYSTEM_STATE = Path("/var/lib/newsroom")
SHORT_TEMPORARY = Path("/tmp")  # noqa: S108  never TMPDIR: every process must find the same sockets
_CLONE = Path(__file__).resolve().parent.parent.parent
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one set of servers."""

    data: Path
    """The clone's own folder for what is not in git: locks, logs, secrets."""
    state: Path
    """The servers' files."""
    sockets: Path
    account: Account

    def prepare(self) -> None:
        """Make the folders, private to the account.

        Raises ServiceError where one of them cannot be made or belongs to somebody else.
        """
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            self.state.mkdir(parents=True, exist_ok=True)
            self.account.own(self.state, mode=_PRIVATE)
            if self.account.is_other:
                self.write(self.state / "clone", f"{self.data}\n")
            self._prepare_sockets()
        except OSError as error:
            message = (
                f"The embedded services cannot keep their files: {error}."
                " Make the folder writable, or set DATABASE_URL and REDIS_URL."
            )
            raise ServiceError(message) from error

    def write(self, path: Path, text: str) -> None:
        """Write a file that the account may read and nobody else."""
        path.write_text(text)
        self.account.own(path, mode=0o600)

    def remove(self) -> None:
        """Remove the servers' files and sockets. The servers must have ended."""
        shutil.rmtree(self.sockets, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)
        _note(self.data).unlink(missing_ok=True)

    def _prepare_sockets(self) -> None:
        try:
            self.sockets.mkdir(mode=_PRIVATE)
            self.account.own(self.sockets, mode=_PRIVATE)
        except FileExistsError:
            found = self.sockets.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.account.uid:
                message = f"{self.sockets} belongs to somebody else. Remove it and start again."
                raise ServiceError(message) from None
            self.account.own(self.sockets, mode=_PRIVATE)


def data_folder() -> Path:
    """Return the folder for all that is not in git: NEWSROOM_DATA_DIR, or `.data` in the clone."""
    return Path(os.environ.get("NEWSROOM_DATA_DIR") or _CLONE / ".data").absolute()


def find_place(data: Path) -> Place:
    """Return the place that belongs to a data folder. Only root's first call writes: its note."""
    account = service_account()
    state = _state_of_root(data) if account.is_other else data / "services"
    return _place(data, state, account)


def earlier_places(place: Place) -> list[Place]:
    """Return what data folders that once lay at this one's path left in the system's state folder.

    Their servers may still run. Their files may belong to a clone that was moved, and stay.
    """
    if not place.account.is_other or not SYSTEM_STATE.is_dir():
        return []
    return [
        _place(place.data, note.parent, place.account)
        for note in SYSTEM_STATE.glob("*/clone")
        if note.parent != place.state and note.read_text().strip() == str(place.data)
    ]


@contextmanager
def temporary_place() -> Iterator[Place]:
    """Lend a place for servers that will be thrown away. The caller stops them before it ends."""
    account = service_account()
    with tempfile.TemporaryDirectory(prefix="newsroom-", dir=SHORT_TEMPORARY) as folder:
        state = Path(folder)
        account.own(state, mode=_PRIVATE)
        place = _place(state, state / "services", account)
        place.prepare()
        try:
            yield place
        finally:
            place.remove()


def _place(data: Path, state: Path, account: Account) -> Place:
    name = hashlib.sha256(os.fsencode(state)).hexdigest()[:12]
    return Place(
        data=data, state=state, sockets=SHORT_TEMPORARY / f"newsroom-{name}", account=account
    )


def _state_of_root(data: Path) -> Path:
    """Return the state folder noted in the data folder; note a new one where there is none.

    The name is random: a new clone at the path of an old one must not find the old one's data,
    and a clone that was moved must find its own.
    """
    note = _note(data)
    if note.exists() and _is_lent_to_another(Path(note.read_text().strip()), data):
        note.unlink(missing_ok=True)
    if not note.exists():
        _note_new_state(data)
    return Path(note.read_text().strip())


def _note_new_state(data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)
    candidate = data / f"state_folder.{os.getpid()}"
    candidate.write_text(f"{SYSTEM_STATE / secrets.token_hex(6)}\n")
    with suppress(FileExistsError):  # the first of several starters wins, and its note is whole
        os.link(candidate, _note(data))
    candidate.unlink()


def _is_lent_to_another(state: Path, data: Path) -> bool:
    """Tell whether this data folder is a copy: the one that the state names still claims it."""
    try:
        owner = Path((state / "clone").read_text().strip())
        return owner != data and _note(owner).read_text() == _note(data).read_text()
    except OSError:
        return False


def _note(data: Path) -> Path:
    return data / "state_folder"
