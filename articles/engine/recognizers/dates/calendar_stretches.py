"""Months, quarters, years, decades and centuries, as a calendar names them."""

from __future__ import annotations

from articles.engine.recognizers.dates.bare import is_month, is_year
from articles.engine.recognizers.dates.calendar_days import CALENDAR
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.months import (
    FIRST_YEAR,
    LAST_YEAR,
    full_year,
    quarter,
    years,
)
from articles.engine.recognizers.dates.values import (
    CENTURY,
    DECADE,
    MONTHS_OF_YEAR,
    Calendar,
    Grain,
    Named,
    Stretch,
)

YEARS = Layer()
BARE = Layer()

_WHOSE = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_HALF = 6
_FIRST_SPELLED, _LAST_SPELLED = 15, 20
_CENTURY_OF_DECADES = 1900
_LAST_CENTURY = 30


@YEARS.rule("year", "century:spelled dash? rest:spelled (?!unit)", "whole:spelled (?!x|unit)")
def spelled_year(said: Said, _context: Context) -> int | None:
    """Read "nineteen ninety-six" and "two thousand and five"."""
    if said.token("whole"):
        year = int(said["whole"])
        return year if FIRST_YEAR < year < LAST_YEAR else None
    century, rest = int(said["century"]), int(said["rest"])
    if _FIRST_SPELLED <= century <= _LAST_SPELLED and DECADE <= rest < CENTURY:
        return century * CENTURY + rest
    return None


@CALENDAR.rule(
    "period",
    "month:MONTH stop? (comma|dash|slash)? (of|in)? year:year",
    "year:year (dash|slash|comma)? month:MONTH (?!small|ordinal)",
    "number:small dash year:year (?!dash)",
    "year:year dash number:small (?!dash)",
)
def month_of_year(said: Said, _context: Context) -> Calendar | None:
    """Read "May 2024", "2024-05"."""
    month = said["month"] or said["number"]
    return Calendar(said["year"], month) if 1 <= month <= MONTHS_OF_YEAR else None


@CALENDAR.rule("period", "month:MONTH of short:small", loose=True)
def month_of_short_year(said: Said, context: Context) -> Calendar:
    """Read "April of 87"."""
    return Calendar(full_year(said["short"], context), said["month"])


@CALENDAR.rule(
    "period",
    "quarter:quartered (comma|dash|of)? the? year:year",
    "year:year (dash|comma)? quarter:quartered",
    "the? nth:ORDINAL dash? unit:quarter/half of? the? (unit of)? year:year",
    "quarter:quartered",
)
def quarter_of_year(said: Said, _context: Context) -> Calendar | None:
    """Read "Q3 2023", "the third quarter of 2023", "2019 H2"."""
    if said.token("quarter"):
        months, number = said["quarter"]
    else:
        months, number = said["unit"][2], said["nth"]
    return quarter(said["year"], months, number)


@CALENDAR.rule("period", "the? nth:ORDINAL dash? unit:quarter/half (of the? of:unit)?")
def quarter_alone(said: Said, context: Context) -> Calendar | None:
    """Read "the third quarter"; "the second half" may be a match's."""
    if context.word(said.before) in ("a", "an", "every", "each"):
        return None
    if said["unit"][2] == _HALF and not said.token("of"):
        return None
    year = context.today.year if context.is_news and said.token("of") else None
    return quarter(year, said["unit"][2], said["nth"])


@CALENDAR.rule(
    "period",
    "kind:year_kind year:year/small",
    "kind:fiscal/school/calendar unit year:year",
    "kind:fiscal year:year",
)
def year_of_kind(said: Said, context: Context) -> Named | Calendar:
    """Read "fiscal 2024", "FY24", "school year 2008"."""
    year = full_year(said["year"], context)
    return Named(f"{said['kind']}{year}", f"{year}", Grain.YEAR) if said["kind"] else Calendar(year)


@CALENDAR.rule("period", "the? decade:decade", "decade:year s")
def decade(said: Said, context: Context) -> Stretch | None:
    """Read "the 1990s", "the nineties"; "in her forties" is an age."""
    first = said["decade"]
    if first % DECADE or (said.before and context.word(said.before) in _WHOSE):
        return None
    return years(first if first >= CENTURY else _CENTURY_OF_DECADES + first, DECADE, Grain.DECADE)


@CALENDAR.rule("period", "decade:small s", loose=True)
def spaced_decade(said: Said, context: Context) -> Stretch | None:
    """Read "90 s"."""
    return decade(said, context) if said["decade"] else None


@CALENDAR.rule("period", "the? nth:ORDINAL unit:unit")
def century(said: Said, _context: Context) -> Stretch | None:
    """Read "the 19th century"."""
    if said["unit"] != ("", "Y", CENTURY) or not 1 <= said["nth"] <= _LAST_CENTURY:
        return None
    return years((said["nth"] - 1) * CENTURY, CENTURY, Grain.CENTURY)


@BARE.rule("period", "year:year", "the? unit:unit year:year", "equals year:year")
def bare_year(said: Said, context: Context) -> Calendar | None:
    """Read "2024"."""
    if said["unit"] not in (None, ("", "Y", 1)):
        return None
    return Calendar(said["year"]) if is_year(said, context, said["year"]) else None


@BARE.rule("period", "month:MONTH (?!small|ordinal|number)")
def bare_month(said: Said, context: Context) -> Calendar | None:
    """Read "in May"."""
    return Calendar(month=said["month"]) if is_month(said, context) else None
