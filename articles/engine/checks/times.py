"""What a partial date means in days."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")
_SEASONS = range(21, 25)
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days that a date covers, first and last."""

    first: dt.date
    last: dt.date

    @property
    def is_day(self) -> bool:
        """Say whether this is one day."""
        return self.first == self.last

    @property
    def is_year(self) -> bool:
        """Say whether this is one whole year of the calendar."""
        return self == _calendar(self.first.year, 0, 0)

    def meets(self, other: Period) -> bool:
        """Say whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=4096)
def period(iso: str) -> Period | None:
    """Return the days of partial ISO 8601 (2024, 2024-11, 2024-11-06, 2024-W45, 2024/2025), if it has a year."""
    first, _, last = iso.partition("/")
    start = _period(first)
    if not last:
        return start
    end = _period(last)
    return Period(start.first, end.last) if start and end and start.first <= end.last else None


def _period(iso: str) -> Period | None:
    try:
        if found := _WEEK.fullmatch(iso):
            monday = dt.date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
            return Period(monday, monday + dt.timedelta(days=6))
        if found := _DAY.fullmatch(iso):
            return _calendar(*(int(found[name] or 0) for name in ("year", "month", "day")))
    except (ValueError, OverflowError):  # 2025-02-30, year 0
        return None
    return None


def _calendar(year: int, month: int, day: int) -> Period:
    if not month or month in _SEASONS:  # summer is in January somewhere
        return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if not day:
        return Period(
            dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        )
    return Period(dt.date(year, month, day), dt.date(year, month, day))
