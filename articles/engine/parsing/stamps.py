"""Date lines of pages: what is printed is kept, what it means is said only where it is certain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from articles.engine.data import vocabulary
from articles.engine.plaintext import one_line
from articles.engine.types import Stamp

LONGEST = 120
"""A line longer than this is no stamp."""

_WORDS = vocabulary("stamps")
_MONTHS = {name: number for number, names in enumerate(_WORDS["months"], 1) for name in names}
_OFFSETS: dict[str, float] = _WORDS["offsets"]
_REGIONS: dict[str, str] = _WORDS["regions"]
_FILLERS = frozenset(_WORDS["fillers"])
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?=T|\b)",
        rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b",
        rf"\b{_DAY}\.?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
    )
)
_NUMERIC = re.compile(r"\b(\d{1,2})(?P<mark>[/.-])(\d{1,2})(?P=mark)(\d{4}|\d{2})\b")
_TIME = re.compile(
    r"\bT?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?(?![a-z]))?",
    re.IGNORECASE,
)
# "Fri Apr 28 19:20:36 CEST 2023", as the C library writes it: the year belongs to the day.
_CTIME = re.compile(
    r"([a-z]{3}\s+\d{1,2})\s+(\d\d:\d\d:\d\d(?:\s+[a-z]{1,5})?)\s+(\d{4})$", re.IGNORECASE
)
_OFFSET = re.compile(
    r"(?:\b(?:utc|gmt)\s*)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)",
    re.IGNORECASE,
)
_NAMED_ZONE = re.compile(
    r"\(?\b(" + "|".join(sorted((*_OFFSETS, *_REGIONS), key=len, reverse=True)) + r")\b\)?",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(r"[^\W\d_]+|\d+")
_NOON = 12
_CENTURY = 2000
_MAX_OFFSET_HOURS = 14


@dataclass(frozen=True, slots=True)
class StampRules:
    """What a source's settings say of its stamps: its zone, and whether 11/6 is a day in June."""

    zone: str | None = None
    day_first: bool | None = None


def read_stamp(raw: str, rules: StampRules) -> Stamp | None:
    """Return the stamp that a line is, or None if the line is not a date with at most a time and a zone.

    A date whose day and month could change places comes back ambiguous and without a time. A
    date without a time of day has no instant.
    """
    line = one_line(raw)
    if not line or len(line) > LONGEST:
        return None
    words = _CTIME.sub(r"\1 \3 \2", line)
    numeric = _NUMERIC.search(words)
    found = next((match for date in _DATES if (match := date.search(words))), None) or numeric
    if found is None:
        return None
    clock = _Clock.read(_without(words, found))
    if clock is None:
        return None
    if found is numeric and _is_ambiguous(numeric, rules):
        return Stamp(line, ambiguous=True)
    date = _numeric_date(numeric, rules) if found is numeric else _named_date(found)
    if date is None:
        return None
    local = dt.datetime.combine(date, clock.time or dt.time())
    return Stamp(line, local=local, instant=_instant(local, clock, rules))


@dataclass(frozen=True, slots=True)
class _Clock:
    """The time and the zone of a stamp, where they are given."""

    time: dt.time | None
    zone: dt.tzinfo | None

    @classmethod
    def read(cls, rest: str) -> _Clock | None:
        """Read what stands around the date; None if there is anything that is neither time nor zone."""
        time, rest = _take_time(rest)
        zone, rest = _take_zone(rest, timed=time is not None)
        leftover = (word.lower() for word in _LEFTOVER.findall(rest))
        return cls(time, zone) if all(word in _FILLERS for word in leftover) else None


def _take_time(rest: str) -> tuple[dt.time | None, str]:
    """Return the time of day, and the words without it; digits that are no time stay among them."""
    for found in _TIME.finditer(rest):
        time = _time(found) if found["minute"] or found["half"] else None
        if time:
            return time, _without(rest, found)
    return None, rest


def _take_zone(rest: str, *, timed: bool) -> tuple[dt.tzinfo | None, str]:
    """Return the zone, and the words without it; an offset has a meaning only beside a time."""
    offset = _OFFSET.search(rest) if timed else None
    if offset:
        return _offset(offset), _without(rest, offset)
    named = _NAMED_ZONE.search(rest)
    if named:
        return _named_zone(named[1].lower()), _without(rest, named)
    return None, rest


def _without(words: str, found: re.Match[str]) -> str:
    return words[: found.start()] + " " + words[found.end() :]


def _time(found: re.Match[str]) -> dt.time | None:
    hour = int(found["hour"])
    if found["half"]:
        if hour > _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"][0].lower() == "p" else 0)
    try:
        return dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None


def _offset(found: re.Match[str]) -> dt.tzinfo | None:
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > _MAX_OFFSET_HOURS:
        return None
    sign = -1 if found["sign"] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))


def _named_zone(name: str) -> dt.tzinfo:
    if name in _REGIONS:
        return ZoneInfo(_REGIONS[name])
    return dt.timezone(dt.timedelta(hours=_OFFSETS[name]))


def _is_ambiguous(found: re.Match[str], rules: StampRules) -> bool:
    """Say whether day and month could change places. Dots are only written day first."""
    first, second = int(found[1]), int(found[3])
    settled = found["mark"] == "." or rules.day_first is not None
    return not settled and first != second and max(first, second) <= _NOON


def _numeric_date(found: re.Match[str], rules: StampRules) -> dt.date | None:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    day_first = found["mark"] == "." or first > _NOON or (bool(rules.day_first) and second <= _NOON)
    day, month = (first, second) if day_first else (second, first)
    return _date(year if year >= 100 else _CENTURY + year, month, day)  # noqa: PLR2004


def _named_date(found: re.Match[str]) -> dt.date | None:
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS[month]
    return _date(int(found["year"]), number, int(found["day"]))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _instant(local: dt.datetime, clock: _Clock, rules: StampRules) -> dt.datetime | None:
    zone = clock.zone or (ZoneInfo(rules.zone) if rules.zone else None)
    if clock.time is None or zone is None:
        return None
    try:
        return local.replace(tzinfo=zone).astimezone(dt.UTC)
    except OverflowError:  # the first or the last day that Python counts
        return None
