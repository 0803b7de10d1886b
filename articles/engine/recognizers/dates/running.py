"""The unit of time that runs on the day of the text, and those before and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from articles.engine.recognizers.dates.arithmetic import add
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.months import monday_of, month_from, week_from, years
from articles.engine.recognizers.dates.values import (
    DAY,
    DECADE,
    WEEK,
    Calendar,
    Grain,
    Instant,
    Length,
    Range,
    Stretch,
    Unit,
)

Period = Calendar | Stretch

_SATURDAY = 5


def stretch_of(unit: Unit, shift: int, context: Context) -> Period | None:
    """Return the unit of time that runs (0), the one before (-1) or the one after (1)."""
    prefix, letter, size = unit
    if prefix:
        return None
    if context.is_news and (letter, size) == ("Y", DECADE) and shift:
        return _rolling(context.today, shift * size)
    return _MAKERS[letter](context.today, shift, size)


def clock_unit(unit: Unit, shift: int, context: Context) -> Range | None:
    """Return the hour or minute before (-1) or after (1) this moment."""
    prefix, letter, _ = unit
    if not prefix or not shift:
        return None
    other = add(context.now, Length(((prefix + letter, Decimal(1)),)), shift)
    first, last = sorted((context.now, other))
    return Range(Instant(first), Instant(last))


def working_week(shift: int, context: Context) -> Stretch:
    """Return the days from Monday to Friday of a week."""
    week = _weeks(context.today, shift, 1)
    return replace(week, end=week.start + _SATURDAY * DAY, grain=Grain.INTERVAL)


def aligned(letter: str, count: int, shift: int, today: dt.date) -> Stretch | None:
    """Return so many quarters (M) or decades (Y) before or after the one that runs."""
    if letter == "M":
        first = month_from(today, -((today.month - 1) % 3))
        start = month_from(first, 3 if shift > 0 else -count)
        return Stretch(start, month_from(start, count))
    first_year = today.year // DECADE * DECADE
    return years(first_year + (DECADE if shift > 0 else -count), count, Grain.INTERVAL)


def _day(today: dt.date, shift: int, _size: int) -> Calendar:
    return Calendar.of(today + shift * DAY)


def _weeks(today: dt.date, shift: int, size: int) -> Stretch:
    start = monday_of(today) + shift * size * WEEK
    return week_from(start) if size == 1 else Stretch(start, start + size * WEEK)


def _weekend(today: dt.date, shift: int, _size: int) -> Stretch:
    week = _weeks(today, shift, 1)
    return Stretch(week.start + _SATURDAY * DAY, week.end, Grain.WEEKEND, timex=f"{week.timex}-WE")


def _months(today: dt.date, shift: int, size: int) -> Calendar:
    first = month_from(today, -((today.month - 1) % size) + shift * size)
    return Calendar(first.year, first.month, months=size)


def _years(today: dt.date, shift: int, size: int) -> Period | None:
    if size == 1:
        return Calendar(dt.date(today.year + shift, 1, 1).year)
    first = today.year // size * size + shift * size
    return years(first, size, Grain.DECADE if size == DECADE else Grain.CENTURY)


def _rolling(today: dt.date, count: int) -> Stretch:
    """Return the decade up to this year, or from it: "the past decade"."""
    first, last = sorted((today.year, today.year + count))
    start, end = dt.date(first, 1, 1), dt.date(last + 1, 1, 1)
    return Stretch(start, end, Grain.DECADE, iso=f"{first:04}/{last:04}")


_MAKERS: dict[str, Callable[[dt.date, int, int], Period | None]] = {
    "D": _day,
    "W": _weeks,
    "WE": _weekend,
    "M": _months,
    "Y": _years,
}
