"""Stretches counted from the day on which the text was written: "last week", "the next three years"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from articles.engine.recognizers.dates.arithmetic import add, later
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Said
from articles.engine.recognizers.dates.lengths import unit_of
from articles.engine.recognizers.dates.placing import partial_iso, placed
from articles.engine.recognizers.dates.relative_days import RELATIVE
from articles.engine.recognizers.dates.running import (
    Period,
    aligned,
    clock_unit,
    stretch_of,
    working_week,
)
from articles.engine.recognizers.dates.values import (
    DAY,
    Calendar,
    Edge,
    Grain,
    Instant,
    Length,
    Named,
    Range,
    Stretch,
)

_LETTER_OF_DAYS = "D"
_AUXILIARY = re.compile(
    r"(?:\b(?:to|will|would|could|can|may|might|must|should|shall|not|did|does)|n['’]t)\s+$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_YEAR_UNIT = ("", "Y", 1)
_MIDDLE_OF_MONTH, _MIDDLE_OF_YEAR = 16, 7


@RELATIVE.rule("period", "shift:SHIFT unit:unit/quarter/weekend (?!of)")
def shifted_unit(said: Said, context: Context) -> Period | None:
    """Read "last week", "this year", "next quarter"; "the last weeks" and "that year" are no dates."""
    unit = unit_of(said.token("unit"))
    vague = context.said(said).endswith("s") or said.has("shift", "undefined")
    if context.is_news and (vague or unit[1] == _LETTER_OF_DAYS):
        return None
    return stretch_of(unit, said["shift"], context)


@RELATIVE.rule("period", "the unit:unit after shift:shift")
def unit_after_next(said: Said, context: Context) -> Period | None:
    """Read "the week after next"."""
    shift = said["shift"]
    return stretch_of(unit_of(said.token("unit")), shift + 1, context) if shift == 1 else None


@RELATIVE.rule("period", "shift:SHIFT business unit:unit", "shift:SHIFT unit:workweek")
def shifted_working_week(said: Said, context: Context) -> Stretch:
    """Read "this working week"."""
    return working_week(said["shift"], context)


@RELATIVE.rule("period", "shift:SHIFT unit:unit (?!of)", loose=True)
def shifted_hour(said: Said, context: Context) -> Range | None:
    """Read "next hour", "last minute"."""
    return clock_unit(unit_of(said.token("unit")), said["shift"], context)


@RELATIVE.rule(
    "period",
    "the unit:unit (?!year|small|of|to|starting|after shift|before|after)",
    "the? unit:weekend (?!of)",
    loose=True,
)
def running_unit(said: Said, context: Context) -> Period | None:
    """Read "for the week", "the year": the one that runs."""
    after_date = said.before is not None and said.before.is_a("date")
    return None if after_date else stretch_of(unit_of(said.token("unit")), 0, context)


@RELATIVE.rule(
    "period",
    "the? shift:SHIFT length:length (?!of)",
    "the count:INT shift:SHIFT unit:unit",
    loose=True,
)
def shifted_length(said: Said, context: Context) -> Stretch | Range | None:
    """Read "the next three days", "the past two years", "the 5 upcoming years"."""
    shift, length = said["shift"], said["length"] or _length(said)
    if shift == 0 or _is_verb(said, context):
        return None
    if length.is_of_clock:
        first, last = sorted((context.now, add(context.now, length, shift)))
        return Range(Instant(first), Instant(last))
    (letter, count), *more = length.counts
    if not more and re.search("quarter|decade", context.said(said)):
        return aligned(letter, int(count), shift, context.today)
    if shift < 0:
        return Stretch(later(context.today, length, -1), context.today)
    return Stretch(context.today + DAY, later(context.today + DAY, length))


def _length(said: Said) -> Length:
    prefix, letter, size = unit_of(said.token("unit"))
    return Length(((prefix + letter, Decimal(said["count"] * size)),))


def _is_verb(said: Said, context: Context) -> bool:
    """Say whether "last" says how long something goes on: "may last two hours"."""
    start = said.matched[0].start
    low = max(0, start - _LOOK_BACK)
    said_last = context.said(said).startswith("last")
    return said_last and _AUXILIARY.search(context.text, low, start) is not None


@RELATIVE.rule("period", "when:earlier/later/early/late (in the|in? shift:SHIFT) unit:UNIT")
def earlier_in(said: Said, context: Context) -> Edge | Stretch | None:
    """Read "earlier this month", "later this year", "late last week"."""
    unit, shift = unit_of(said.token("unit")), said["shift"] or 0
    of = stretch_of(unit, shift, context)
    if of is None or (context.is_news and unit[1] == _LETTER_OF_DAYS):
        return None
    mod = "start" if said.has("when", "early", "earlier") else "end"
    over = said.has("when", "earlier", "later") and shift == 0
    return _side(of, mod, context) if over else Edge(mod, of)


def _side(of: Period, mod: str, context: Context) -> Stretch | None:
    """Return the part of a running week, month or year that is over, or still to come."""
    whole = placed(of, context)
    if whole is None:
        return None
    middle = whole.start + (whole.end - whole.start) // 2
    if whole.grain is Grain.MONTH:
        middle = whole.start.replace(day=_MIDDLE_OF_MONTH)
    elif whole.grain is Grain.YEAR:
        middle = whole.start.replace(month=_MIDDLE_OF_YEAR)
    if mod == "start":
        return replace(whole, end=min(middle, context.today), iso=partial_iso(of))
    return replace(whole, start=max(middle, context.today), iso=partial_iso(of))


@RELATIVE.rule("period", "shift:SHIFT month:MONTH (?!year|small)")
def shifted_month(said: Said, context: Context) -> Calendar | None:
    """Read "last May", "this September", "next March"; but not "this may be"."""
    month, today = said["month"], context.today
    word = said.token("month")
    if context.word(word) in ("may", "march") and word and context.text[word.start].islower():
        return None
    over = said["shift"] < 0 and month >= today.month
    to_come = said["shift"] > 0 and month <= today.month
    return Calendar(today.year - over + to_come, month)


@RELATIVE.rule("period", "month:MONTH shift:SHIFT unit:unit (?!of)")
def month_of_shifted_year(said: Said, context: Context) -> Calendar | None:
    """Read "August last year"."""
    if unit_of(said.token("unit")) != _YEAR_UNIT or said.has("shift", "undefined"):
        return None
    return Calendar(context.today.year + said["shift"], said["month"])


@RELATIVE.rule("period", "shift:SHIFT kind:fiscal/school/calendar unit")
def shifted_year_of_kind(said: Said, context: Context) -> Named | Calendar:
    """Read "last fiscal year"."""
    year = context.today.year + said["shift"]
    return Named(f"{said['kind']}{year}", f"{year}", Grain.YEAR) if said["kind"] else Calendar(year)


@RELATIVE.rule("period", "kind:fiscal unit", loose=True)
def fiscal_year(said: Said, _context: Context) -> Named:
    """Read "fiscal year"."""
    return Named(f"{said['kind']}XXXX", "", Grain.YEAR)


@RELATIVE.rule("period", "the? unit:unit to date_word", "year_to_date")
def year_to_date(_said: Said, context: Context) -> Stretch:
    """Read "the year to date"."""
    return Stretch(context.today.replace(month=1, day=1), context.today)


@RELATIVE.rule("period", "the? rest of (the|shift) unit:unit")
def rest_of(said: Said, context: Context) -> Stretch | None:
    """Read "the rest of the week"."""
    whole = placed(stretch_of(unit_of(said.token("unit")), 0, context), context)
    return Stretch(context.today, whole.end - DAY) if whole else None
