"""A day of the week that the calendar denies: "Tuesday, 12 March 2025" was a Wednesday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.checks.times import Period, period
from articles.engine.types import DateMention, Finding, Severity, Span

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {name[:3]: number for number, name in enumerate(_NAMES)}
# The Edmonton Sun and a Mr Fri are no days.
_NAME = (
    r"(?P<weekday>"
    + "|".join(_NAMES)
    + r"|(?:(?<=\bon )|(?<=[\n(])|(?<=, ))(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?=\.|,|\s\d))"
)
_BEFORE = re.compile(_NAME + r"(?:\.?,?\s(?:the\s)?|\s\()$")
_WITHIN = re.compile(_NAME + r"\b")
_AFTER = re.compile(r"(?:,?\s\(?|,\s)(?:(?:which\s)?(?:was|is|falls\son)\s)?an?\s" + _NAME + r"\b")
_LOOK = 24
_NEAR = dt.timedelta(days=120)


def check(story: Story) -> list[Finding]:
    """Return a finding for each day that is named with a weekday which it is not."""
    return [found for date in story.dates if (found := _finding(story, date))]


def _finding(story: Story, date: DateMention) -> Finding | None:
    day = _day(story, date)
    named = next(_named(story, date), None) if day else None
    if day is None or named is None:
        return None
    span, weekday = named
    if day.weekday() == weekday:
        return None
    message = (
        f"“{date.text}” is called a {_NAMES[weekday]}:"
        f" {day.day} {day:%B} {day.year} is a {_NAMES[day.weekday()]}."
    )
    others = [
        Span(other.start, other.end)
        for other in story.dates_of(date.iso)
        if any(each == day.weekday() for _, each in _named(story, other))
    ]
    spans = tuple(sorted({span, Span(date.start, date.end), *others[:1]}))
    return Finding(Code.WEEKDAY_DIFFERS, Severity.ERROR, message, spans)


def _day(story: Story, date: DateMention) -> dt.date | None:
    """Return the day, unless its year is only our guess and may be another."""
    days = period(date.iso)
    if days is None or not days.is_day or not any(sign.isdigit() for sign in date.text):
        return None
    told = str(days.first.year) in date.text
    return days.first if told or _is_news(story, days, date) else None


def _is_news(story: Story, days: Period, date: DateMention) -> bool:
    """Say whether a day without a year lies near the day of publication, in a passage about no other year."""
    if story.published is None or abs(days.first - story.published) > _NEAR:
        return False
    sentence = story.sentence(date)
    years = {iso[:4] for one in story.dates_in(sentence.start, sentence.end) if (iso := one.iso)}
    return years <= {str(days.first.year)}


def _named(story: Story, date: DateMention) -> Iterator[tuple[Span, int]]:
    """Yield the weekday that stands with a date: where it stands, and which it is."""
    low = max(0, date.start - _LOOK)
    for found in (
        _BEFORE.search(story.text, low, date.start),
        _WITHIN.search(story.text, date.start, date.end),
        _AFTER.match(story.text, date.end, date.end + _LOOK),
    ):
        if found:
            yield Span(*found.span("weekday")), _SHORT[found["weekday"][:3]]
