"""Days with a time of day: "tomorrow at 8am", "Monday from 9 to 11", "Sunday evening"."""

from __future__ import annotations

from dataclasses import replace

from articles.engine.recognizers.dates.clock_rules import in_part, read_clock
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.hours import paired
from articles.engine.recognizers.dates.parts import part_of
from articles.engine.recognizers.dates.values import (
    NOON,
    Bound,
    Calendar,
    Clock,
    Dated,
    Grain,
    Hours,
    Part,
)

MOMENTS = Layer()

_HALVES = {"a": Part("MO", 8, 12), "p": Part("AF", 12, 16)}
_END_OF_DAY = Clock(23, 59, 59, sure=True)


@MOMENTS.rule(
    "moment",
    "day:date comma? (at|for|around|by)? at:time",
    "day:date (at|around) at:INT/dotted (?!unit)",
    "at:time (on|of|comma|for)? day:date",
    "(shift|date) comma day:date comma? at? at:time",
    "day:date at:time year:period",
)
def moment(said: Said, _context: Context) -> Dated | None:
    """Read "tomorrow at 8am", "9am on Tuesday", "Oct 26 15:50:06 2016"."""
    clock, day, year = read_clock(said["at"]), said["day"], said["year"]
    if clock is None or not isinstance(day, Calendar):
        return None
    if isinstance(year, Calendar):
        if day.year or year.grain is not Grain.YEAR:
            return None
        day = replace(day, year=year.year)
    return Dated(day, clock)


@MOMENTS.rule(
    "moment",
    "part:moments (at|around|comma)? at:time",
    "part:moments (at|around) at:INT (?!unit)",
    "at:time/INT comma? part:moments",
)
def moment_of_part(said: Said, _context: Context) -> Dated | None:
    """Read "tonight at 7", "last night at 8"."""
    clock, dated = read_clock(said["at"]), said["part"]
    if clock is None or not isinstance(dated.time, Part):
        return None
    return Dated(dated.day, in_part(clock, dated.time))


@MOMENTS.rule(
    "moments",
    "day:date comma? (in the?|on)? part:part",
    "day:date night",
    "part:part (of|on)? day:date",
)
def part_of_date(said: Said, _context: Context) -> Dated | None:
    """Read "Monday morning"; "lunch tomorrow" are two times."""
    part = part_of(said["part"])
    if part.is_meal or not isinstance(said["day"], Calendar):
        return None
    return Dated(said["day"], part)


@MOMENTS.rule("moments", "day:date half:meridiem", loose=True)
def half_of_date(said: Said, _context: Context) -> Dated | None:
    """Read "today pm"."""
    day = said["day"]
    return Dated(day, _HALVES[said["half"]]) if isinstance(day, Calendar) else None


@MOMENTS.rule(
    "moments",
    "day:date comma? when:hours",
    "when:hours (on|of|comma)? day:date",
    "when:hours (on|of)? day:date part:part/night",
    "day:date part:part/night comma? when:hours",
    "placed:moments comma? when:hours",
    "when:hours comma? placed:moments",
)
def hours_of_date(said: Said, _context: Context) -> Dated | None:
    """Read "tomorrow from 10 to 12", "3-8pm yesterday afternoon"."""
    if not said.token("placed") and not isinstance(said["day"], Calendar):
        return None
    dated = said["placed"] or Dated(said["day"], said["when"])
    return _in_part(dated, said["when"], said)


@MOMENTS.rule(
    "moments",
    "day:date (from|between)? start:INT (dash|to|and) end:INT (?!unit|x dash)",
    "day:date part:part/night (from|between)? start:INT (dash|to|and) end:INT (?!unit)",
    "(from|between)? start:INT (dash|to|and) end:INT day:date",
    "(from|between)? start:INT (dash|to|and) end:INT placed:moments",
    loose=True,
)
def loose_hours_of_date(said: Said, _context: Context) -> Dated | None:
    """Read "Monday 11-4"."""
    day = said["day"]
    if max(said["start"], said["end"]) > NOON:
        return None
    between = paired(Clock(said["start"]), Clock(said["end"]))
    dated = said["placed"] or (Dated(day, between) if isinstance(day, Calendar) else None)
    return _in_part(dated, between, said) if dated else None


def _in_part(dated: Dated, between: Hours, said: Said) -> Dated:
    """Return hours on a day, in the part of it that is named."""
    part = part_of(said["part"]) if said.token("part") else dated.time
    if isinstance(part, Part):
        between = paired(in_part(between.start, part), in_part(between.end, part))
    return Dated(dated.day, between)


@MOMENTS.rule(
    "moments",
    "day:date comma? side:before/by/after/since around? at:time",
    "day:date side:no later than at:time",
    "day:date side:later than at:time",
)
def bounded_moment(said: Said, _context: Context) -> Dated | None:
    """Read "Thursday before 5pm"."""
    mod = "before" if said.has("side", "before", "by", "no") else "after"
    clock, day = read_clock(said["at"]), said["day"]
    return Dated(day, Bound(mod, clock)) if clock and isinstance(day, Calendar) else None


@MOMENTS.rule(
    "moment", "the? end of the? day:date", "the? day_end", "the? end of the? unit:unit", loose=True
)
def end_of_day(said: Said, context: Context) -> Dated | None:
    """Read "end of tomorrow", "EOD"."""
    if said["unit"] not in (None, ("", "D", 1)):
        return None
    day = said["day"] or Calendar.of(context.today)
    return Dated(day, _END_OF_DAY) if isinstance(day, Calendar) else None
