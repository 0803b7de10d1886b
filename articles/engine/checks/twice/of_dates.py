"""Dates: one event on two days of a year, or in two years."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from articles.engine.checks.happenings import happenings
from articles.engine.checks.story import Story
from articles.engine.checks.twice.pair import (
    MOST,
    Pair,
    Reader,
    Signs,
    Sort,
    are_swapped,
    in_common,
    in_common_before,
    paired,
)
from articles.engine.types import DateMention

_FARTHEST_DAYS: Final = 50
_FARTHEST_YEARS: Final = 33
_FEW_YEARS: Final = 3
_YEAR, _MONTH, _DAY = len("2025"), len("2025-03"), len("2025-03-11")
_WRITTEN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _days(story: Story) -> Iterator[Pair]:
    """Yield the days of one year, written with digits, that are not far apart."""
    days = [one for one in story.dates if any(map(str.isdigit, one.text)) and _is_day(one.iso)]
    kinds = {one.date: one.kinds for one in happenings(story)} if len(days) > 1 else {}
    for one, other in combinations(days[:MOST], 2):
        first, second = dt.date.fromisoformat(one.iso), dt.date.fromisoformat(other.iso)
        if first.year == second.year and 0 < abs((first - second).days) <= _FARTHEST_DAYS:
            yield from paired(story, Sort.DAYS, one, other, kinds)


def _years(story: Story) -> Iterator[Pair]:
    """Yield the dates of two years that are written out, each as precise as it may be."""
    dates = [one for one in story.dates if _WRITTEN_YEAR.search(one.text)]
    told = [one for one in dates if "/" not in one.iso and one.iso[:_YEAR].isdecimal()]
    for one, other in combinations(told[:MOST], 2):
        if 0 < abs(_year(one) - _year(other)) <= _FARTHEST_YEARS:
            yield from paired(story, Sort.YEARS, one, other, dates)


def _of_days(story: Story, pair: Pair) -> Signs:
    one, other = (each.iso for each in pair.told)
    today = story.published.isoformat() if story.published else ""
    gap = dt.date.fromisoformat(one) - dt.date.fromisoformat(other)
    kinds = [pair.among.get(each, frozenset()) for each in pair.told]
    return {
        **_shared(story, pair),
        "dates": math.log1p(len(story.dates)),
        "today": float(today in {one, other}),
        "future": float(bool(today) and (one > today) != (other > today)),
        "gap": math.log1p(abs(gap.days)),
        "swapped": float(are_swapped(one[-2:], other[-2:])),
        "kind": float(not kinds[0].isdisjoint(kinds[1])),
    }


def _of_years(story: Story, pair: Pair) -> Signs:
    one, other = (each.iso for each in pair.told)
    years = _year(pair.told[0]), _year(pair.told[1])
    today = story.published.year if story.published else 0
    is_whole = len(one) == len(other) == _DAY
    return {
        **_shared(story, pair),
        "dates": math.log1p(len(pair.among)),
        "swapped": float(are_swapped(one[:_YEAR], other[:_YEAR])),
        "few": float(abs(years[0] - years[1]) <= _FEW_YEARS),
        "same_day": float(is_whole and one[_YEAR:] == other[_YEAR:]),
        "same_month": float(len(one) >= _MONTH and one[_YEAR:_MONTH] == other[_YEAR:_MONTH]),
        "this_year": float(today in years),
        "echoed": sum(_is_echoed(each, pair.among) for each in pair.told),
    }


def _shared(story: Story, pair: Pair) -> Signs:
    one, other = pair.told
    return {
        "constant": 1.0,
        "sentence": in_common(story, story.sentence(one), story.sentence(other)),
        "clause": in_common(story, story.clause(one), story.clause(other)),
        "before": in_common_before(story, one, other),
        "distance": math.log1p(other.start - one.start),
    }


def _is_echoed(date: DateMention, among: Sequence[DateMention]) -> float:
    """Return 1 where another of the dates has the same year."""
    year = date.iso[:_YEAR]
    return float(any(each is not date and each.iso[:_YEAR] == year for each in among[:MOST]))


def _year(date: DateMention) -> int:
    return int(date.iso[:_YEAR])


def _is_day(iso: str) -> bool:
    try:
        return len(iso) == _DAY and bool(dt.date.fromisoformat(iso))
    except ValueError:
        return False


DAYS: Final = Reader(_days, _of_days)
YEARS: Final = Reader(_years, _of_years)
