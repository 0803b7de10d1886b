"""From one time of day to another: "from 9 to 11:30", "5 to 6pm", "from 9 for two hours"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from articles.engine.recognizers.dates.arithmetic import add
from articles.engine.recognizers.dates.clock_rules import in_half, in_part, read_clock
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.parts import part_of
from articles.engine.recognizers.dates.values import NOON, Clock, Hours

CLOCK_RANGES = Layer()

_SOME_DAY = dt.date(2000, 1, 1)


@CLOCK_RANGES.rule(
    "hours",
    "(from|between)? start:time (to|until|dash|and) end:time ((in the)? part:part)?",
    "(from|between)? start:INT/dotted (to|until|dash|and) end:time ((in the)? part:part)?",
)
def hours(said: Said, _context: Context) -> Hours | None:
    """Read "from 9am to 11:30", "5 to 6pm"."""
    start, end = read_clock(said["start"]), read_clock(said["end"])
    if start is None or end is None:
        return None
    if said.token("part"):
        part = part_of(said["part"])
        start, end = in_part(start, part), in_part(end, part)
    return paired(start, end)


@CLOCK_RANGES.rule(
    "hours",
    "(from|between|at) start:time (to|until|dash|and) end:INT/dotted (?!unit|MONTH) ((in the)? part:part)?",
    "start:time dash end:INT (?!unit|MONTH)",
    "(from|between) start:INT (to|until|dash|and) end:INT ((in the)? part:part)?",
    loose=True,
)
def loose_hours(said: Said, context: Context) -> Hours | None:
    """Read "between 5 and 6 in the afternoon", "8am-3"."""
    found: Hours | None = hours(said, context)
    return found


def paired(start: Clock, end: Clock) -> Hours:
    """Return two times of which each may say in which half of the day the other is."""
    if end.sure and not start.sure and start.hour <= NOON:
        both = in_half(start, "p" if end.hour >= NOON else "a")
        start = both if both.minutes < end.minutes else in_half(start, "a")
    elif start.sure and not end.sure and end.hour <= NOON:
        same = in_half(end, "p" if start.hour >= NOON else "a")
        end = same if same.minutes > start.minutes else in_half(end, "p")
    elif not start.sure and end.minutes <= start.minutes and end.hour < NOON:
        end = replace(end, hour=end.hour + NOON)
    return Hours(start, end)


@CLOCK_RANGES.rule(
    "hours",
    "from? start:time/INT for length:length",
    "for length:length from start:time/INT (?!unit|date|MONTH)",
    loose=True,
)
def hours_for(said: Said, _context: Context) -> Hours | None:
    """Read "from 9 for two hours"."""
    start, length = read_clock(said["start"]), said["length"]
    if start is None or not all(letter.startswith("T") for letter, _ in length.counts):
        return None
    end = add(dt.datetime.combine(_SOME_DAY, dt.time(start.hour, start.minute or 0)), length)
    return Hours(start, Clock(end.hour, end.minute, 0, sure=True))
