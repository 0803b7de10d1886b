"""Reckoning with lengths of time."""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal

from articles.engine.recognizers.dates.values import DAY, MONTHS_OF_YEAR, Length

_SECONDS = {
    "TS": 1,
    "TM": 60,
    "TH": 3_600,
    "D": 86_400,
    "BD": 86_400,
    "W": 604_800,
    "WE": 172_800,
    "M": 2_592_000,
    "Y": 31_536_000,
}
_MOST_DAYS = 1_000
_SATURDAY = 5


def seconds(length: Length) -> Decimal:
    """Return a length in seconds; months have 30 days, years 365."""
    return sum((count * _SECONDS[letter] for letter, count in length.counts), Decimal())


def timex(length: Length) -> str:
    """Return a length in ISO 8601: P3W, PT2H30M."""
    written = [(letter, f"{count.normalize():f}") for letter, count in length.counts]
    days = "".join(count + letter for letter, count in written if letter[0] != "T")
    clock = "".join(count + letter[1:] for letter, count in written if letter[0] == "T")
    return f"P{days}" + (f"T{clock}" if clock else "")


def later(date: dt.date, length: Length, sign: int = 1) -> dt.date:
    """Return the day so long after (or before) another."""
    return add(dt.datetime.combine(date, dt.time()), length, sign).date()


def add(moment: dt.datetime, length: Length, sign: int = 1) -> dt.datetime:
    """Return the moment so long after (or before) another; the 31st becomes the last of its month."""
    for letter, count in length.counts:
        if letter in ("Y", "M"):
            months = count * MONTHS_OF_YEAR if letter == "Y" else count
            moment = _add_months(moment, sign * int(months))
        elif letter == "BD":
            moment = _add_business_days(moment, sign * int(count))
        else:
            moment += sign * dt.timedelta(seconds=float(count * _SECONDS[letter]))
    return moment


def _add_months(moment: dt.datetime, months: int) -> dt.datetime:
    whole = moment.year * MONTHS_OF_YEAR + moment.month - 1 + months
    year, month = divmod(whole, MONTHS_OF_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def _add_business_days(moment: dt.datetime, days: int) -> dt.datetime:
    left = min(abs(days), _MOST_DAYS)
    while left:
        moment += DAY if days > 0 else -DAY
        left -= moment.weekday() < _SATURDAY
    return moment
