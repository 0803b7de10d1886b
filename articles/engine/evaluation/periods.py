"""Partial ISO 8601 as the days it covers, so that two ways to write one period are one."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

Period = tuple[dt.date, dt.date]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
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
    found = _PARTIAL.fullmatch(partial)
    if not found:
        return _week(partial) if _WEEK.fullmatch(partial) else None
    year, month, day = (int(group) if group else None for group in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    last = month or _DECEMBER
    return first, dt.date(first.year, last, monthrange(first.year, last)[1])


def _week(partial: str) -> Period | None:
    try:
        monday = dt.date.fromisoformat(f"{partial}-1")
    except ValueError:
        return None
    return monday, monday + dt.timedelta(days=6)
