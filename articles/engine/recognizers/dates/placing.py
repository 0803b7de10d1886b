"""When a date is: what is left out is taken from the day on which the text was written."""

from __future__ import annotations

import datetime as dt

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.holidays import Holiday
from articles.engine.recognizers.dates.values import (
    DAY,
    DAYS_OF_WEEK,
    MONTHS_OF_YEAR,
    WEEK,
    Calendar,
    Edge,
    Grain,
    Stretch,
)

_FARTHEST_LEAP_YEAR = 8
_LEAP_DAY = (2, 29)
# How much farther a day seems that lies on the other side than the verb says, or ahead with no verb to say so.
_WRONG_WAY, _WRONG_WAY_MONTH, _UNTOLD, _UNTOLD_WEEKDAY = 8, 16, 2, 4


def placed(value: object, context: Context, after: dt.date | None = None) -> Stretch | None:
    """Return the days of a date or period, or None where nothing says when it is.

    A year that is not written is the one that lies nearest to the day of the text or, in the second
    half of a range, the first one after its beginning.
    """
    if isinstance(value, Stretch):
        return value
    try:
        if isinstance(value, Edge):
            return _edge(value, context, after)
        if isinstance(value, Holiday):
            return _holiday(value, context, after)
        return _calendar(value, context, after) if isinstance(value, Calendar) else None
    except (ValueError, OverflowError):  # nobody knows from when, or Python counts no such year
        return None


def first_day(value: object, context: Context) -> dt.date | None:
    """Return the first day of a date or period."""
    found = placed(value, context)
    return found.start if found else None


def partial_iso(value: Calendar | Stretch) -> str:
    """Return partial ISO 8601 as far as the value itself goes; without a year, XML Schema's --11-17."""
    if isinstance(value, Stretch):
        return value.iso or f"{value.start.isoformat()}/{(value.end - DAY).isoformat()}"
    year = f"{value.year:04}" if value.year else "-"
    if value.month is not None and value.months > 1:
        last = value.month + value.months - 1
        end = f"{value.year + 1:04}" if value.year and last > MONTHS_OF_YEAR else year
        return f"{year}-{value.month:02}/{end}-{(last - 1) % MONTHS_OF_YEAR + 1:02}"
    return year + "".join(f"-{number:02}" for number in (value.month, value.day) if number)


def _calendar(value: Calendar, context: Context, after: dt.date | None) -> Stretch | None:
    if value.possible:
        return None
    if value.year is not None:
        return _of_year(value, value.year)
    origin = after or context.today
    candidates = _candidates(value, origin)
    if after:
        candidates = [one for one in candidates if one.start >= after]
    return min(candidates, key=lambda one: _distance(one, origin, context), default=None)


def _candidates(value: Calendar, origin: dt.date) -> list[Stretch]:
    """Return the days that a date without a year may mean, around a day."""
    if value.weekday is not None:
        ahead = (value.weekday - origin.weekday()) % DAYS_OF_WEEK * DAY
        days = [origin + ahead + step for step in (-WEEK, 0 * DAY, WEEK)]
        return [Stretch(day, day + DAY, Grain.DAY) for day in days]
    if value.month is None:
        months = (origin.year * MONTHS_OF_YEAR + origin.month + step for step in (-2, -1, 0, 1))
        dates = (divmod(month, MONTHS_OF_YEAR) for month in months)
        found = [_of_year(Calendar(None, month + 1, value.day), year) for year, month in dates]
    else:
        reach = _FARTHEST_LEAP_YEAR if (value.month, value.day) == _LEAP_DAY else 1
        years = range(origin.year - reach, origin.year + reach + 1)
        found = [_of_year(value, year) for year in years]
    return [one for one in found if one]


def _distance(one: Stretch, origin: dt.date, context: Context) -> int:
    """Return how far a stretch is; news looks back more than ahead, unless its verb says otherwise."""
    if one.start <= origin < one.end:
        return 0
    days = (one.start - origin).days
    if context.direction:
        wrong = _WRONG_WAY if one.grain is Grain.DAY else _WRONG_WAY_MONTH
        return abs(days) if (days > 0) == (context.direction > 0) else abs(days) * wrong
    is_weekday = one.grain is Grain.DAY and days < DAYS_OF_WEEK
    return days * (_UNTOLD_WEEKDAY if is_weekday else _UNTOLD) if days > 0 else -days


def _of_year(value: Calendar, year: int) -> Stretch | None:
    try:
        if value.day is not None:
            start = dt.date(year, value.month or 1, value.day)
            return Stretch(start, start + DAY, Grain.DAY)
        if value.month is None:
            return Stretch(dt.date(year, 1, 1), dt.date(year + 1, 1, 1), Grain.YEAR)
        last = year * MONTHS_OF_YEAR + value.month - 1 + value.months
        end = dt.date(last // MONTHS_OF_YEAR, last % MONTHS_OF_YEAR + 1, 1)
        return Stretch(dt.date(year, value.month, 1), end, value.grain)
    except (ValueError, OverflowError):  # 29 February, or a year that Python does not count
        return None


def _holiday(value: Holiday, context: Context, after: dt.date | None) -> Stretch | None:
    origin = after or context.today
    days = (value.on(origin.year + step) for step in (-1, 0, 1))
    candidates = [Stretch(day, day + DAY, Grain.DAY) for day in days if not after or day >= after]
    return min(candidates, key=lambda one: _distance(one, origin, context), default=None)


def _edge(value: Edge, context: Context, after: dt.date | None) -> Stretch | None:
    """Return where the start, the middle or the end of something lies."""
    whole = placed(value.of, context, after)
    if whole is None:
        return None
    middle = whole.start + (whole.end - whole.start) // 2
    at = {"start": whole.start, "mid": middle, "end": whole.end}[value.mod]
    return Stretch(at, at, whole.grain)
