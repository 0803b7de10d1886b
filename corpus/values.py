"""What stands right of the colon: identities, values of figures, partial ISO 8601 dates."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal

IDENTITY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Lower-case letters, digits and hyphens between them."""

_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(?: ([^\s()]+))?")
_DATE = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_OPEN = ".."

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_YEAR_WORD = re.compile(r"(?<![\d.,])(1\d{3}|20\d{2})(?![\d%]|[.,]\d)")
_WORD = re.compile(r"[A-Za-z]+")

_NUMBER = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "dozen": 12,
}
_HUNDREDTHS = re.compile(r"\s?(?:cents?|pence|pesewas|kobo|p|c)\b|¢")
_SCALE = re.compile(
    r"\s?-?(hundred|thousand|lakh|million|mln|mn|crore|billion|bn|trillion|tn|dozen|[kmb])\b",
    re.IGNORECASE,
)


def figure(value: str) -> tuple[Decimal, str] | None:
    """Return the number and its unit (empty where it has none), or None if it is not written so."""
    found = _FIGURE.fullmatch(value)
    return (Decimal(found[1]), found[2] or "") if found else None


def is_date(value: str) -> bool:
    """Say whether a value is a partial ISO 8601 date or an interval in order; ".." is an open end."""
    first, slash, last = value.partition("/")
    if not slash:
        return _is_day(first)
    ends = [end for end in (first, last) if end != _OPEN]
    if not ends or not all(_is_day(end) for end in ends):
        return False
    return len(ends) == 1 or first < last or first.startswith("-")


def _is_day(value: str) -> bool:
    found = _DATE.fullmatch(value)
    if not found:
        return False
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    return day <= calendar.monthrange(year, month)[1]


def date_disagrees(words: str, value: str) -> str:
    """Return how the words of a date contradict its value, empty if they do not."""
    years = _YEAR_WORD.findall(words)
    if any(year not in value for year in years[:1]) and not words.rstrip(".").endswith("s"):
        return f"the words say {years[0]}"
    names = [word.lower() for word in _WORD.findall(words)]
    months = [_MONTHS[name] for name in names if name in _MONTHS]
    if months and not any(f"-{month:02}" in value for month in months):
        return f"the words say month {months[0]}"
    weekdays = [name for name in names if name in _WEEKDAYS]
    if len(weekdays) == 1 and len(value) == len("2025-03-11") and _is_day(value):
        year, month, day = (int(part) for part in value.split("-"))
        actual = calendar.day_name[calendar.weekday(year, month, day)]
        if actual.lower() != weekdays[0]:
            return f"{value} was a {actual}"
    return ""


def figure_disagrees(words: str, value: str) -> str:
    """Return how the digits of a figure contradict its value, empty if they do not or are none."""
    read = figure(value)
    numbers = list(_NUMBER.finditer(words))
    if read is None or len(numbers) != 1:
        return ""
    digits = re.sub(r"[, \u00a0\u202f]", "", numbers[0][0])
    scale = _SCALE.match(words, numbers[0].end())
    factor = _SCALES[scale[1].lower()] if scale else 1
    meant = {Decimal(digits) * factor, Decimal(digits)}
    if _HUNDREDTHS.search(words, numbers[0].end()):
        meant.add(Decimal(digits) / 100)
    if len(words) > numbers[0].end() and re.search(r"half|quarter|third|hundred|/", words):
        return ""
    return "" if abs(read[0]) in meant else f"the words say {max(meant):f}"
