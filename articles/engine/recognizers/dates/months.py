"""Days, months, quarters, years and decades in numbers."""

from __future__ import annotations

import datetime as dt

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.values import (
    CENTURY,
    DECADE,
    MONTHS_OF_YEAR,
    Calendar,
    Grain,
    Stretch,
)

FIRST_YEAR, LAST_YEAR = 1000, 2999
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_UNDATED_YEAR = 2020


def day(number: int, month: int, year: int | None) -> Calendar | None:
    """Return a day of the calendar, or None where there is none ("31 February")."""
    if not (1 <= month <= MONTHS_OF_YEAR and 1 <= number <= _LONGEST[month - 1]):
        return None
    if year is not None:
        try:
            dt.date(year, month, number)
        except ValueError:
            return None
    return Calendar(year, month, number)


def quarter(year: int | None, months: int, number: int) -> Calendar | None:
    """Return the nth stretch of so many months of a year."""
    if not 1 <= number <= MONTHS_OF_YEAR // months:
        return None
    return Calendar(year, (number - 1) * months + 1, months=months)


def years(first: int, count: int, grain: Grain) -> Stretch | None:
    """Return so many years from the first on. The 19th century is 1801 to 1900 in ISO 8601."""
    if not 1 <= first <= LAST_YEAR - count:
        return None
    shift = grain is Grain.CENTURY
    iso = f"{first + shift:04}/{first + count - 1 + shift:04}"
    return Stretch(dt.date(first, 1, 1), dt.date(first + count, 1, 1), grain, iso=iso)


def full_year(short: int, context: Context) -> int:
    """Return the year that two digits mean: up to ten years ahead, or else in the century before."""
    if short >= CENTURY:
        return short
    today = context.written.year if context.written else _UNDATED_YEAR
    year = today - today % CENTURY + short
    return year if year <= today + DECADE else year - CENTURY


def month_from(date: dt.date, shift: int) -> dt.date:
    """Return the first day of the month so many months later."""
    year, month = divmod(date.year * MONTHS_OF_YEAR + date.month - 1 + shift, MONTHS_OF_YEAR)
    return dt.date(year, month + 1, 1)


def week_from(monday: dt.date) -> Stretch:
    """Return the week that begins on a Monday."""
    year, week, _ = monday.isocalendar()
    end = monday + dt.timedelta(weeks=1)
    return Stretch(monday, end, Grain.WEEK, timex=f"{year:04}-W{week:02}")


def monday_of(date: dt.date) -> dt.date:
    """Return the Monday of a day's week."""
    return date - dt.timedelta(days=date.weekday())
