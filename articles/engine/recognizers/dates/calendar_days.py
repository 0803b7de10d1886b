"""Days as a calendar names them: "3 May 2024", "May 3rd", 2024-05-03, Christmas."""

from __future__ import annotations

import datetime as dt

from articles.engine.recognizers.dates.bare import follows_name
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.holidays import Holiday
from articles.engine.recognizers.dates.months import FIRST_YEAR, LAST_YEAR, day, full_year
from articles.engine.recognizers.dates.runs import Numeric
from articles.engine.recognizers.dates.values import CENTURY, Calendar

CALENDAR = Layer()

_LONGEST_ABBREVIATION = len("sept")


@CALENDAR.rule(
    "date",
    "the? day:ordinal/second/small (unit:unit of|of)? (dash|slash)? month:MONTH (stop? comma? (of|in)? (dash|slash)? year:year)?",
    "month:MONTH stop? (comma|dash|slash)? the? day:ordinal/second/small (?!MONTH) (comma? (of|in)? (dash|slash)? year:year)?",
    "year:year (dash|slash) month:MONTH (dash|slash) day:small",
    "day:small (dash|slash) year:year (dash|slash) month:MONTH",
)
def day_of_month(said: Said, context: Context) -> Calendar | None:
    """Read "3 May 2024", "May 3rd", "the 15th day of June", "05-Aug-2016"."""
    year = said["year"]
    if said["unit"] not in (None, ("", "D", 1)):
        return None
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if context.is_news and not _is_tight(said, context):
        return None
    return day(said["day"], said["month"], year)


@CALENDAR.rule(
    "date",
    "the? day:spelled of? month:MONTH (comma? (of|in)? year:year)?",
    "month:MONTH comma? day:spelled (?!MONTH) (comma? (of|in)? year:year)?",
    "the? day:ORDINAL/INT of? month:MONTH of short:small",
    "month:MONTH the? day:ordinal comma? short:INT (?!meridiem|oclock|INT|time|dash)",
    "year:year (dash|slash) day:small (dash|slash) month:MONTH",
    "year:year month:small day:small",
    "month:MONTH (dash|slash) year:year (dash|slash) day:small",
    loose=True,
)
def loose_day_of_month(said: Said, context: Context) -> Calendar | None:
    """Read "May twenty nine", "15 April of 87"; but not "one may ask"."""
    is_verb = context.word(said.token("month")) in ("may", "march")
    if said.has("day", "spelled") and said.matched[0] is said.token("day") and is_verb:
        return None
    year = full_year(said["short"], context) if said["short"] else said["year"]
    return day(said["day"], said["month"], year)


def _is_tight(said: Said, context: Context) -> bool:
    """Say whether day and month stand together as they do in print: not "in August, three shippers"."""
    number, month = said.token("day"), said.token("month")
    if number is None or month is None:
        return False
    is_other_word = context.word(month) in ("may", "march") and month is said.matched[0]
    if is_other_word and follows_name(month.start, context):
        return False
    first, last = sorted((number, month), key=lambda token: token.start)
    between = context.words(first.end, last.start)
    if "." in between:
        return len(context.word(month)) <= _LONGEST_ABBREVIATION
    return "," not in between and (" " not in between or not set(between) & set("-–—/"))


@CALENDAR.rule("date", "iso:day", "numeric:numeric")
def numeric_day(said: Said, context: Context) -> Calendar | None:
    """Read 2024-05-03 and 5/3/2024; where day and month could change places, the year alone."""
    if said.token("iso"):
        return Calendar.of(said["iso"])
    written: Numeric = said["numeric"]
    year = written.year if written.year >= CENTURY else full_year(written.year, context)
    month_first = day(written.second, written.first, year)
    day_first = day(written.first, written.second, year)
    if written.mark == ".":
        return day_first or month_first
    if month_first is None or day_first is None or month_first == day_first:
        return month_first or day_first
    if context.day_first is not None:
        return day_first if context.day_first else month_first
    first, second = written.first, written.second
    return Calendar(year, possible=(dt.date(year, first, second), dt.date(year, second, first)))


@CALENDAR.rule("date", "pair:slashed (comma? year:year)?", "pair:dotted", loose=True)
def short_numeric_day(said: Said, _context: Context) -> Calendar | None:
    """Read "5/12" and "on 5.12", which in news may as well be fractions and scores."""
    first, second = said["pair"]
    dotted_day = said.before and said.before.is_a("on", "weekday", "doubtful_weekday", "shift")
    if said.has("pair", "dotted") and not dotted_day:
        return None
    return day(second, first, said["year"]) or day(first, second, said["year"])


@CALENDAR.rule("date", "holiday:holiday comma? of? year:year")
def holiday_of_year(said: Said, _context: Context) -> Calendar:
    """Read "Easter 2018"."""
    return Calendar.of(said["holiday"].on(said["year"]))


@CALENDAR.rule("date", "holiday:holiday", loose=True)
def holiday(said: Said, _context: Context) -> Holiday:
    """Read "Christmas", which in news is often a time of shopping."""
    named: Holiday = said["holiday"]
    return named
