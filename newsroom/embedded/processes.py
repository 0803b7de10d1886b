"""Which process is behind a pid file, and waiting for it to end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

_POLL = 0.02
_PROC = Path("/proc")


def first_number(path: Path) -> int | None:
    """Return the process id on the first line of a pid file, or None where there is none."""
    try:
        return int(path.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def is_running(pid: int, argument: Path) -> bool:
    """Tell whether the process lives and was started with this path among its arguments.

    The second half matters: after a crash or a reboot the id may belong to anybody. A process
    that has ended but was not collected yet (a zombie) has no arguments any more.
    """
    wanted = os.fspath(argument)
    if _PROC.is_dir():
        try:
            arguments = (_PROC / str(pid) / "cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return os.fsencode(wanted) in arguments
    listing = subprocess.run(
        ["ps", "-ww", "-o", "command=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return wanted in listing.stdout


def end(pid: int, argument: Path, *, sign: signal.Signals, seconds: float) -> bool:
    """Send the signal and wait; tell whether the process is gone. One already gone is fine."""
    if not is_running(pid, argument):
        return True
    try:
        os.kill(pid, sign)
    except ProcessLookupError:
        return True
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not is_running(pid, argument):
            return True
        time.sleep(_POLL)
    return False
