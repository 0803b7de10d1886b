"""Partial ISO 8601 as the days it covers, so that two ways to write one period are one."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

Period = tuple[dt.date, dt.date]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASON = re.compile(r"(\d{4})-(2[1-4]|SP|SU|FA|WI)")
_SPRING = 3
_SEASONS = {"21": 0, "22": 1, "23": 2, "24": 3, "SP": 0, "SU": 1, "FA": 2, "WI": 3}
_WEEK = re.compile(r"\d{4}-W\d\d")
_DECEMBER = 12


def period(iso: str) -> Period | None:
    """Return the first and the last day of a partial date or interval; None if it is neither."""
    first, slash, last = iso.partition("/")
    begins, ends = _days(first), _days(last if slash else first)
    return (begins[0], ends[1]) if begins and ends else None


def same_period(one: str, other: str) -> bool:
    """Say whether two values mean the same days, or are written alike."""
    return one == other or (period(one) is not None and period(one) == period(other))


def _days(partial: str) -> Period | None:
    if _WEEK.fullmatch(partial):
        return _week(partial)
    if season := _SEASON.fullmatch(partial):
        return _season(int(season[1]), _SEASONS[season[2]])
    found = _PARTIAL.fullmatch(partial)
    if not found:
        return None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return first, first if day else _end_of(first.year, month or _DECEMBER)


def _end_of(year: int, month: int) -> dt.date:
    return dt.date(year, month, monthrange(year, month)[1])


def _season(year: int, number: int) -> Period:
    """Return three months of the northern year, as EDTF and TIMEX number them; winter ends in the next."""
    first = _SPRING * (number + 1)
    last = first + 2
    return dt.date(year, first, 1), _end_of(year + last // 13, last - 12 * (last // 13))


def _week(partial: str) -> Period | None:
    try:
        monday = dt.date.fromisoformat(f"{partial}-1")
    except ValueError:
        return None
    return monday, monday + dt.timedelta(days=6)
