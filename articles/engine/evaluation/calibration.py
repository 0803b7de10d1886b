"""Whether a score means what it says: 0.9, that nine in ten are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.engine.evaluation.names import at, gold_places
from articles.engine.evaluation.texts import Judged

_BINS = 10
RECALL = 0.6
"""What of the names must at least be shown when precision is asked for."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The score of a name that was found, and whether the name is right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The proposals whose scores lie between two tenths."""

    low: float
    high: float
    count: int
    mean_score: float
    precision: float


@dataclass(frozen=True, slots=True)
class Point:
    """What showing only proposals with at least this score gives."""

    threshold: float
    precision: float
    recall: float


def proposals(texts: Iterable[Judged], types: frozenset[str]) -> tuple[list[Proposal], int]:
    """Return the proposals of some types, and how many names there are; right means strictly."""
    found: list[Proposal] = []
    gold = 0
    for one in texts:
        there = gold_places(one, types)
        gold += len(there)
        best: dict[tuple[int, int, str], float] = {}
        for mention in one.found.extraction.mentions:
            place = at(one, mention, types)
            if place:
                best[place] = max(best.get(place, 0.0), mention.score)
        found += [Proposal(score, place in there) for place, score in best.items()]
    return found, gold


def table(found: Sequence[Proposal]) -> list[Bin]:
    """Return the precision of each tenth of the scores that has proposals."""
    bins: dict[int, list[Proposal]] = {}
    for one in found:
        bins.setdefault(min(int(one.score * _BINS), _BINS - 1), []).append(one)
    return [
        Bin(
            low=number / _BINS,
            high=(number + 1) / _BINS,
            count=len(those),
            mean_score=sum(one.score for one in those) / len(those),
            precision=sum(one.right for one in those) / len(those),
        )
        for number, those in sorted(bins.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return how far scores and precision lie apart, on average over the proposals."""
    count = sum(one.count for one in bins)
    distance = sum(one.count * abs(one.mean_score - one.precision) for one in bins)
    return distance / count if count else 0.0


def best_point(found: Sequence[Proposal], gold: int, *, recall: float = RECALL) -> Point | None:
    """Return the threshold of the best precision that still shows this much; None if none does."""
    best: Point | None = None
    right = 0
    ordered = sorted(found, key=lambda one: -one.score)
    for shown, one in enumerate(ordered, 1):
        right += one.right
        is_last = shown == len(ordered) or ordered[shown].score < one.score
        if is_last and gold and right / gold >= recall:
            point = Point(one.score, right / shown, right / gold)
            best = point if best is None or point.precision > best.precision else best
    return best
