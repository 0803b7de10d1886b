"""Stretches of time whose two ends a text tells, or whose beginning where they still go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from articles.engine.checks.durations import intervals
from articles.engine.checks.happenings import Happening, happenings
from articles.engine.checks.stems import stem
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period
from articles.engine.data import vocabulary
from articles.engine.types import Span

_WORDS = vocabulary("lengths")["words"]
_BEGINNINGS = frozenset(_WORDS["beginnings"])
_ENDS = frozenset(_WORDS["ends"])
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time with its ends; `stems` and `names` say of what, `is_open` that it runs to this day."""

    span: Span
    first: Period
    last: Period
    stems: frozenset[str]
    names: frozenset[str]
    is_open: bool = False

    @property
    def shortest(self) -> int:
        """Return the least number of days between the ends."""
        return (self.last.first - self.first.last).days

    @property
    def longest(self) -> int:
        """Return the greatest number of days between the ends, both counted."""
        return (self.last.last - self.first.first).days + 1


def stretches(story: Story) -> list[Stretch]:
    """Return the stretches of a text: those with both ends first."""
    told = happenings(story)
    closed = [
        Stretch(one.span, one.first, one.last, *_around(story, one.span))
        for one in intervals(story)
    ]
    closed += _from_end_to_end(story, told)
    return [*closed, *_open(story, told)]


def _from_end_to_end(story: Story, told: list[Happening]) -> Iterator[Stretch]:
    """Yield "began in March … ended in June" where one sentence, or one thing, has both."""
    starts = [one for one in told if one.kinds & _BEGINNINGS]
    ends = [one for one in told if one.kinds & _ENDS]
    for start, end in product(starts[:20], ends[:20]):
        if start.date == end.date or start.days.last > end.days.first:
            continue
        is_same = story.sentence(start.date) == story.sentence(end.date)
        if is_same and 0 < end.span.start - start.span.end < _AROUND:
            span = Span(start.span.start, end.span.end)
            yield Stretch(span, start.days, end.days, *_around(story, span))


def _open(story: Story, told: list[Happening]) -> Iterator[Stretch]:
    if story.published is None:
        return
    today = Period(story.published, story.published)
    for one in told:
        begins = one.kinds & _BEGINNINGS and (one.is_state or "closing" not in one.kinds)
        if begins and one.days.last <= story.published:
            stems, names = _around(story, one.span)
            kinds = frozenset(stem(kind) for kind in one.kinds)
            yield Stretch(one.span, one.days, today, stems | kinds, names, is_open=True)


def _around(story: Story, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    sentence = story.sentence(span)
    low, high = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    return story.stems(low, high), story.names(sentence.start, sentence.end)
