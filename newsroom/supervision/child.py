"""One process under supervision: started in a group of its own, and ended with all of its group."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_LEASH = Path(__file__).with_name("leash.py")
_CLONE = Path(__file__).resolve().parent.parent.parent
_LARGEST_LOG = 5 * 1024 * 1024
_LAST_BYTES = 8192


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, under which name, and how long it may take to stop."""

    name: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    grace: float = 5.0


class Child:
    """A command, and the process that runs it at the moment."""

    def __init__(self, command: Command, *, logs: Path | None = None) -> None:
        """Take the command; nothing runs yet. Without a folder for logs it speaks to the screen."""
        self.command = command
        self.log = logs / f"{command.name}.log" if logs else None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, which is its group's id too."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start the process with its output in its log. Raises OSError."""
        output = self._open_log()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", _LEASH, str(os.getpid()), *self.command.arguments],
                cwd=_CLONE,
                env={**os.environ, **self.command.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        finally:
            if output is not None:
                os.close(output)

    def exit_status(self) -> int | None:
        """Return how it ended: negative for a signal; None while it runs or never ran."""
        return self._process.poll() if self._process else None

    def is_running(self) -> bool:
        """Tell whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def terminate(self) -> None:
        """Ask it to stop. Only its first process is asked: that one knows how to stop the rest."""
        if self.is_running() and self._process:
            self._process.terminate()

    def wait(self, *, until: float) -> bool:
        """Wait until a moment of the monotonic clock; tell whether it has ended."""
        if self._process is None:
            return True
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=max(0.0, until - time.monotonic()))
        return not self.is_running()

    def sweep(self) -> None:
        """Kill whatever is left of its group, itself included."""
        if self._process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def last_lines(self, count: int) -> list[str]:
        """Return the end of its log."""
        if self.log is None or not self.log.exists():
            return []
        with self.log.open("rb") as file:
            file.seek(max(0, self.log.stat().st_size - _LAST_BYTES))
            return file.read().decode(errors="replace").splitlines()[-count:]

    def _open_log(self) -> int | None:
        if self.log is None:
            return None
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        return os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
