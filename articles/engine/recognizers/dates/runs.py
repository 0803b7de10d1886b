"""Runs of digits and signs: a clock, a numeric date, two years, or a telephone number, which is none of these.

What a run is, it says alone; what it means with its neighbours is the grammar's business.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from articles.engine.recognizers.dates.values import NOON, Clock

Piece = tuple[int, str, str, Any]
"""Where a piece of a run begins, its characters, its class and its value."""

_RANGES = frozenset(("clock", "numeric", "day", "slashed", "dotted", "small", "year", "military"))
_LONGEST_NUMBER = 15
_LONGEST_RANGE = 2 * _LONGEST_NUMBER


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in digits whose order is open: 11/6/2025."""

    first: int
    second: int
    year: int
    mark: str


def read_run(run: str) -> list[Piece]:
    """Return what the run consists of: one piece, two with a dash between, or several with commas."""
    whole = _classify(run)
    if whole:
        return [(0, run, *whole)]
    if "," in run:
        return list(_listed(run))
    return list(_ranged(run)) if len(run) <= _LONGEST_RANGE else [(0, run, "x", None)]


def _listed(run: str) -> Iterator[Piece]:
    at = 0
    for part in run.split(","):
        if at:
            yield at - 1, ",", "comma", None
        whole = _classify(part) if part else None
        yield (at, part, *(whole or ("x", None)))
        at += len(part) + 1


def _ranged(run: str) -> Iterator[Piece]:
    for dash in re.finditer("-", run):
        start, end = _classify(run[: dash.start()]), _classify(run[dash.end() :])
        if start and end and start[0] in _RANGES and end[0] in _RANGES:
            yield (0, run[: dash.start()], *start)
            yield dash.start(), "-", "dash", None
            yield (dash.end(), run[dash.end() :], *end)
            return
    yield 0, run, "x", None


def _classify(run: str) -> tuple[str, Any] | None:
    if len(run) > _LONGEST_NUMBER:
        return None
    for name, shape, value_of in _SHAPES:
        found = shape.fullmatch(run)
        value = value_of(found) if found else None
        if value is not None:
            return name, value
    return None


def _clock(found: re.Match[str]) -> Clock | None:
    hour, minute, second = (int(part) if part else 0 for part in (*found.groups(), None)[:3])
    clock = Clock(hour, minute, second or None, sure=hour > NOON or hour == 0)
    return clock if dt.time.max.hour >= hour and max(minute, second) < 60 else None  # noqa: PLR2004


def _day(found: re.Match[str]) -> dt.date | None:
    year, month, day = (int(part) for part in found.groups() if part.isdigit())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _numeric(found: re.Match[str]) -> Numeric:
    return Numeric(int(found[1]), int(found[3]), int(found[4]), found[2])


def _pair(found: re.Match[str]) -> tuple[int, int]:
    return int(found[1]), int(found[2])


def _whole(found: re.Match[str]) -> int:
    return int(found[0])


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found[0].replace(",", ""))


_SHAPES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Any]], ...] = (
    ("clock", re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?"), _clock),
    ("day", re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"), _day),
    ("day", re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)"), _day),
    ("numeric", re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)"), _numeric),
    ("slashed", re.compile(r"(\d{1,2})/(\d{1,2})"), _pair),
    ("dotted", re.compile(r"(\d{1,2})\.(\d\d?)"), _pair),
    ("small", re.compile(r"\d\d?"), _whole),
    ("year", re.compile(r"[12]\d{3}"), _whole),
    ("military", re.compile(r"(0\d)(\d\d)"), _clock),
    ("number", re.compile(r"\d{1,3}(?:,\d{2,3})*(?:\.\d+)?|\d+(?:\.\d+)?"), _number),
)
