"""Stretches of time whose two ends a text tells, or whose beginning where they may still go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from articles.engine.checks.durations import intervals
from articles.engine.checks.happenings import Happening, happenings
from articles.engine.checks.lengths import OF_TIME
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.data import vocabulary
from articles.engine.spans import Ranged
from articles.engine.types import DateMention, Span

_WORDS = vocabulary("lengths")["words"]
_BEGINNINGS = frozenset(_WORDS["beginnings"])
_ENDS = frozenset(_WORDS["ends"])
_BEGINS = re.compile(r"\b(?:" + "|".join(_WORDS["begins"]) + r")\b[^.;]{0,25}$", re.IGNORECASE)
_SHORTEST_OPEN = 25
_AROUND = 80
_BEFORE = 60
_MOST = 60
_MOST_ENDS = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time with its ends; `stems` and `names` say of what."""

    span: Span
    first: Period
    last: Period
    stems: frozenset[str]
    names: frozenset[str]
    is_open: bool = False
    """It may run to this day."""

    begins: bool = False
    """The words beside the date say that something begins."""

    is_apart: bool = False
    """Its ends are told in two places."""

    @property
    def shortest(self) -> int:
        """Return the least number of days between the ends."""
        return (self.last.first - self.first.last).days

    @property
    def longest(self) -> int:
        """Return the greatest number of days between the ends, both counted."""
        return (self.last.last - self.first.first).days + 1


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with what is said to happen then."""

    date: DateMention
    days: Period
    told: Happening | None
    begins: bool

    @property
    def span(self) -> Span:
        return self.told.span if self.told else Span(self.date.start, self.date.end)

    @property
    def ends(self) -> bool:
        return self.told is not None and not self.told.kinds.isdisjoint(_ENDS)


def stretches(story: Story) -> list[Stretch]:
    """Return the stretches of a text: those whose ends stand together first."""
    closed = [
        Stretch(one.span, one.first, one.last, *_around(story, one.span))
        for one in intervals(story)
    ]
    dated = list(_dated(story))
    return [*closed[:_MOST], *_from_end_to_end(story, dated), *_open(story, dated)]


def _dated(story: Story) -> Iterator[_Dated]:
    told = {one.date: one for one in happenings(story)}
    for date in story.dates[:_MOST]:
        days = period(date.iso)
        if days is not None and any(map(str.isdigit, date.text)):
            one = told.get(date)
            begins = one is not None and not one.kinds.isdisjoint(_BEGINNINGS)
            low = max(story.sentence(date).start, date.start - _BEFORE)
            begins = begins or _BEGINS.search(story.text, low, date.start) is not None
            yield _Dated(date, days, one, begins)


def _from_end_to_end(story: Story, dated: list[_Dated]) -> Iterator[Stretch]:
    """Yield the times from what begins somewhere in the text to what ends somewhere else."""
    starts = [one for one in dated if one.begins][:_MOST_ENDS]
    ends = [one for one in dated if one.ends][:_MOST_ENDS]
    for start, end in product(starts, ends):
        if start.days.last < end.days.first:
            (stems, names), (more, others) = (_around(story, one.span) for one in (start, end))
            said = stems | more, names | others
            yield Stretch(start.span, start.days, end.days, *said, begins=True, is_apart=True)


def _open(story: Story, dated: list[_Dated]) -> Iterator[Stretch]:
    if story.published is None:
        return
    today = Period(story.published, story.published)
    for one in dated:
        if (story.published - one.days.last).days > _SHORTEST_OPEN:
            said = _around(story, one.span)
            yield Stretch(one.span, one.days, today, *said, is_open=True, begins=one.begins)


def _around(story: Story, span: Ranged) -> tuple[frozenset[str], frozenset[str]]:
    sentence = story.sentence(span)
    low, high = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    return story.stems(low, high) - OF_TIME, story.actors(span)
