"""Parts of the day, and times of day in them: "late evening", "seven in the morning"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articles.engine.recognizers.dates.clock_rules import in_part, read_clock
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.values import DAY, Calendar, Clock, Dated, Part

PLACED_PARTS = Layer()
PARTS = Layer()

NIGHT = Part("NI", 20, 24)
NIGHT_TIME = Part("NT", 0, 8)
MIDNIGHT = Part("MIDNIGHT", 0, 0)


@PLACED_PARTS.rule("moments", "tonight")
def tonight(_said: Said, context: Context) -> Dated:
    """Read "tonight"."""
    return Dated(Calendar.of(context.today), NIGHT)


@PLACED_PARTS.rule("moments", "the? (when:early/late/later (in the)?)? shift:SHIFT part:part/night")
def part_of_running_day(said: Said, context: Context) -> Dated | None:
    """Read "this morning", "last night"."""
    if context.is_news and said.has("shift", "undefined"):
        return None
    part = _side(part_of(said["part"]), context.word(said.token("when")))
    return Dated(Calendar.of(context.today + said["shift"] * DAY), part)


@PARTS.rule("part", "when:early/late part:part/night", "when:early/later in the part:part/night")
def side_of_part(said: Said, context: Context) -> Part:
    """Read "late afternoon", "early in the morning"."""
    return _side(part_of(said["part"]), context.word(said.token("when")))


@PARTS.rule("part", "(in the?|at|the)? part:part/night", "at part:meal")
def part_of_day(said: Said, context: Context) -> Part | None:
    """Read "in the morning", "lunchtime"."""
    greeting = context.word(said.before) == "good"
    return None if greeting else part_of(said["part"])


@PARTS.rule("part", "mid night", "in the? night dash time_word")
def part_of_night(said: Said, context: Context) -> Part:
    """Read "mid night", "in the night-time"."""
    return MIDNIGHT if context.said(said).startswith("mid") else NIGHT_TIME


@PARTS.rule("time", "around at:time", "at at:dotted (?!x x|percent)", loose=True)
def around(said: Said, _context: Context) -> Clock | None:
    """Read "around 1pm", "at 6.45"."""
    clock = read_clock(said["at"])
    if clock is None or said.has("at", "dotted"):
        return clock
    return replace(clock, mod="approx")


@PARTS.rule(
    "time",
    "(early|late)? part:part/night comma? (at at:time/INT/dotted|at:time) (?!unit|date|MONTH)",
    "in the? part:part/night (at? at:time|at at:INT)",
    "at:time (in the?|at)? (early|late)? part:part/night",
    "at:INT/dotted in the? part:part/night",
)
def clock_in_part(said: Said, _context: Context) -> Clock | None:
    """Read "seven in the evening", "8am this morning", "in the morning at 7"."""
    clock = read_clock(said["at"])
    return in_part(clock, part_of(said["part"])) if clock and clock.is_valid else None


def part_of(value: Any) -> Part:
    """Return a part of the day; "night" is a unit of time as well."""
    return value if isinstance(value, Part) else NIGHT


def _side(part: Part, when: str) -> Part:
    """Return the first or the second half of a part."""
    middle = (part.first + part.end) // 2
    if when == "early":
        return replace(part, end=middle, mod="start")
    return replace(part, first=middle, mod="end") if when else part
