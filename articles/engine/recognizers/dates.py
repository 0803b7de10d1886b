"""Dates in the text: of the calendar, and relative to the day of publication where that is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from articles.engine.partial_dates import CALENDAR, MONTH, CalendarDate, read_date
from articles.engine.spans import longest
from articles.engine.types import DateMention, Document

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"a": 1, "an": 1}
_SHIFT = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_RELATIVE = re.compile(
    rf"""\b(?:
      (?P<day>yesterday|today|tonight|tomorrow)
    | (?P<shift>last|past|this|next|coming)\s+(?P<unit>week|month|quarter|year|{"|".join(_WEEKDAYS)})
    | (?:on\s+)?(?P<weekday>{"|".join(name.title() for name in _WEEKDAYS)})
    | (?P<count>\d{{1,3}}|{"|".join(_NUMBERS)})\s+(?P<ago>day|week|month|year)s?\s+ago
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# A month alone is a date only after a preposition: "in May" is, "may" and "March on" are not.
_BARE_MONTH = re.compile(
    rf"\b(?:in|since|by|until|from|before|after|during|last|next|early|late|mid)[ -](?P<month>{MONTH})"
)
# A number that might be a year is one unless it counts something: "2000 people".
_COUNTED = re.compile(r"\s+(?:people|men|women|children|[a-z]+s)\b")
_INTRODUCED = re.compile(
    r"\b(?:in|by|since|from|of|until|till|through|during|for|before|after|to|early|late|mid|year|the|and|or)[\s-]+$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_NOUNS_OF_VERBS = frozenset(
    ("is", "was", "has", "as", "does", "sees", "marks", "its", "this", "these", "results")
)


def recognize(
    document: Document, published: dt.date | dt.datetime | None = None
) -> list[DateMention]:
    """Return the dates of the text, in order.

    "Last week" and "Tuesday" are found only where `published` is given, since they mean nothing
    without it; "17 November" then gets the year that lies nearest. The day and month of 11/6/2025
    are not guessed.
    """
    day = published.date() if isinstance(published, dt.datetime) else published
    found = [*_calendar(document.text, day), *_bare_months(document.text, day)]
    if day:
        found += _relative(document.text, day)
    return longest(found)


def _calendar(text: str, published: dt.date | None) -> Iterator[DateMention]:
    for found in CALENDAR.finditer(text):
        date = read_date(found)
        if date is None or (found["year"] and _counts(text, found)):
            continue
        iso = _with_year(date, published).iso
        yield DateMention(found.start(), found.end(), found[0], iso)


def _bare_months(text: str, published: dt.date | None) -> Iterator[DateMention]:
    for found in _BARE_MONTH.finditer(text):
        date = read_date(whole) if (whole := CALENDAR.match(f"{found['month']} 2000")) else None
        if date is None:
            continue
        iso = _with_year(CalendarDate(month=date.month), published).iso
        yield DateMention(found.start("month"), found.end("month"), found["month"], iso)


def _counts(text: str, found: re.Match[str]) -> bool:
    """Say whether a bare four-digit number counts the noun after it."""
    noun = _COUNTED.match(text, found.end())
    if noun is None or noun[0].strip() in _NOUNS_OF_VERBS:
        return False
    return _INTRODUCED.search(text, max(0, found.start() - _LOOK_BACK), found.start()) is None


def _with_year(date: CalendarDate, published: dt.date | None) -> CalendarDate:
    """Return a date without a year in the year that brings it nearest to the day of publication.

    News looks back more than ahead, so that a day to come counts as twice as far.
    """
    if date.year or date.interval or published is None:
        return date
    years = (year for year in range(published.year - 1, published.year + 2) if _exists(year, date))
    nearest = min(
        years, key=lambda year: _distance(_first_day(year, date), published), default=None
    )
    return CalendarDate(nearest, date.month, date.day)


def _distance(day: dt.date, published: dt.date) -> int:
    days = (day - published).days
    return 2 * days if days > 0 else -days


def _first_day(year: int, date: CalendarDate) -> dt.date:
    return dt.date(year, date.month or 1, date.day or 1)


def _exists(year: int, date: CalendarDate) -> bool:
    try:
        _first_day(year, date)
    except ValueError:
        return False
    return True


def _relative(text: str, published: dt.date) -> Iterator[DateMention]:
    for found in _RELATIVE.finditer(text):
        words = {name: value.lower() for name, value in found.groupdict().items() if value}
        try:
            iso = _iso(words, published)
        except (ValueError, OverflowError):  # before the first year that Python counts
            continue
        yield DateMention(found.start(), found.end(), found[0], iso)


def _iso(words: dict[str, str], published: dt.date) -> str:
    if "day" in words:
        return (published + dt.timedelta(days=_DAYS[words["day"]])).isoformat()
    if "weekday" in words:
        return _weekday(words["weekday"], 0, published)
    if "ago" in words:
        count = int(words["count"]) if words["count"].isdigit() else _NUMBERS[words["count"]]
        return _shifted(words["ago"], -count, published)
    shift = _SHIFT[words["shift"]]
    if words["unit"] in _WEEKDAYS:
        return _weekday(words["unit"], shift, published)
    return _shifted(words["unit"], shift, published)


def _weekday(name: str, shift: int, published: dt.date) -> str:
    """Return the day that a weekday names: in news the latest one, "next" the one to come."""
    back = (published.weekday() - _WEEKDAYS.index(name)) % 7
    if shift > 0:
        return (published + dt.timedelta(days=7 - back)).isoformat()
    return (published - dt.timedelta(days=back or (7 if shift < 0 else 0))).isoformat()


def _shifted(unit: str, count: int, published: dt.date) -> str:
    if unit == "day":
        return (published + dt.timedelta(days=count)).isoformat()
    if unit == "week":
        year, week, _ = (published + dt.timedelta(weeks=count)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "year":
        return f"{dt.date(published.year + count, 1, 1).year:04}"
    months = published.year * 12 + published.month - 1 + count * (3 if unit == "quarter" else 1)
    year, month = months // 12, months % 12 + 1
    if unit == "quarter":
        first = (month - 1) // 3 * 3 + 1
        return f"{year:04}-{first:02}/{year:04}-{first + 2:02}"
    return f"{year:04}-{month:02}"
