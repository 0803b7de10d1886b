"""Times of day: "8:30 pm", "ten o'clock", "half past seven"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.values import CENTURY, HOURS, MINUTES, NOON, Clock, Part

CLOCK = Layer()

_QUARTER, _HALF = 15, 30
_FEWEST_SPELLED_MINUTES = 10
_FIRST_EVENING_HOUR = 5
_OF_A_YEAR = 6


@CLOCK.rule(
    "time",
    "at:clock/dotted/military/small/spelled/year stop? half:meridiem",
    "at at:dotted half:meridiem",
    "hour:spelled dash? minutes:spelled half:meridiem",
)
def with_half(said: Said, _context: Context) -> Clock | None:
    """Read "8:30 pm", "7 a.m.", "one thirty pm"."""
    clock = Clock(said["hour"], said["minutes"]) if said["hour"] else read_clock(said["at"])
    return in_half(clock, said["half"]) if clock and clock.is_valid else None


@CLOCK.rule("time", "at:clock/military")
def plain_clock(said: Said, _context: Context) -> Clock:
    """Read "17:30" and "0730"."""
    clock: Clock = said["at"]
    return clock


@CLOCK.rule("time", "hour:spelled dash? minutes:spelled (?!unit|x x)", loose=True)
def spelled_clock(said: Said, _context: Context) -> Clock | None:
    """Read "three thirty" where a time of day is to be expected."""
    before = said.before
    if before is None or not before.is_a("at", "from", "to", "until", "between", "and", "ordinal"):
        return None
    clock = Clock(said["hour"], said["minutes"])
    fits = clock.hour <= NOON and _FEWEST_SPELLED_MINUTES <= said["minutes"] < MINUTES
    return clock if fits else None


@CLOCK.rule("time", "at:clock/small/spelled oclock", "hour:small/spelled minutes:spelled oclock")
def oclock(said: Said, _context: Context) -> Clock | None:
    """Read "ten o'clock"."""
    clock = read_clock(said["at"] or said["hour"])
    return clock if clock and clock.is_valid else None


@CLOCK.rule("time", "INT? hour:hour")
def named_hour(said: Said, _context: Context) -> Clock:
    """Read "noon", "midnight", "12 noon"."""
    return Clock(said["hour"], sure=True)


@CLOCK.rule(
    "time",
    "a? share:half/quarter way:past/to at:INT/time oclock?",
    "minutes:INT unit:unit? way:past/to at:INT/time oclock?",
)
def counted_from_hour(said: Said, context: Context) -> Clock | None:
    """Read "half past seven", "a quarter to five", "20 min past eight"; "five to seven" are two hours."""
    is_past = context.word(said.token("way")) == "past"
    counts_minutes = said["unit"] == ("T", "M", 1)
    if said["minutes"] and not is_past and not counts_minutes:
        return None
    is_half = said["share"] == ("", "M", _OF_A_YEAR)
    minutes = said["minutes"] or (_HALF if is_half else _QUARTER)
    hour = said["at"]
    if not isinstance(hour, int) or not 0 < hour <= NOON or minutes >= MINUTES:
        return None
    return Clock(hour, minutes) if is_past else Clock(hour - 1 or NOON, MINUTES - minutes)


def read_clock(value: Any) -> Clock | None:
    """Return the time that a number may mean: 7, 2.30, 1140."""
    if isinstance(value, Clock):
        return value
    if isinstance(value, tuple):
        return Clock(*value) if value[1] < MINUTES else None
    if not isinstance(value, int):
        return None
    hour, minute = divmod(value, CENTURY) if value >= CENTURY else (value, None)
    clock = Clock(hour, minute)
    return clock if clock.is_valid else None


def in_half(clock: Clock, half: str) -> Clock:
    """Return the time in the morning ("a") or after noon ("p")."""
    late = NOON if half == "p" else 0
    hour = clock.hour if clock.hour > NOON else clock.hour % NOON + late
    return replace(clock, hour=hour, sure=True)


def in_part(clock: Clock, part: Part) -> Clock:
    """Return the time in a part of the day: "seven in the evening" is 19:00."""
    if clock.sure or clock.hour > NOON:
        return clock
    if part.first >= HOURS - 4:
        return in_half(clock, "p" if clock.hour % NOON >= _FIRST_EVENING_HOUR else "a")
    return in_half(clock, "a" if part.first < NOON and not part.is_meal else "p")
