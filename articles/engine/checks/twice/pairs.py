"""The pairs of passages that could be one thing told twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Any, Final

from articles.engine.checks.story import Story
from articles.engine.types import DateMention, Figure

BODY: Final = "body"
_MOST: Final = 60
"""So many passages of one unit are compared with each other: time must not grow with the square."""

_FARTHEST_VALUES: Final = Decimal("3.5")
_FARTHEST_DAYS: Final = 50
_FARTHEST_YEARS: Final = 33
_DAY, _YEAR = len("2025-03-11"), len("2025")


class Sort(StrEnum):
    """What is told twice."""

    FIGURES = "figures"
    DAYS = "days"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages of one sort in two sentences, in text order, and the parts they stand in."""

    sort: Sort
    spans: tuple[Figure, Figure] | tuple[DateMention, DateMention]
    parts: tuple[str, str]


def pairs(story: Story) -> Iterator[Pair]:
    """Yield the pairs that differ, and not by so much that nobody could mix them up."""
    figures = [one for one in story.figures if one.value > 0 and one.kind not in {"age", "time"}]
    for group in _grouped((_unit(one), one) for one in figures):
        yield from _apart(story, Sort.FIGURES, combinations(group, 2))
    dates = [one for one in story.dates if any(map(str.isdigit, one.text))]
    days = [one for one in dates if _is_day(one.iso)]
    yield from _apart(story, Sort.DAYS, combinations(days[:_MOST], 2))
    years = [one for one in dates if len(one.iso) == _YEAR and one.iso.isdecimal()]
    yield from _apart(story, Sort.YEARS, combinations(years[:_MOST], 2))


def _apart(
    story: Story,
    sort: Sort,
    both: Iterable[tuple[Figure, Figure]] | Iterable[tuple[DateMention, DateMention]],
) -> Iterator[Pair]:
    for spans in both:
        if _DIFFER[sort](*spans):
            one, other = (story.sentence(span) for span in spans)
            if one.start != other.start:
                yield Pair(sort, spans, (one.part, other.part))


def _unit(figure: Figure) -> tuple[str, str, str]:
    """Return what must be alike: counts of whatever are compared, dollars are not with euros."""
    return figure.kind, "" if figure.kind == "count" else figure.unit, figure.per or ""


def _grouped(items: Iterable[tuple[tuple[str, str, str], Figure]]) -> Iterator[list[Figure]]:
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for unit, figure in items:
        groups[unit].append(figure)
    return (group[:_MOST] for group in groups.values())


def _values_differ(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.value, other.value))
    return low < high <= _FARTHEST_VALUES * low


def _days_differ(one: DateMention, other: DateMention) -> bool:
    first, second = dt.date.fromisoformat(one.iso), dt.date.fromisoformat(other.iso)
    return first.year == second.year and 0 < abs((first - second).days) <= _FARTHEST_DAYS


def _years_differ(one: DateMention, other: DateMention) -> bool:
    return 0 < abs(int(one.iso) - int(other.iso)) <= _FARTHEST_YEARS


def _is_day(iso: str) -> bool:
    try:
        return len(iso) == _DAY and bool(dt.date.fromisoformat(iso))
    except ValueError:
        return False


_DIFFER: Final[Mapping[Sort, Callable[[Any, Any], bool]]] = {
    Sort.FIGURES: _values_differ,
    Sort.DAYS: _days_differ,
    Sort.YEARS: _years_differ,
}
