"""One newsroom at a time in a clone: a lock, and a note that says who runs and where."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from newsroom.embedded.processes import is_running

_PATIENCE = 30.0
_POLL = 0.1


class AlreadyRunningError(Exception):
    """Another process runs the newsroom of this clone; its screen is in `screen`."""

    def __init__(self, pid: int, screen: str) -> None:
        """Keep what the other one noted."""
        super().__init__(f"already running (process {pid})")
        self.pid = pid
        self.screen = screen


class RunNote:
    """What the running supervisor tells others: its id, its children's ids, its addresses."""

    def __init__(self, data: Path) -> None:
        """Take the data folder; nothing is written yet."""
        self._path = data / "run.json"
        self.lock = data / "run.lock"

    def write(self, *, children: Sequence[int], screen: str) -> None:
        """Note the state as it is now; a reader never sees half of it."""
        note = {"pid": os.getpid(), "children": list(children), "screen": screen}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(note))
        draft.replace(self._path)

    def read(self) -> tuple[int, list[int], str]:
        """Return process id, children's ids and screen; zero and nothing where none is noted."""
        try:
            note = json.loads(self._path.read_text())
            return int(note["pid"]), [int(pid) for pid in note["children"]], str(note["screen"])
        except (OSError, ValueError, KeyError):
            return 0, [], ""

    def remove(self) -> None:
        """Forget it."""
        self._path.unlink(missing_ok=True)


@contextmanager
def running_once(data: Path) -> Iterator[RunNote]:
    """Hold the clone's run lock; end what a killed supervisor left. Raises AlreadyRunningError."""
    data.mkdir(parents=True, exist_ok=True)
    note = RunNote(data)
    with note.lock.open("a") as lock:
        pid, children, screen = note.read()
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(pid, screen) from None
        _end_orphans(children)
        try:
            yield note
        finally:
            note.remove()


def stop_running(data: Path) -> bool:
    """Ask a running newsroom to stop and wait for it; tell whether there was one."""
    note = RunNote(data)
    pid = note.read()[0]
    if not note.lock.exists() or not pid:
        return False
    with note.lock.open("a") as lock:
        deadline = time.monotonic() + _PATIENCE
        asked = False
        while time.monotonic() < deadline:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if not asked:
                    os.kill(pid, signal.SIGTERM)
                    asked = True
                time.sleep(_POLL)
                continue
            return asked
    return asked


def _end_orphans(pids: Sequence[int]) -> None:
    """Kill the groups of children that outlived their supervisor; jobs survive that by design."""
    python = Path(sys.executable)
    for pid in pids:
        if is_running(pid, python):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)
