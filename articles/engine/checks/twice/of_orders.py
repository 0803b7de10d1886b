"""Orders: "the shaft was closed in October 2022" and "they began digging in February 2023"."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from articles.engine.checks.happenings import (
    BREAK,
    IGNORED,
    PERSONAL,
    Hit,
    hits_in,
)
from articles.engine.checks.story import Sentence, Story
from articles.engine.checks.times import Period, period
from articles.engine.checks.twice.pair import Pair, Reader, Signs, Sort, paired
from articles.engine.data import vocabulary
from articles.engine.types import DateMention, Kind, Span

_DATA = vocabulary("sequences")
_PAIRS: Final = frozenset(pair for one in _DATA["orders"] for pair in combinations(one, 2))
_LIVING: Final = (PERSONAL | frozenset(_DATA["living"]["kinds"])) - frozenset(
    _DATA["after_death"]["kinds"]
)
_ON_PURPOSE: Final = re.compile(
    r"\b(?:" + "|".join(_DATA["on_purpose"]["words"]) + ")", re.IGNORECASE
)
_INDEFINITE: Final = re.compile(
    r"\b(?:an?|another|other|some|many)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE
)
_ACTORS: Final = frozenset({Kind.PERSON, Kind.ORG, Kind.PRODUCT, Kind.WORK, Kind.EVENT, Kind.LAW})
_NEAR_DAYS: Final = 150
_YEAR, _HALF_YEAR = 365, 182
_REACH: Final = 120
_AROUND: Final = 60
_MOST: Final = 80


@dataclass(frozen=True, slots=True)
class _Event:
    """What happened, with a date of its sentence that may be its own."""

    span: Span
    date: DateMention
    hit: Hit
    days: Period
    sentence: Sentence
    away: int
    is_cut: bool
    """A clause ends, or another date stands, between what happened and the date."""

    @property
    def has_year(self) -> bool:
        """Say whether the date tells its year."""
        return str(self.days.first.year) in self.date.text


def _pairs(story: Story) -> Iterator[Pair]:
    """Yield for each two dates the likeliest events that cannot have come in their order."""
    events = list(_events(story))[:_MOST]
    often = Counter(kind for one in events for kind in one.hit.kinds)
    best: dict[tuple[int, int], tuple[_Event, _Event]] = {}
    for one, other in combinations(events, 2):
        for first, second in ((one, other), (other, one)):
            if (
                _must_precede(first, second)
                and _is_late(first, second)
                and _may_be_one(story, first, second)
            ):
                key = one.date.start, other.date.start
                if key not in best or _away(first, second) < _away(*best[key]):
                    best[key] = first, second
    for first, second in best.values():
        yield from paired(story, Sort.ORDERS, first, second, often)


def _away(one: _Event, other: _Event) -> int:
    return one.away + other.away


def _events(story: Story) -> Iterator[_Event]:
    hits: dict[int, list[Hit]] = {}
    for date in story.dates[:_MOST]:
        days = period(date.iso)
        if days is None or not any(map(str.isdigit, date.text)):
            continue
        sentence = story.sentence(date)
        if sentence.start not in hits:
            hits[sentence.start] = hits_in(story, sentence)
        for hit in _nearest(hits[sentence.start], date):
            low, high = min(hit.end, date.end), max(hit.start, date.start)
            if high - low <= _REACH:
                is_cut = bool(BREAK.search(story.text, low, high) or story.dates_in(low, high))
                span = Span(min(hit.start, date.start), max(hit.end, date.end))
                yield _Event(span, date, hit, days, sentence, max(0, high - low), is_cut)


def _nearest(hits: list[Hit], date: DateMention) -> list[Hit]:
    """Return the words that stand nearest to a date: two before it, one after it."""
    before = [one for one in hits if one.start < date.start]
    after = [one for one in hits if one.start >= date.start]
    return [*before[-2:], *after[:1]]


def _must_precede(first: _Event, second: _Event) -> bool:
    """Say whether no event of the first kind comes after one of the second."""
    if any((one, other) in _PAIRS for one in second.hit.kinds for other in first.hit.kinds):
        return False
    return any(
        (one, other) in _PAIRS
        or (one != other == "death" and one in _LIVING)
        or (one == "birth" != other and other in PERSONAL)
        for one in first.hit.kinds
        for other in second.hit.kinds
    )


def _is_late(first: _Event, second: _Event) -> bool:
    """Say whether one event is dated after another; without years, not by so much that it is another year's."""
    gap = _gap(first, second)
    return gap > 0 and ((first.has_year and second.has_year) or gap <= _NEAR_DAYS)


def _may_be_one(story: Story, one: _Event, other: _Event) -> bool:
    """Say whether two events may have befallen one thing, and no word says that their order is meant."""
    if any(_is_on_purpose(story, each) for each in (one, other)):
        return False
    is_new = any(_is_indefinite(story, each) for each in (one, other))
    return not is_new or bool(_words(story, one) & _words(story, other))


def _gap(first: _Event, second: _Event) -> int:
    """Return by how many days the first is dated after the second; without years, in the nearest ones."""
    days = (first.days.first - second.days.last).days
    if (first.has_year and second.has_year) or abs(days) > _YEAR + _NEAR_DAYS:
        return days
    return (days + _HALF_YEAR) % _YEAR - _HALF_YEAR


def _signs(story: Story, pair: Pair) -> Signs:
    one, other = pair.told
    gap = max(_gap(one, other), _gap(other, one))
    names = _names(story, one), _names(story, other)
    kinds = one.hit.kinds | other.hit.kinds
    return {
        "constant": 1.0,
        "beside": sum(map(story.weight, _words(story, one) & _words(story, other))),
        "others": float(bool(names[0] and names[1] and not names[0] & names[1])),
        "away": math.log1p(one.away) + math.log1p(other.away),
        "cut": float(one.is_cut) + float(other.is_cut),
        "gap": math.log1p(gap),
        "near": float(gap <= _NEAR_DAYS),
        "told_years": float(one.has_year and other.has_year),
        "often": math.log1p(sum(pair.among[kind] for kind in kinds)),
        "dates": math.log1p(len(story.dates)),
        "distance": math.log1p(other.span.start - one.span.start),
        "person": float(not kinds.isdisjoint(PERSONAL)),
    }


def _around(one: _Event) -> tuple[int, int]:
    sentence = one.sentence
    return max(sentence.start, one.span.start - _AROUND), min(sentence.end, one.span.end + _AROUND)


def _words(story: Story, one: _Event) -> frozenset[str]:
    return story.stems(*_around(one)) - IGNORED


def _names(story: Story, one: _Event) -> set[str]:
    return {each.key for each in story.mentions_in(*_around(one)) if each.kind in _ACTORS}


def _is_indefinite(story: Story, one: _Event) -> bool:
    """Say whether it befell something that the sentence tells of for the first time: "a school opened"."""
    low = max(one.sentence.start, one.hit.start - _AROUND)
    return _INDEFINITE.search(story.text, low, one.hit.start) is not None


def _is_on_purpose(story: Story, one: _Event) -> bool:
    return _ON_PURPOSE.search(story.text, *_around(one)) is not None


ORDERS: Final = Reader(_pairs, _signs)
