"""Two passages that could tell one thing, and what all sorts of them have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from articles.engine.checks.story import Story
from articles.engine.spans import Ranged

BODY: Final = "body"
MOST: Final = 60
"""So many passages of one sort are compared with each other: time must not grow with the square."""

Signs = dict[str, float]
_BESIDE: Final = 40
_NEAREST: Final = 2
_LEAST_DIGITS: Final = 2


class Sort(StrEnum):
    """What is told twice."""

    FIGURES = "figures"
    DAYS = "days"
    YEARS = "years"
    AGES = "ages"
    LENGTHS = "lengths"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Pair:
    """What two sentences tell, in text order, and the parts of the document they stand in.

    `among` is all that the text tells of the sort, where signs ask for it.
    """

    sort: Sort
    spans: tuple[Ranged, Ranged]
    parts: tuple[str, str]
    told: tuple[Any, Any]
    among: Any = ()

    @property
    def is_split(self) -> bool:
        """Say whether they stand in two parts."""
        return self.parts[0] != self.parts[1]


@dataclass(frozen=True, slots=True)
class Reader:
    """How the pairs of a sort are found, and what speaks for them and against them."""

    pairs: Callable[[Story], Iterator[Pair]]
    signs: Callable[[Story, Pair], Signs]


def paired(story: Story, sort: Sort, one: Any, other: Any, among: Any = ()) -> Iterator[Pair]:
    """Yield the pair of two tellings, each a range or with one as `span`, unless a sentence has both."""
    told = sorted((one, other), key=lambda each: span_of(each).start)
    spans = span_of(told[0]), span_of(told[1])
    first, second = (story.sentence(span) for span in spans)
    if first.start != second.start:
        yield Pair(sort, spans, (first.part, second.part), (told[0], told[1]), among)


def span_of(told: Any) -> Ranged:
    """Return where something is told."""
    found: Ranged = getattr(told, "span", told)
    return found


def in_common(story: Story, one: Ranged, other: Ranged) -> float:
    """Return how much two passages have in common: 1 for a word that stands nowhere else."""
    same = story.stems(one.start, one.end) & story.stems(other.start, other.end)
    return sum(story.weight(each) for each in same)


def in_common_before(story: Story, one: Ranged, other: Ranged) -> float:
    """Return how many of the words right before them both have."""
    return float(len(_before(story, one) & _before(story, other)))


def in_common_beside(story: Story, one: Ranged, other: Ranged) -> float:
    """Return how many of the words right before and right after them both have."""
    mine = _before(story, one) | _after(story, one)
    return float(len(mine & (_before(story, other) | _after(story, other))))


def are_swapped(one: str, other: str) -> bool:
    """Say whether two numbers have the same digits in another order."""
    return len(one) >= _LEAST_DIGITS and one != other and sorted(one) == sorted(other)


def differ_in_one(one: str, other: str) -> bool:
    """Say whether two numbers of the same length differ in one digit."""
    if len(one) != len(other) or len(one) < _LEAST_DIGITS:
        return False
    return sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _before(story: Story, place: Ranged) -> frozenset[str]:
    words = story.stem_list(max(0, place.start - _BESIDE), place.start)
    return frozenset(words[-_NEAREST:])


def _after(story: Story, place: Ranged) -> frozenset[str]:
    return frozenset(story.stem_list(place.end, place.end + _BESIDE)[:_NEAREST])
