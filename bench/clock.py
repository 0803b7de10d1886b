"""CPU time, of this process and of the PostgreSQL process that serves it. Never wall time."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from django.db import connection

Side = TypeVar("Side", bound=Hashable)
Work = Callable[[], object]
"""One turn of one side of a case: what a request, an article or a text costs."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU milliseconds of one turn. `database` is None where nobody can tell."""

    app: float
    database: float | None

    @property
    def total(self) -> float:
        """Return the sum of what is known."""
        return self.app + (self.database or 0.0)

    def shared_by(self, number: int) -> Cost:
        """Return the part of each where so many were done in one turn."""
        database = None if self.database is None else self.database / number
        return Cost(self.app / number, database)


def costs(sides: Mapping[Side, Work], *, rounds: int, turns: int) -> dict[Side, Cost]:
    """Return the median cost of a turn of every side, over `rounds` rounds of `turns` turns each.

    The sides take turns round by round, and the order is reversed every other round, so that what
    the machine does meanwhile meets them all. One round before the first is not counted.
    """
    samples: dict[Side, list[Cost]] = {name: [] for name in sides}
    order = list(sides)
    for number in range(rounds + 1):
        for name in order:
            sample = _sample(sides[name], turns)
            if number:
                samples[name].append(sample)
        order.reverse()
    return {name: _median(found) for name, found in samples.items()}


def _sample(work: Work, turns: int) -> Cost:
    gc.collect()
    database = _database_seconds()
    app = time.process_time()
    for _ in range(turns):
        work()
    app = time.process_time() - app
    after = _database_seconds()
    known = database is not None and after is not None
    return Cost(app * 1000 / turns, (after - database) * 1000 / turns if known else None)


def _median(samples: Sequence[Cost]) -> Cost:
    database = [one.database for one in samples if one.database is not None]
    return Cost(
        statistics.median(one.app for one in samples),
        statistics.median(database) if len(database) == len(samples) else None,
    )


def _database_seconds() -> float | None:
    """Return the CPU time of our server process so far; None on another machine or system.

    The kernel counts nanoseconds on the CPU first in /proc/<pid>/schedstat (proc(5) and the
    kernel's sched-stats.rst).
    """
    connection.ensure_connection()
    server = connection.connection.info
    if not server.host.startswith("/"):
        return None
    try:
        text = Path(f"/proc/{server.backend_pid}/schedstat").read_text()
    except OSError:
        return None
    return int(text.split()[0]) / 1e9
