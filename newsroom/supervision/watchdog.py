"""Tell whether jobs get done: not whether the processes say that they are alive.

A worker that lost its broker may live on, answer pings and do nothing. What counts is the age of
the last canary job that somebody finished, read from the database.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

PATIENCE = dt.timedelta(seconds=90)
"""Without progress for so long, something is deaf. Beat asks for a canary every 30 s."""

Age = Callable[[], dt.timedelta | None]
"""How long ago something happened, or None where it never did. May raise."""


class ProgressWatchdog:
    """Decides when the processes behind the jobs must be started anew."""

    def __init__(
        self,
        *,
        canary_age: Age,
        oldest_due_age: Age,
        patience: dt.timedelta = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take what to ask. The patience begins now: nobody can have finished anything yet."""
        self._canary_age = canary_age
        self._oldest_due_age = oldest_due_age
        self._patience = patience
        self._clock = clock
        self._since = clock()

    def complaint(self) -> str | None:
        """Return what is wrong, or None. After a complaint the patience begins anew.

        Raises what the questions raise: an unanswered question is no reason to restart anybody.
        """
        if self._clock() - self._since <= self._patience.total_seconds():
            return None
        canary, due = self._canary_age(), self._oldest_due_age()
        if canary is not None and canary <= self._patience:
            return None
        self._since = self._clock()
        return (
            f"no progress: the last canary job was done {_words(canary, 'ago')},"
            f" the oldest due job waits {_words(due, 'already')}"
        )


def _words(age: dt.timedelta | None, after: str) -> str:
    return "never" if age is None else f"{age.total_seconds():.0f} s {after}"
