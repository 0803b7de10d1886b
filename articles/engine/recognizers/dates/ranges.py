"""From one time to another: "from 3 to 7 May", "between 2019 and 2021", "Jan-Feb 2017"."""

from __future__ import annotations

from dataclasses import replace

from articles.engine.recognizers.dates.arithmetic import later
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said, Token
from articles.engine.recognizers.dates.placing import first_day
from articles.engine.recognizers.dates.values import (
    CENTURY,
    LAST_DAY,
    MONTHS_OF_YEAR,
    Calendar,
    Clock,
    Dated,
    Grain,
    Now,
    Range,
    Stretch,
)

YEAR_RANGES = Layer()
DAY_RANGES = Layer()
RANGES = Layer()

_LONGEST_SHORT_RANGE = 15
_LONGEST_RANGE = 1_000
_FIRST_SHORT_YEAR = 1800
_DASHES = frozenset("-–—")


@YEAR_RANGES.rule(
    "range",
    "(from|between)? start:year dash end:year/small (?!dash)",
    "start:year slash end:year/small (?!slash)",
)
def year_range(said: Said, context: Context) -> Range | None:
    """Read "2019-2021", "2024-25"; but not "2015-3", which is a month."""
    start, end = said["start"], said["end"]
    at = said.matched[0].start
    if context.text[max(0, at - 1) : at] in ("-", "/", ".", "$", "€", "£", "+", "#"):
        return None
    if end < CENTURY:
        fits = end > MONTHS_OF_YEAR or start % CENTURY == end - 1
        end += start // CENTURY * CENTURY
        if not fits or end - start > _LONGEST_SHORT_RANGE or start < _FIRST_SHORT_YEAR:
            return None
    return Range(Calendar(start), Calendar(end)) if 0 < end - start < _LONGEST_RANGE else None


@YEAR_RANGES.rule(
    "range",
    "(from|between)? start:MONTH (dash|to|until) end:MONTH stop? (comma? (of|in)? year:year)?",
    "between start:MONTH and end:MONTH (comma? (of|in)? year:year)?",
)
def months(said: Said, context: Context) -> Range | None:
    """Read "April-June 2024"; "May to July" are two dates in news."""
    start, end = said.token("start"), said.token("end")
    if start is None or end is None or said["start"] == said["end"]:
        return None
    if context.is_news:
        between = context.words(start.end, end.start).strip()
        if between not in _DASHES or not (
            _is_capital(start, context) and _is_capital(end, context)
        ):
            return None
    year = said["year"]
    first = year and year - (said["start"] > said["end"])
    return Range(Calendar(first, said["start"]), Calendar(year, said["end"]))


def _is_capital(token: Token, context: Context) -> bool:
    return context.text[token.start].isupper()


@DAY_RANGES.rule(
    "range",
    "(from|between) the? start:INT/ORDINAL (to|until|dash|and) the? end:date",
    "start:INT/ORDINAL (to|until|dash) end:date",
)
def days_of_month(said: Said, _context: Context) -> Range | None:
    """Read "3 to 7 May", "between the ninth and the seventeenth of April"."""
    first, end = said["start"], said["end"]
    if not isinstance(end, Calendar) or end.day is None or end.month is None:
        return None
    month, year = end.month, end.year
    if first >= end.day:
        month, year = (month - 2) % MONTHS_OF_YEAR + 1, year and year - (month == 1)
    return Range(Calendar(year, month, first), end) if 1 <= first <= LAST_DAY else None


@DAY_RANGES.rule(
    "range",
    "(from|between)? start:small (dash|to) end:small in month:period",
    loose=True,
)
def days_in_month(said: Said, _context: Context) -> Range | None:
    """Read "from 4-23 in next month"."""
    month = said["month"]
    if not isinstance(month, Calendar) or month.grain is not Grain.MONTH:
        return None
    return Range(replace(month, day=said["start"]), replace(month, day=said["end"]))


@DAY_RANGES.rule(
    "range",
    "from? start:date (to|until|dash) the? end:small/ORDINAL (?!unit|time|meridiem|slash|x)",
    "from start:date (to|until|dash) the? end:small/ORDINAL",
    "from? start:date (to|until|dash) the? end:small/ORDINAL (comma? year:period)?",
)
def days_after_month(said: Said, _context: Context) -> Range | None:
    """Read "November 18-19", "March 3-5, 2024", "April 9th through 17th"."""
    start, end, year = said["start"], said["end"], said["year"]
    if not isinstance(start, Calendar) or start.day is None or start.month is None:
        return None
    if not 1 <= end <= LAST_DAY:
        return None
    if year is not None:
        if not isinstance(year, Calendar) or year.grain is not Grain.YEAR:
            return None
        start = replace(start, year=year.year)
    month = start.month or 1
    last_month = month if end > (start.day or 0) else month % MONTHS_OF_YEAR + 1
    return Range(start, replace(start, day=end, month=last_month))


@RANGES.rule(
    "range",
    "from start:date/period/moment/moments/time stop? (to|until|dash) end:date/period/moment/moments/offset/time",
    "start:date/period (to|until|dash) end:date/period",
    "start:moment/moments (to|until|dash) end:moment/moments/time",
    "between start:date/period/moment/moments/time (and|to|until|dash) end:date/period/moment/moments/offset/time",
)
def from_to(said: Said, _context: Context) -> Range | None:
    """Read "from March to May", "2019-2021", "between now and November 15th"."""
    start, end = said["start"], said["end"]
    if isinstance(start, Clock) and isinstance(end, Clock):
        return None
    return Range(_with_year_of(start, end), end) if _in_order(start, end) else None


@RANGES.rule("range", "from? start:date/period (to|until) (the|SHIFT)? date_word", loose=True)
def to_date(said: Said, _context: Context) -> Range:
    """Read "from March to date"."""
    return Range(said["start"], Now())


def _with_year_of(start: object, end: object) -> object:
    """Return the beginning of a range in the year of its end, where only the end has one."""
    if not (isinstance(start, Calendar) and isinstance(end, Calendar)):
        return start
    if start.year or not end.year or start.month is None or end.month is None:
        return start
    is_earlier = (start.month, start.day or 0) <= (end.month, end.day or LAST_DAY)
    return replace(start, year=end.year if is_earlier else end.year - 1)


def _in_order(start: object, end: object) -> bool:
    """Say whether two years stand in their order."""
    if not (isinstance(start, Calendar) and isinstance(end, Calendar)):
        return True
    both_years = start.grain is Grain.YEAR and end.grain is Grain.YEAR
    return not both_years or (start.year or 0) < (end.year or 0)


@RANGES.rule(
    "range",
    "length:length comma? starting (from|on)? start:date/moment",
    "length:offset starting (from|on)? start:date/moment",
    "for length:length comma? from start:date/moment",
    loose=True,
)
def length_from(said: Said, context: Context) -> Range | Stretch | None:
    """Read "for three days from today", "2 weeks starting May 20th"."""
    start, length = said["start"], said["length"]
    if isinstance(start, Dated):
        return Range(start, length)
    if isinstance(start, Calendar) and start.year is None and start.month is not None:
        start = replace(start, year=context.today.year)
    first = first_day(start, context)
    if first is None or length.is_of_clock:
        return None
    return Stretch(first, later(first, length))
