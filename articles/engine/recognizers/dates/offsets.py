"""Moments at a distance: "two weeks ago", "in 5 minutes", "three weeks after Easter"."""

from __future__ import annotations

from dataclasses import replace

from articles.engine.recognizers.dates.arithmetic import add, later
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.placing import first_day
from articles.engine.recognizers.dates.running import Period, stretch_of
from articles.engine.recognizers.dates.values import (
    DAY,
    DAYS_OF_WEEK,
    Bound,
    Calendar,
    Grain,
    Instant,
    Length,
    Range,
    Stretch,
)

OFFSETS = Layer()

_MOST = 999


@OFFSETS.rule("offset", "length:length ago", "in? length:length from now")
def from_now(said: Said, context: Context) -> Period | Instant | None:
    """Read "two weeks ago", "3 days from now"."""
    sign = 1 if context.said(said).endswith("now") else -1
    if context.is_news:
        return _in_news(said["length"], sign, context)
    return _exactly(said["length"], sign, context)


@OFFSETS.rule("offset", "length:length side:later/earlier/hence", "in length:length", loose=True)
def from_some_day(said: Said, context: Context) -> Calendar | Instant:
    """Read "in 5 minutes", "30 minutes later": in news from a day that only the reader knows."""
    return _exactly(said["length"], -1 if said.has("side", "earlier") else 1, context)


def _in_news(length: Length, sign: int, context: Context) -> Period | None:
    """Return the day, week, month or year that lies so far off, as precise as it is counted."""
    (letter, count), *smaller = length.counts
    if smaller or length.is_of_clock or count != int(count) or count > _MOST or letter == "BD":
        return None
    return stretch_of(("", letter, 1), sign * int(count), context)


def _exactly(length: Length, sign: int, context: Context) -> Calendar | Instant:
    moment = add(context.now, length, sign)
    return Instant(moment) if length.is_of_clock else Calendar.of(moment.date())


@OFFSETS.rule(
    "offset",
    "length:length side:from/after/before date:date/period",
    "in? length:length side:since/after date:date/period",
)
def from_date(said: Said, context: Context) -> Calendar | None:
    """Read "two days after 6 May", "three weeks from tomorrow", "2 weeks before Christmas"."""
    if context.is_news and not _counts_from_day(said, context):
        return None
    start = first_day(said["date"], context if context.is_news else replace(context, direction=1))
    if start is None or said["length"].is_of_clock:
        return None
    return Calendar.of(later(start, said["length"], -1 if said.has("side", "before") else 1))


def _counts_from_day(said: Said, context: Context) -> bool:
    """Say whether a length counts from a day: not in "two trains a week from January"."""
    date = said["date"]
    is_day = isinstance(date, Calendar) and date.grain is Grain.DAY
    is_rate = context.said(said).startswith(("a ", "an "))
    return is_day and not is_rate and not said.has("side", "since")


@OFFSETS.rule(
    "offset",
    "within (the? shift)? length:length",
    "within the shift one:unit and length:length",
    loose=True,
)
def within(said: Said, context: Context) -> Range | Stretch:
    """Read "within 9 months"."""
    end = add(context.now, said["length"])
    if said.token("one"):
        end += DAY
    if said["length"].is_of_clock:
        return Range(Instant(context.now), Instant(end))
    return Stretch(context.today, end.date())


@OFFSETS.rule(
    "bound", "way:more/less than length:length side:after/before/from date:date", loose=True
)
def beyond(said: Said, context: Context) -> Bound | Stretch | None:
    """Read "more than 2 weeks before today"."""
    start = first_day(said["date"], context)
    if start is None:
        return None
    is_before = said.has("side", "before")
    end = later(start, said["length"], -1 if is_before else 1)
    if said.has("way", "less"):
        return Stretch(min(start, end), max(start, end))
    return Bound("before" if is_before else "after", Calendar.of(end))


@OFFSETS.rule(
    "date",
    "day:WEEKDAY comma? (in|the)? length:length (from now|side:from/after/before date:date)",
    "(in|the)? length:length (from now|side:from/after/before date:date)? on day:WEEKDAY",
    loose=True,
)
def weekday_at_distance(said: Said, context: Context) -> Calendar | None:
    """Read "Monday two weeks from now": the Monday of that week, whose first day is Sunday."""
    ahead = replace(context, direction=1)
    start = first_day(said["date"], ahead) if said["date"] else context.today
    if start is None:
        return None
    found = later(start, said["length"], -1 if said.has("side", "before") else 1)
    if said["length"].counts[0][0] in ("M", "Y"):
        return Calendar.of(found + (said["day"] - found.weekday()) % DAYS_OF_WEEK * DAY)
    sunday = found - (found.weekday() + 1) % DAYS_OF_WEEK * DAY
    return Calendar.of(sunday + (said["day"] + 1) % DAYS_OF_WEEK * DAY)
