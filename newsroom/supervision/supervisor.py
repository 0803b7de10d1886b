"""Keep processes running: restart what ends, ever more slowly; stop all of them in order."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from newsroom.supervision.child import Child

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
HEALTHY_AFTER = 30.0
"""A process that ran this long begins again with the first pause."""
_LINES_SHOWN = 8
_SHOW_AGAIN = 10  # a crash loop says why at its first turn and at every tenth

Say = Callable[[str], None]


@dataclass(slots=True)
class _Watched:
    child: Child
    started_at: float = 0.0
    ends_in_a_row: int = 0
    next_start: float | None = math.inf  # None: it was started, and is watched


class Supervisor:
    """Children in the order in which they start; they stop in the reverse order."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        say: Say,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the children; `say` gets a line for each thing that went wrong."""
        self._watched = [_Watched(child) for child in children]
        self._say = say
        self._clock = clock

    def start(self, names: Collection[str] | None = None) -> None:
        """Start the named children, or all that were not started yet."""
        for watched in self._watched:
            wanted = names is None or watched.child.command.name in names
            if wanted and watched.next_start == math.inf:
                self._start(watched)

    def look_after(self) -> None:
        """See who ended, and start again whose pause is over. Call it a few times a second."""
        for watched in self._watched:
            if watched.next_start is None:
                if not watched.child.is_running():
                    self._note_end(watched)
            elif self._clock() >= watched.next_start:
                self._start(watched)

    def restart(self, names: Collection[str]) -> None:
        """End the named children, by force where they do not listen, and start them again."""
        chosen = [watched for watched in self._watched if watched.child.command.name in names]
        self._end([watched.child for watched in chosen])
        for watched in chosen:
            self._start(watched)

    def worst(self) -> int:
        """Return how often in a row the least lucky child ended soon after its start."""
        return max((watched.ends_in_a_row for watched in self._watched), default=0)

    def pids(self) -> list[int]:
        """Return the ids of the children that run."""
        children = [watched.child for watched in self._watched]
        return [child.pid for child in children if child.pid and child.is_running()]

    def stop(self) -> None:
        """Stop every child, each within its grace; a second Ctrl-C ends the rest at once."""
        children = [watched.child for watched in reversed(self._watched)]
        try:
            self._end(children)
        finally:
            for child in children:
                child.sweep()

    def _end(self, children: Sequence[Child]) -> None:
        for child in children:
            child.terminate()
        began = time.monotonic()
        for child in children:
            if not child.wait(until=began + child.command.grace):
                self._say(f"{child.command.name} does not stop; it is killed.")
            child.sweep()

    def _start(self, watched: _Watched) -> None:
        watched.next_start = None
        watched.started_at = self._clock()
        watched.child.start()

    def _note_end(self, watched: _Watched) -> None:
        child, lived = watched.child, self._clock() - watched.started_at
        child.sweep()
        watched.ends_in_a_row = 1 if lived > HEALTHY_AFTER else watched.ends_in_a_row + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (watched.ends_in_a_row - 1))
        watched.next_start = self._clock() + pause
        self._say(
            f"{child.command.name} ended ({_reason(child.exit_status())}) after {lived:.1f} s,"
            f" {watched.ends_in_a_row} in a row; it starts again in {pause:.1f} s."
        )
        if watched.ends_in_a_row % _SHOW_AGAIN == 1:
            for line in child.last_lines(_LINES_SHOWN):
                self._say(f"  {child.command.name} | {line}")


def _reason(status: int | None) -> str:
    if status is not None and status < 0:
        return f"signal {-status}"
    return f"status {status}"
