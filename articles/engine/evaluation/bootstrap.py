"""Intervals by resampling texts: names of one text stand and fall together."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from articles.engine.evaluation.counts import Counts

RESAMPLES = 1000
_SEED = 20_251_106
_TAIL = 0.025


def interval(
    counts: Sequence[Counts],
    rate: Callable[[Counts], float | None],
    *,
    resamples: int = RESAMPLES,
) -> tuple[float, float] | None:
    """Return the 95 % interval of a rate over texts; the same for the same counts, always.

    None where the rate cannot be said, or where there is only one text.
    """
    if len(counts) < 2 or rate(_sum(counts)) is None:  # noqa: PLR2004 - nothing to resample
        return None
    chance = random.Random(_SEED)  # noqa: S311 - resampling keeps no secret
    columns = [
        [getattr(one, name) for one in counts] for name in ("correct", "found", "recalled", "gold")
    ]
    rates = []
    for _ in range(resamples):
        picks = chance.choices(range(len(counts)), k=len(counts))
        sums = [sum(map(column.__getitem__, picks)) for column in columns]
        drawn = rate(Counts(*sums))
        if drawn is not None:
            rates.append(drawn)
    rates.sort()
    low = rates[int(_TAIL * len(rates))]
    high = rates[min(len(rates) - 1, int((1 - _TAIL) * len(rates)))]
    return low, high


def _sum(counts: Sequence[Counts]) -> Counts:
    return sum(counts, Counts())
