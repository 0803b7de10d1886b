"""Figures: "214 stalls" and "the 241 stalls"."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from articles.engine.checks.story import Story
from articles.engine.checks.twice.pair import (
    BODY,
    MOST,
    Pair,
    Reader,
    Signs,
    Sort,
    are_swapped,
    differ_in_one,
    in_common,
    in_common_beside,
    paired,
)
from articles.engine.types import Figure

_FARTHEST: Final = Decimal("3.5")


@dataclass(frozen=True, slots=True)
class _Others:
    """How many figures have a unit, and the sentences that give a value, by where they begin."""

    units: Counter[tuple[str, str]]
    values: dict[tuple[Decimal, str], set[int]]

    @classmethod
    def of(cls, story: Story) -> _Others:
        """Look at all figures of the text once."""
        values: dict[tuple[Decimal, str], set[int]] = defaultdict(set)
        for one in story.figures:
            values[one.value, one.kind].add(story.sentence(one).start)
        return cls(Counter((one.kind, one.unit) for one in story.figures), values)

    def echo(self, figure: Figure) -> bool:
        """Say whether another sentence gives the same value."""
        return len(self.values[figure.value, figure.kind]) > 1


def _pairs(story: Story) -> Iterator[Pair]:
    """Yield the figures of one unit that differ, and not by so much that nobody could mix them up."""
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    among = _Others.of(story)
    for figure in story.figures:
        if figure.value > 0 and figure.kind not in {"age", "time"}:
            groups[_unit(figure)].append(figure)
    for group in groups.values():
        for one, other in combinations(group[:MOST], 2):
            low, high = sorted((one.value, other.value))
            if low < high <= _FARTHEST * low:
                yield from paired(story, Sort.FIGURES, one, other, among)


def _unit(figure: Figure) -> tuple[str, str, str]:
    """Return what must be alike: counts of whatever are compared, dollars are not with euros."""
    return figure.kind, "" if figure.kind == "count" else figure.unit, figure.per or ""


def _signs(story: Story, pair: Pair) -> Signs:
    one, other = pair.told
    outside = [each for each, part in zip(pair.told, pair.parts, strict=True) if part != BODY]
    digits = _digits(one.value), _digits(other.value)
    return {
        "constant": 1.0,
        "sentence": in_common(story, story.sentence(one), story.sentence(other)),
        "clause": in_common(story, story.clause(one), story.clause(other)),
        "beside": in_common_beside(story, one, other),
        "distance": math.log1p(other.start - one.start),
        "split": float(pair.is_split),
        "outside": float(bool(outside)),
        "echoed": float(pair.is_split and any(map(pair.among.echo, outside))),
        "swapped": float(are_swapped(*digits)),
        "one_digit": float(differ_in_one(*digits)),
        "unit": float(bool(one.unit) and one.unit == other.unit),
        "ratio": abs(math.log(one.value / other.value)),
        "rivals": math.log1p(pair.among.units[one.kind, one.unit]),
        "sentences": math.log1p(len(story.sentences)),
    }


def _digits(value: Decimal) -> str:
    """Return the digits that say something: those of 214,000 are 214."""
    return "".join(filter(str.isdigit, f"{value.normalize():f}")).strip("0")


FIGURES: Final = Reader(_pairs, _signs)
