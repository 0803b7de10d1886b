"""Stretches found from others: "the last week of July", "mid-June", "the week of April 10th"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from articles.engine.recognizers.dates.anchored_days import ANCHORED
from articles.engine.recognizers.dates.arithmetic import later
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Said
from articles.engine.recognizers.dates.holidays import Holiday
from articles.engine.recognizers.dates.lengths import unit_of
from articles.engine.recognizers.dates.months import monday_of, quarter, week_from
from articles.engine.recognizers.dates.placing import first_day, placed
from articles.engine.recognizers.dates.running import stretch_of
from articles.engine.recognizers.dates.values import (
    DAY,
    DAYS_OF_WEEK,
    MONTHS_OF_YEAR,
    WEEK,
    Calendar,
    Edge,
    Grain,
    Length,
    Named,
    Stretch,
)

_WEEK_UNIT = ("", "W", 1)
_THURSDAY, _SATURDAY = 3, 5
_LONG_UNITS = frozenset(("Y", "M", "W"))
_MOST_WEEKS = 53


@ANCHORED.rule(
    "period",
    "the? (nth:ORDINAL|last:shift) unit:UNIT of period:period",
    "period:period possessive nth:ORDINAL unit:UNIT",
)
def nth_unit_of(said: Said, context: Context) -> Calendar | Stretch | None:
    """Read "the last week of July", "the first quarter of next year", "the third month of 2021"."""
    _, letter, size = unit = unit_of(said.token("unit"))
    which, whole = said["nth"] or said["last"], said["period"]
    if which == 0 or which < -1 or not isinstance(whole, Calendar | Stretch):
        return None
    if unit == _WEEK_UNIT:
        return _nth_week(placed(whole, context), which)
    if letter == "M" and isinstance(whole, Calendar) and whole.grain is Grain.YEAR:
        return quarter(whole.year, size, which if which > 0 else MONTHS_OF_YEAR // size)
    return _nth_day(placed(whole, context), which) if letter == "D" else None


def _nth_week(whole: Stretch | None, which: int) -> Stretch | None:
    """Return the nth week of a stretch; the first is the one that holds its first Thursday."""
    if whole is None:
        return None
    last = whole.end - DAY
    thursday = last - (last.weekday() - _THURSDAY) % DAYS_OF_WEEK * DAY
    if which > 0:
        ahead = (_THURSDAY - whole.start.weekday()) % DAYS_OF_WEEK
        thursday = whole.start + ahead * DAY + (which - 1) * WEEK
    return week_from(monday_of(thursday))


def _nth_day(whole: Stretch | None, which: int) -> Calendar | None:
    if whole is None:
        return None
    found = whole.start + (which - 1) * DAY if which > 0 else whole.end - DAY
    return Calendar.of(found) if found < whole.end else None


@ANCHORED.rule("period", "the? (nth:ORDINAL|last:shift) length:length of period:period")
def first_units_of(said: Said, context: Context) -> Stretch | None:
    """Read "the first ten days of last year", "the last four months of 2021"."""
    whole, length = placed(said["period"], context), said["length"]
    which = said["nth"] or said["last"]
    if whole is None or which not in (1, -1):
        return None
    if length.counts[0][0] == "W":
        whole = _nth_week(whole, which)
    if whole is None:
        return None
    if which > 0:
        return Stretch(whole.start, later(whole.start, length))
    return Stretch(later(whole.end, length, -1), whole.end)


@ANCHORED.rule(
    "period",
    "the? length:length (to|ended) end:period/date",
    "the unit:unit (to|ended) end:period/date",
)
def length_to(said: Said, context: Context) -> Stretch | None:
    """Read "the six months to December", "the year ended 31 July"."""
    last = placed(said["end"], replace(context, direction=-1))
    length = said["length"] or _one(said)
    whole = len(length.counts) == 1 and length.counts[0][0] in _LONG_UNITS
    if last is None or not whole or last.grain not in (Grain.DAY, Grain.MONTH):
        return None
    start = later(last.end, length, -1)
    is_of_months = start.day == last.end.day == 1
    iso = f"{start:%Y-%m}/{last.end - DAY:%Y-%m}" if is_of_months else ""
    return Stretch(start, last.end, iso=iso)


def _one(said: Said) -> Length:
    prefix, letter, size = unit_of(said.token("unit"))
    return Length(((prefix + letter, Decimal(size)),))


@ANCHORED.rule("period", "the? unit:unit number:small of period:period")
def numbered_week_of(said: Said, context: Context) -> Stretch | None:
    """Read "week 3 of 2027"."""
    whole = placed(said["period"], context)
    return _numbered_week(said, whole.start.year) if whole else None


@ANCHORED.rule("period", "the? unit:unit number:small", loose=True)
def numbered_week(said: Said, context: Context) -> Stretch | None:
    """Read "week 31"."""
    return _numbered_week(said, context.today.year)


def _numbered_week(said: Said, year: int) -> Stretch | None:
    number = said["number"]
    if said["unit"] != _WEEK_UNIT or not 1 <= number <= _MOST_WEEKS:
        return None
    return week_from(dt.date.fromisocalendar(year, number, 1))


@ANCHORED.rule("period", "the? unit:unit (how:of|starting on?) date:date")
def week_of(said: Said, context: Context) -> Stretch | None:
    """Read "the week of April 10th", "the week starting on 4 February"."""
    found = first_day(said["date"], context)
    if found is None or said["unit"] != _WEEK_UNIT:
        return None
    return week_from(monday_of(found)) if said.token("how") else Stretch(found, found + WEEK)


@ANCHORED.rule(
    "period",
    "the? edge:early/mid/late dash? of:period",
    "the? edge:middle/end/starting of (the|shift)? of:period",
    "the? edge:middle/end/starting of (the|shift:shift)? unit:unit",
)
def edge_of(said: Said, context: Context) -> Edge | None:
    """Read "early March", "mid-June", "the end of 2008", "the end of the year"."""
    unit = unit_of(said.token("unit"))
    if said["unit"] and context.is_news and unit[1] not in ("W", "M", "Y"):
        return None
    whole = said["of"] or stretch_of(unit, said["shift"] or 0, context)
    if not isinstance(whole, Calendar | Stretch | Named) or _is_day(whole):
        return None
    return Edge(_EDGES[context.word(said.token("edge"))[:3]], whole)


_EDGES = {"ear": "start", "sta": "start", "beg": "start", "com": "start", "mid": "mid", "lat": "end", "end": "end"}  # fmt: skip


def _is_day(whole: object) -> bool:
    return isinstance(whole, Calendar) and whole.grain is Grain.DAY


@ANCHORED.rule("period", "end:month_end/year_end", loose=True)
def end_of_running(said: Said, context: Context) -> Edge | None:
    """Read "EOY"."""
    letter = "M" if said.has("end", "month_end") else "Y"
    whole = stretch_of(("", letter, 1), 0, context)
    return Edge("end", whole) if whole else None


@ANCHORED.rule("period", "the? weekend of date:date", "date:date weekend year:period?")
def weekend_of(said: Said, context: Context) -> Stretch | None:
    """Read "the weekend of Halloween"."""
    found, year = said["date"], said["year"]
    if isinstance(found, Holiday) and isinstance(year, Calendar) and year.year:
        found = Calendar.of(found.on(year.year))
    at = first_day(found, context)
    if at is None:
        return None
    saturday = at + (_SATURDAY - at.weekday() if at.weekday() else -2) * DAY
    start, end = min(saturday, at), max(saturday + DAY, at) + DAY
    timex = week_from(monday_of(saturday)).timex
    return Stretch(start, end, Grain.WEEKEND, timex=f"{timex}-WE")
