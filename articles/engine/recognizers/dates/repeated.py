"""What happens again and again: "every Monday", "weekly", "Tuesdays at 9am"."""

from __future__ import annotations

from articles.engine.recognizers.dates.arithmetic import timex
from articles.engine.recognizers.dates.clock_rules import read_clock
from articles.engine.recognizers.dates.context import Context
from articles.engine.recognizers.dates.grammar import Layer, Said
from articles.engine.recognizers.dates.lengths import unit_of
from articles.engine.recognizers.dates.parts import part_of
from articles.engine.recognizers.dates.values import Repeated

REPEATED = Layer()
REPEATED_AT = Layer()


@REPEATED.rule("repeated", "every length:length")
def every_length(said: Said, _context: Context) -> Repeated:
    """Read "every two days"."""
    return Repeated(timex(said["length"]))


@REPEATED.rule("repeated", "(once|INT) length:length")
def so_often(said: Said, context: Context) -> Repeated | None:
    """Read "once a week"."""
    length = said.token("length")
    one = length is not None and context.word(length).startswith(("a ", "an "))
    return Repeated(timex(said["length"])) if one else None


@REPEATED.rule("repeated", "every second:other? unit:UNIT", "every count:INT unit:UNIT")
def every_unit(said: Said, context: Context) -> Repeated:
    """Read "each week", "every other day", "every three week"."""
    if said.has("unit", "night"):
        return Repeated("TNI")
    prefix, letter, size = unit_of(said.token("unit"))
    if letter == "WE" and not context.said(said).endswith("s"):
        return Repeated("XXXX-WXX-WE")
    count = size * (said["count"] or (2 if said.token("second") else 1))
    return Repeated(f"P{'T' * bool(prefix)}{count}{letter}")


@REPEATED.rule("repeated", "any unit:UNIT", "all:weekends", loose=True)
def any_unit(said: Said, context: Context) -> Repeated | None:
    """Read "any weekend", "all weekends"; "all week" is a length."""
    if context.said(said).startswith("all ") and not context.said(said).endswith("s"):
        return None
    prefix, letter, size = unit_of(said.token("unit") or said.token("all"))
    return Repeated(f"P{'T' * bool(prefix)}{size}{letter}")


@REPEATED.rule("repeated", "every weekday_word")
def every_working_day(_said: Said, _context: Context) -> Repeated:
    """Read "every weekday"."""
    return Repeated("P1WD")


@REPEATED.rule(
    "repeated",
    "every (other|ORDINAL)? day:WEEKDAY",
    "day:weekdays",
    "day:weekdays part:part",
    "day:WEEKDAY part:part/night",
    "every part:part",
    "part:part",
)
def every_weekday(said: Said, context: Context) -> Repeated | None:
    """Read "every Monday", "Friday mornings", "every evening"."""
    words = context.said(said)
    if not words.startswith(("every", "each")) and not words.endswith("s"):
        return None
    day = f"XXXX-WXX-{said['day'] + 1}" if said.token("day") else ""
    part = f"T{part_of(said['part']).code}" if said.token("part") else ""
    return Repeated(day + part)


@REPEATED.rule("repeated", "prefix:bi/semi dash? often:repeated")
def prefixed(said: Said, _context: Context) -> Repeated | None:
    """Read "bi-monthly", "semi-annually"."""
    often = said["often"].timex
    count = "2" if said.has("prefix", "bi") else "0.5"
    return Repeated(often.replace("1", count)) if "1" in often else None


@REPEATED.rule("repeated", "nth:ordinal of every unit:unit")
def day_of_every_month(said: Said, _context: Context) -> Repeated | None:
    """Read "the 19th of every month"."""
    return Repeated(f"XXXX-XX-{said['nth']:02}") if said["unit"][1] == "M" else None


@REPEATED_AT.rule(
    "repeated",
    "often:repeated at? at:time",
    "often:repeated at at:INT/dotted",
    "at? at:time often:repeated",
)
def repeated_at(said: Said, _context: Context) -> Repeated | None:
    """Read "every day at 7:13 p.m."."""
    clock, often = read_clock(said["at"]), said["often"].timex
    if clock is None:
        return None
    time = f"T{clock.hour:02}" + (f":{clock.minute:02}" if clock.minute is not None else "")
    return Repeated(time if often[0] in "PT" else often.partition("T")[0] + time)
