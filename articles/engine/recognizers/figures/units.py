"""What a number measures, where the words behind it say it in a unit: percent, kilometres, years, times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.numbers import Number, read_number
from articles.engine.recognizers.figures.patterns import any_of
from articles.engine.recognizers.figures.readings import Kind

_TABLES = vocabulary("units_of_measure")
_SPELLED_ONCE = (
    "foot",
    "feet",
    "inch",
    "inches",
    "stone",
    "centigrade",
    "celsius",
    "fahrenheit",
    "hertz",
    "horsepower",
    "century",
    "centuries",
    "quarters",
    "cup of",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit and where its words end.

    What a smaller unit adds is `extra`, and `times` makes the larger one the same: three hours and
    20 minutes are 200 minutes.
    """

    kind: Kind
    unit: str
    end: int
    extra: Decimal = Decimal(0)
    times: int = 1


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in _TABLES.values():
        for symbol, unit in table.items():
            for name in unit["names"]:
                names[name] = symbol
                if not name.endswith(_SPELLED_ONCE) and " per " not in name and " a" not in name:
                    names[f"{name}s"] = symbol
    return names


_NAMES = _names()
_SIGNS = {
    sign: symbol
    for table in _TABLES.values()
    for symbol, unit in table.items()
    for sign in unit["signs"]
}
_TIME = frozenset(_TABLES["time"])
_WORD_ENDS = r"(?![^\W_])(?!['’]\w)(?![-–]\d)"
_BY_NAME = re.compile(rf"[\s-](?P<name>{any_of(_NAMES)}){_WORD_ENDS}", re.IGNORECASE)
_BY_SIGN = re.compile(
    rf"\s?(?P<sign>{any_of(_SIGNS)}){_WORD_ENDS}|\s[(\[{{<](?P<inner>{any_of(_SIGNS)})[)\]}}>]"
)
_PERCENT = re.compile(
    r"\s?(?:(?P<points>(?:%|per\s?cent(?:age)?)[\s-]points?\b)|(?P<percent>%|per\s?cents?\b|pct\b|percentages?\b)"
    r"|(?P<basis>(?<=\s)basis\s+points?\b|bps\b))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\s?(?:[x×](?!\w)|-?fold\b)|\s(?P<times>times)\b(?P<than>\s(?:as|more|less|the|that|those|faster|higher|lower|larger|bigger|greater|smaller|cheaper|longer)\b)?",
    re.IGNORECASE,
)
_SMALLER = {
    "years": ("months", 12),
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
}
_AND = re.compile(r"(?:,?\sand)?\s(?=\d|[a-z])")
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_INCHES = re.compile(r"(?:\s(?:and\s)?)(?=\d|[a-z])", re.IGNORECASE)
_PLACES = Decimal("0.000001")
_INCH = re.compile(r"[\s-](?:inch(?:es)?|in)\b", re.IGNORECASE)


def measured(text: str, number: Number) -> Measured | None:
    """Return the unit behind a number, or None."""
    return _percent(text, number.end) or _times(text, number.end) or _unit(text, number)


def _percent(text: str, end: int) -> Measured | None:
    found = _PERCENT.match(text, end)
    if found is None:
        return None
    unit = (
        "percentage points" if found["points"] else "basis points" if found["basis"] else "percent"
    )
    return Measured(Kind.PERCENT, unit, found.end())


def _times(text: str, end: int) -> Measured | None:
    found = _TIMES.match(text, end)
    if found is None:
        return None
    if found["times"] and not found["than"]:
        return Measured(Kind.COUNT, "times", end)
    return Measured(Kind.MULTIPLE, "x", found.end("times") if found["times"] else found.end())


def _unit(text: str, number: Number) -> Measured | None:
    found = _BY_NAME.match(text, number.end) or (
        _BY_SIGN.match(text, number.end) if number.is_digits else None
    )
    if found is None:
        return None
    if found.re is _BY_NAME:
        symbol = _NAMES[found["name"].lower()]
        if symbol in _TIME and _is_adjective(found, number):
            return None
    else:
        symbol = _SIGNS[found["sign"] or found["inner"]]
    kind = Kind.TIME if symbol in _TIME else Kind.MEASURE
    if symbol == "ft":
        return _with_inches(text, found.end(), kind)
    if kind is Kind.TIME:
        return _with_smaller(text, found.end(), symbol)
    return Measured(kind, symbol, found.end())


def _is_adjective(found: re.Match[str], number: Number) -> bool:
    """Say whether a span of time in the singular belongs to the noun behind it: "40 night flights"."""
    return number.value > 1 and found[0][0] != "-" and not found["name"].lower().endswith("s")


_YEARS = {"decades": 10, "centuries": 100}


def _with_smaller(text: str, end: int, unit: str) -> Measured:
    """Return a span of time with the smaller one behind it: "5 years and 6 months", "an hour and a half"."""
    if unit in _YEARS:
        return Measured(Kind.TIME, "years", end, times=_YEARS[unit])
    half = _AND_A_HALF.match(text, end)
    if half:
        return Measured(Kind.TIME, unit, half.end(), extra=Decimal("0.5"))
    smaller, times = _SMALLER.get(unit, ("", 1))
    joint = _AND.match(text, end) if smaller else None
    number = read_number(text, joint.end()) if joint else None
    found = _BY_NAME.match(text, number.end) if number and not number.is_share else None
    if number is None or found is None or _NAMES[found["name"].lower()] != smaller:
        return Measured(Kind.TIME, unit, end)
    return Measured(Kind.TIME, smaller, found.end(), extra=number.value, times=times)


def _with_inches(text: str, end: int, kind: Kind) -> Measured:
    """Return feet, with the inches behind them as a share of a foot."""
    space = _INCHES.match(text, end)
    inches = read_number(text, space.end()) if space else None
    found = _INCH.match(text, inches.end) if inches else None
    if inches is None or found is None:
        return Measured(kind, "ft", end)
    return Measured(kind, "ft", found.end(), extra=(inches.value / 12).quantize(_PLACES))
