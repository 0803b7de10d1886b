"""CPU time of other processes, all threads together, to the nanosecond."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

_PAGE = 4096
_SCHEDULED = 2  # CPUCLOCK_SCHED of the kernel's posix-timers: what the scheduler counted


def seconds(pids: Iterable[int]) -> dict[int, float]:
    """Return the CPU seconds of each of these processes that lives: user and system, since its start."""
    found = {}
    for pid in pids:
        try:
            found[pid] = time.clock_gettime((~pid << 3) | _SCHEDULED)
        except OSError:  # it has ended
            continue
    return found


def spent(before: dict[int, float], after: dict[int, float]) -> float:
    """Return what they took between two readings; one that is new began at nothing."""
    return sum(now - before.get(pid, 0.0) for pid, now in after.items())


def megabytes(pids: Iterable[int]) -> float:
    """Return the memory that these processes hold, in megabytes."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids)
    return pages * _PAGE / 1e6


def children(pid: int) -> list[int]:
    """Return the processes that this one started (proc(5))."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
