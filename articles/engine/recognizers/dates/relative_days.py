"""Days counted from the day on which the text was written: "yesterday", "next Monday"."""

from __future__ import annotations

import datetime as dt

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.holidays import Holiday
from articles.engine.recognizers.dates.months import monday_of
from articles.engine.recognizers.dates.values import DAY, DAYS_OF_WEEK, LAST_DAY, WEEK, Calendar

RELATIVE = Layer()

_NEAREST = frozenset(("past", "coming", "upcoming", "forthcoming"))
_FARTHEST = 420
_THIS_WEEK = ("", "W", 1)


@RELATIVE.rule("date", "day:day_word")
def counted_day(said: Said, context: Context) -> Calendar:
    """Read "yesterday"."""
    return Calendar.of(context.today + said["day"] * DAY)


@RELATIVE.rule("date", "the unit:unit side:before/after day:day_word")
def day_beside(said: Said, context: Context) -> Calendar | None:
    """Read "the day before yesterday"."""
    if said["unit"] != ("", "D", 1):
        return None
    step = -1 if said.has("side", "before") else 1
    return Calendar.of(context.today + (said["day"] + step) * DAY)


@RELATIVE.rule("date", "the unit:unit side:before/after (?!x|the|date)", loose=True)
def day_beside_today(said: Said, context: Context) -> Calendar | None:
    """Read "the day before"."""
    if said["unit"] != ("", "D", 1):
        return None
    return Calendar.of(context.today + (-1 if said.has("side", "before") else 1) * DAY)


@RELATIVE.rule("date", "this:shift? shift:SHIFT day:WEEKDAY")
def shifted_weekday(said: Said, context: Context) -> Calendar | None:
    """Read "last Tuesday", "next Monday", "this Friday"; who means tomorrow does not say "next"."""
    if context.is_news and said.has("shift", "undefined"):
        return None
    shift, today = said["shift"], context.today
    is_next_one = context.word(said.token("shift")) in _NEAREST or said["this"] == 0
    if shift == 0 or not (context.is_news or is_next_one):
        return Calendar.of(monday_of(today) + shift * WEEK + said["day"] * DAY)
    ahead = (said["day"] - today.weekday()) % DAYS_OF_WEEK
    days = ahead or DAYS_OF_WEEK if shift > 0 else ahead - DAYS_OF_WEEK
    if abs(days) == 1 and not is_next_one:
        days += shift * DAYS_OF_WEEK
    return Calendar.of(today + days * DAY)


@RELATIVE.rule(
    "date",
    "shift:SHIFT (day:WEEKDAY comma?)? date:date",
    "shift:SHIFT day:WEEKDAY dash? open? date:date close?",
)
def shifted_date(said: Said, context: Context) -> Calendar | None:
    """Read "next 6 April", "this Friday, June 15", "last Easter"."""
    date, shift = said["date"], said["shift"]
    if isinstance(date, Holiday):
        return _shifted_holiday(date, shift, context.today)
    if date.month is None or date.day is None:
        return None
    if date.year or context.is_news:
        return Calendar(date.year, date.month, date.day)
    year = context.today.year + (0 if said.token("day") else max(shift, 0))
    return Calendar(year, date.month, date.day)


def _shifted_holiday(holiday: Holiday, shift: int, today: dt.date) -> Calendar:
    days = [holiday.on(today.year + step) for step in (-1, 0, 1, 2)]
    if shift > 0:
        return Calendar.of(next(day for day in days if day > today))
    if shift < 0:
        return Calendar.of(next(day for day in reversed(days) if day < today))
    return Calendar.of(days[1])


@RELATIVE.rule(
    "date",
    "WEEKDAY (comma dash?|dash|the|comma the)? date:date",
    "WEEKDAY open date:date close",
    "date:date open? WEEKDAY close?",
)
def weekday_beside_date(said: Said, _context: Context) -> Calendar | None:
    """Read "Tuesday, 11 March 2025"; the date says which day it is."""
    date = said["date"]
    return date if isinstance(date, Calendar) and date.day else None


@RELATIVE.rule(
    "date",
    "shift:SHIFT unit:unit (on|dash|comma)? day:WEEKDAY",
    "day:WEEKDAY (of|comma)? the? shift:SHIFT unit:unit",
)
def weekday_of_week(said: Said, context: Context) -> Calendar | None:
    """Read "next week on Tuesday", "Monday of last week"."""
    if said["unit"] != _THIS_WEEK:
        return None
    return Calendar.of(monday_of(context.today) + said["shift"] * WEEK + said["day"] * DAY)


@RELATIVE.rule(
    "date", "day:WEEKDAY (comma? the)? number:ordinal/small (?!unit|meridiem|dash|slash|MONTH)"
)
def weekday_with_number(said: Said, context: Context) -> Calendar | None:
    """Read "Monday the 27th": the nearest such day."""
    number = said["number"]
    if not 1 <= number <= LAST_DAY or (context.is_news and not _is_day_of_month(said, context)):
        return None
    for step in range(_FARTHEST):
        for day in (context.today + step * DAY, context.today - step * DAY):
            if day.day == number and day.weekday() == said["day"]:
                return Calendar.of(day)
    return None


def _is_day_of_month(said: Said, context: Context) -> bool:
    """Say whether an ordinal behind a weekday is a day: not in "on Friday, the third win"."""
    counts = said.after is not None and said.after.is_a("x")
    return said.has("number", "ordinal") and not counts and "," not in context.said(said)
