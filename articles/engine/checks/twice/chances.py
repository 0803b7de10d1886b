"""How likely two passages are one thing told twice: signs, weighed by a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from articles.engine.checks.story import Story
from articles.engine.checks.twice.of_ages import AGES
from articles.engine.checks.twice.of_dates import DAYS, YEARS
from articles.engine.checks.twice.of_figures import FIGURES
from articles.engine.checks.twice.of_lengths import LENGTHS
from articles.engine.checks.twice.of_orders import ORDERS
from articles.engine.checks.twice.pair import Pair, Reader, Signs, Sort
from articles.engine.data import vocabulary

_READERS: Final[Mapping[Sort, Reader]] = {
    Sort.FIGURES: FIGURES,
    Sort.DAYS: DAYS,
    Sort.YEARS: YEARS,
    Sort.AGES: AGES,
    Sort.LENGTHS: LENGTHS,
    Sort.ORDERS: ORDERS,
}
_WEIGHTS: dict[str, dict[str, float]] = vocabulary("twice")["weights"]
_CERTAIN = 50.0


def pairs(story: Story) -> Iterator[Pair]:
    """Yield all pairs of passages that could be one thing told twice."""
    for reader in _READERS.values():
        yield from reader.pairs(story)


def signs(story: Story, pair: Pair) -> Signs:
    """Return what speaks for it and against it, by the names of the weights of its sort."""
    return _READERS[pair.sort].signs(story, pair)


def chance(story: Story, pair: Pair) -> float:
    """Return the probability, 0 to 1, that the pair is one thing told twice."""
    weights = _WEIGHTS[pair.sort]
    total = sum(weights[name] * value for name, value in signs(story, pair).items())
    return 1.0 / (1.0 + math.exp(-max(-_CERTAIN, min(_CERTAIN, total))))
