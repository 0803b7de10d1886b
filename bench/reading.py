"""Requests to running servers: what they cost, and how long an answer takes."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from bench import cpu
from bench.cases import Case, bare
from bench.clock import Cost
from bench.servers import Server

OURS, ORDINARY, BARE, LARGE = "ours", "ordinary", "bare", "large"
_HUNDREDTHS = 100


class NotAlike(Exception):
    """The two sides of a case answer differently: comparing their costs would say nothing."""


@dataclass(slots=True)
class Side:
    """One server asked for some addresses in turn, and what was measured of it."""

    server: Server
    addresses: Sequence[str]
    turns: int
    costs: list[Cost] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    @property
    def cost(self) -> Cost:
        """The median of the rounds."""
        return Cost(
            statistics.median(one.app for one in self.costs),
            statistics.median(one.database or 0.0 for one in self.costs),
        )

    @property
    def slowest(self) -> float:
        """Milliseconds within which 99 of 100 answers came."""
        return statistics.quantiles(self.waits, n=_HUNDREDTHS)[-1]


@dataclass(frozen=True, slots=True)
class Measured:
    """A case and its sides, by name; `size` is the mean of our answers in bytes."""

    name: str
    sides: Mapping[str, Side]
    size: int

    def ratio(self, side: str, to: str = OURS) -> float | None:
        """Return how many times as much CPU one side took as another."""
        if side not in self.sides or to not in self.sides:
            return None
        return self.sides[side].cost.total / self.sides[to].cost.total


def measure_reading(
    cases: Sequence[Case],
    ours: Server,
    ordinary: Server,
    *,
    rounds: int,
    large: tuple[Sequence[Case], Server] | None = None,
) -> list[Measured]:
    """Return what every case cost. Raises NotAlike before anything is measured.

    All sides of all cases take turns, round by round, in an order that is reversed every other
    time; one round before the first is not counted.
    """
    sizes = [_require_alike(case, ours, ordinary) for case in cases]
    measured = [
        Measured(case.name, dict(_sides(case, ours, ordinary)), size)
        for case, size in zip(cases, sizes, strict=True)
    ]
    if large:
        for one, case in zip(measured, large[0], strict=True):
            if case.grows:
                one.sides[LARGE] = Side(large[1], case.ours, case.turns)  # type: ignore[index]
    order = [side for one in measured for side in one.sides.values()]
    for number in range(rounds + 1):
        for side in order:
            _ask(side, is_counted=number > 0)
        order.reverse()
    return measured


def _sides(case: Case, ours: Server, ordinary: Server) -> Iterator[tuple[str, Side]]:
    yield OURS, Side(ours, case.ours, case.turns)
    if case.ordinary:
        yield ORDINARY, Side(ordinary, case.ordinary, case.ordinary_turns)
    if case.name == "API: article":
        yield BARE, Side(ordinary, bare(case.ours), case.turns)


def _require_alike(case: Case, ours: Server, ordinary: Server) -> int:
    """Return the mean size of our answers."""
    answers = [ours.get(address) for address in case.ours]
    for mine, address, other in zip(answers, case.ours, case.ordinary, strict=False):
        if not case.alike(mine, ordinary.get(other)):
            message = f"{case.name}: {address} and {other} answer differently."
            raise NotAlike(message)
    return round(sum(map(len, answers)) / len(answers))


def _ask(side: Side, *, is_counted: bool) -> None:
    following = cycle(side.addresses)
    gc.collect()
    processes = side.server.processes()
    app, database = cpu.seconds(side.server.workers), cpu.seconds(processes)
    waits = []
    for _ in range(side.turns):
        started = time.perf_counter()
        side.server.get(next(following))
        waits.append((time.perf_counter() - started) * 1000)
    if is_counted:
        after = cpu.seconds(side.server.workers), cpu.seconds(side.server.processes())
        per_turn = 1000 / side.turns
        side.costs.append(
            Cost(cpu.spent(app, after[0]) * per_turn, cpu.spent(database, after[1]) * per_turn)
        )
        side.waits.extend(waits)
