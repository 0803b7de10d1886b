"""What the person in front of `make run` sees: steps, problems, addresses; the rest is in logs."""

from __future__ import annotations

import sys
import time
from pathlib import Path


class Screen:
    """Writes to the terminal, and problems to the supervisor's own log as well."""

    def __init__(self, *, log: Path) -> None:
        """Begin the clock."""
        self._log = log
        self._began = self._last = time.monotonic()

    def elapsed(self) -> float:
        """Return the seconds since the beginning."""
        return time.monotonic() - self._began

    def show(self, text: str) -> None:
        """Write a line, at once."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    def step(self, name: str, what: str) -> None:
        """Say that a step is done, and how long it took."""
        now = time.monotonic()
        self.show(f"  {name:<10} {what:<44} {now - self._last:5.1f} s")
        self._last = now

    def problem(self, text: str) -> None:
        """Say what went wrong; it stays in the log."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a") as log:
            log.write(f"{stamp} {text}\n")
        self.show(f"  ! {text}")
