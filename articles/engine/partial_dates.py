"""Calendar dates in prose, as precise as they are written: partial ISO 8601, never a guessed day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.engine.data import vocabulary

_MONTHS = {
    name: number for number, names in enumerate(vocabulary("stamps")["months"], 1) for name in names
}
# Month names are capitalised in English prose, and "may" and "march" are other words.
MONTH = (
    r"(?:" + "|".join(sorted((name.title() for name in _MONTHS), key=len, reverse=True)) + r")\b\.?"
)
YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER = r"(?:Q[1-4]|(?:first|second|third|fourth)[ -]quarter(?:\s+of)?)"
_HALF = r"(?:H[12]|(?:first|second)\s+half(?:\s+of)?)"

CALENDAR = re.compile(
    rf"""(?<![\w/.,$€£-])(?:
      (?P<iso>{YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\w-])
    | (?P<month4>{MONTH})\s+(?P<day4>{_DAY})\s*[-–]\s*(?P<last>{_DAY}),?\s+(?P<year6>{YEAR})\b
    | (?P<month1>{MONTH})\s+(?P<day1>{_DAY})\b(?:,?\s+(?P<year1>{YEAR})\b)?(?!\s*[-–]\s*\d)
    | (?P<day2>{_DAY})\s+(?:of\s+)?(?P<month2>{MONTH})(?:,?\s+(?P<year2>{YEAR})\b)?
    | (?P<month3>{MONTH}),?\s+(?:of\s+)?(?P<year3>{YEAR})\b
    | (?P<quarter>{_QUARTER})\s+(?P<year4>{YEAR})\b
    | (?P<half>{_HALF})\s+(?P<year5>{YEAR})\b
    | (?P<from>{YEAR})\s*(?:[-–—/]|\s+(?:to|through)\s+|(?<=[Bb]etween\ .{{4}})\s+and\s+)
      \s*(?P<to>{YEAR}|\d\d)(?![\d%-])
    | (?P<slashed>\d{{1,2}}/\d{{1,2}}/{YEAR})\b
    | (?:the\s+)?(?P<decade>(?:19|20)\d0)s\b
    | (?P<year>{YEAR})(?![\w%]|[-–/]\d|,\d|\.\d)
    )""",
    re.VERBOSE,
)
"""A date of the calendar; `read_date` says what it means."""

_NOON_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """What a date says: year, month and day as far as written, or an interval."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    interval: str = ""

    @property
    def iso(self) -> str:
        """Return partial ISO 8601; without a year, XML Schema's --11-17."""
        if self.interval:
            return self.interval
        year = f"{self.year:04}" if self.year else "-"
        rest = (f"-{number:02}" for number in (self.month, self.day) if number)
        return year + "".join(rest)


def read_date(found: re.Match[str]) -> CalendarDate | None:
    """Return what a match of CALENDAR means, or None where it is no date ("February 31")."""
    groups = {name.rstrip("123456"): value for name, value in found.groupdict().items() if value}
    if "iso" in groups:
        return _date(*(int(number) for number in groups["iso"].split("-")))
    if "month" in groups:
        month = _MONTHS[groups["month"].rstrip(".").lower()]
        year, day = int(groups.get("year", 0)), _number(groups.get("day", ""))
        if "last" in groups:
            return _days(year, month, day, _number(groups["last"]))
        return _date(year, month, day)
    if "slashed" in groups:
        return _slashed(groups["slashed"])
    return _interval(groups) or CalendarDate(year=int(groups["year"]))


def _date(year: int = 0, month: int = 0, day: int = 0) -> CalendarDate | None:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return CalendarDate(year or None, month or None, day or None) if day <= longest else None


def _days(year: int, month: int, first: int, last: int) -> CalendarDate | None:
    start, end = _date(year, month, first), _date(year, month, last)
    return (
        CalendarDate(interval=f"{start.iso}/{end.iso}") if start and end and first < last else None
    )


def _number(day: str) -> int:
    return int("".join(filter(str.isdigit, day)) or 0)


def _slashed(words: str) -> CalendarDate | None:
    """Read 11/6/2025 as the year alone: nothing says which number is the month."""
    first, second, year = (int(number) for number in words.split("/"))
    if first == second and first <= _NOON_OF_YEAR:
        return _date(year, first, second)
    if min(first, second) <= _NOON_OF_YEAR < max(first, second):
        return _date(year, min(first, second), max(first, second))
    return CalendarDate(year=year)


def _interval(groups: dict[str, str]) -> CalendarDate | None:
    if "quarter" in groups:
        word = groups["quarter"]
        number = int(word[1]) if word[0] == "Q" else _QUARTERS[re.split(r"[ -]", word)[0]]
        return _months(groups["year"], 3 * number - 2, 3 * number)
    if "half" in groups:
        number = 1 if groups["half"].startswith(("H1", "first")) else 2
        return _months(groups["year"], 6 * number - 5, 6 * number)
    if "decade" in groups:
        return CalendarDate(interval=f"{groups['decade']}/{int(groups['decade']) + 9}")
    if "from" in groups:
        start = groups["from"]
        end = groups["to"] if len(groups["to"]) == len(start) else start[:2] + groups["to"]
        return (
            CalendarDate(interval=f"{start}/{end}")
            if end > start
            else CalendarDate(year=int(start))
        )
    return None


def _months(year: str, first: int, last: int) -> CalendarDate:
    return CalendarDate(interval=f"{year}-{first:02}/{year}-{last:02}")
