"""A length of time against its two end points: "from 2019 to 2022, five years"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.engine.checks.codes import Code
from articles.engine.checks.numerals import NUMERAL, value_of
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.types import DateMention, Finding, Severity, Span

_DURATION = re.compile(
    rf"\b(?P<count>{NUMERAL})[- ](?P<unit>year|month|week|day)(?:s|-long)?\b"
    r"(?![- ]old\b|\s(?:ago|later|earlier|before|after|since)\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"\b(?P<count>{NUMERAL})\s(?P<unit>year|month|week|day)s?\s(?:later|after\sthat|afterwards)\b",
    re.IGNORECASE,
)
_THEN = re.compile(r",?\s(?:in|on)\s(?:early\s|late\s)?")
_NEXT = 30
_OPENS = re.compile(r"\b(?:from|between)\s(?:the\s)?(?:early\s|late\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s(?:to|until|till|through|and)\s|\s?[-–—]\s?)(?:the\s)?(?:end\sof\s)?")
_TWO_YEARS = re.compile(r"\d{4}\D+\d{2,4}$")
_BESIDE = re.compile(r",?\s(?:(?:a|an|for|or|over|in|some|the)\s){0,2}$|,\s(?:[\w’'-]+\s){0,4}$")
_MOST = 100
_DAYS = {"week": 7, "day": 1}


@dataclass(frozen=True, slots=True)
class _Interval:
    """A time with both ends told, and how exactly: in years, months or days."""

    span: Span
    first: Period
    last: Period


@dataclass(frozen=True, slots=True)
class _Duration:
    span: Span
    count: int
    unit: str


def check(story: Story) -> list[Finding]:
    """Return the lengths of time that their own end points deny."""
    told = list(intervals(story))[:_MOST]
    durations = list(_durations(story))[:_MOST] if told else []
    found = []
    for one in durations:
        interval = _beside(story, one, told)
        if interval and not _agree(one, interval):
            found.append(_finding(story, one, interval))
    return [*found, *_later(story)]


def _later(story: Story) -> Iterator[Finding]:
    """Compare "in 2010 … five years later, in 2017" with its two dates."""
    for found in islice(_LATER.finditer(story.text), _MOST):
        span, count = Span(*found.span()), value_of(found["count"])
        sentence = story.sentence(span)
        after = next(iter(story.dates_in(span.end, min(sentence.end, span.end + _NEXT))), None)
        before = story.dates_in(story.paragraph_before(span.start), span.start)
        interval = _between(before[-1], after) if before and after else None
        one = _Duration(span, count or 0, found["unit"])
        direct = after and _THEN.fullmatch(story.text[span.end : after.start])
        if count and interval and direct and not _agree(one, interval):
            yield _finding(story, one, interval)


def _between(first: DateMention, last: DateMention) -> _Interval | None:
    start, end = period(first.iso), period(last.iso)
    told = all(any(map(str.isdigit, date.text)) for date in (first, last))
    if start and end and told and start.last < end.first:
        return _Interval(Span(first.start, last.end), start, end)
    return None


def intervals(story: Story) -> Iterator[_Interval]:
    """Yield the times whose two ends stand together: "from 2019 to 2022"."""
    for number, date in enumerate(story.dates):
        if _TWO_YEARS.search(date.text) and "/" in date.iso:
            first, _, last = date.iso.partition("/")
            yield from _interval(Span(date.start, date.end), period(first), period(last))
        following = story.dates[number + 1] if number + 1 < len(story.dates) else None
        if following and _opens(story, date, following):
            span = Span(date.start, following.end)
            yield from _interval(span, period(date.iso), period(following.iso))


def _interval(span: Span, first: Period | None, last: Period | None) -> Iterator[_Interval]:
    if first and last and first.first < last.first:
        yield _Interval(span, first, last)


def _opens(story: Story, date: DateMention, following: DateMention) -> bool:
    between = story.text[date.end : following.start]
    low = max(0, date.start - len("between the early "))
    return bool(_BETWEEN.fullmatch(between) and _OPENS.search(story.text, low, date.start))


def _durations(story: Story) -> Iterator[_Duration]:
    for found in _DURATION.finditer(story.text):
        count, unit = value_of(found["count"]), found["unit"].lower()
        if count and (count, unit) != (1, "day"):
            yield _Duration(Span(*found.span()), count, unit)


def _beside(story: Story, one: _Duration, intervals: list[_Interval]) -> _Interval | None:
    """Return the end points that stand with the duration: "from 2019 to 2022, five years"."""
    sentence = story.sentence(one.span)
    for interval in intervals:
        if not sentence.start <= interval.span.start < sentence.end:
            continue
        if interval.span.end <= one.span.start:
            if _BESIDE.fullmatch(story.text, interval.span.end, one.span.start):
                return interval
        elif re.fullmatch(
            r",?\s\(?(?:from|between)\s", story.text[one.span.end : interval.span.start]
        ):
            return interval
    return None


def _agree(one: _Duration, interval: _Interval) -> bool:
    """Say whether the end points allow the duration, counted with or without the last, or rounded."""
    shortest, longest = (
        _days(interval.first.last, interval.last.first),
        _days(interval.first.first, interval.last.last) + 1,
    )
    if one.unit in _DAYS:
        if not (interval.first.is_day and interval.last.is_day):
            return True
        length = _DAYS[one.unit]
        return (shortest - length // 2) // length <= one.count <= -(-longest // length)
    months = 12 if one.unit == "year" else 1
    least, most = shortest / 30.44 / months, longest / 30.44 / months
    return least - 0.75 <= one.count <= most + 0.6


def _days(first: dt.date, last: dt.date) -> int:
    return (last - first).days


def _finding(story: Story, one: _Duration, interval: _Interval) -> Finding:
    duration = story.text[one.span.start : one.span.end]
    ends = story.text[interval.span.start : interval.span.end]
    message = f"“{duration}” does not fit the end points “{ends}”."
    return Finding(
        Code.DURATION_DIFFERS, Severity.ERROR, message, tuple(sorted((one.span, interval.span)))
    )
