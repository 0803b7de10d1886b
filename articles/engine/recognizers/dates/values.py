"""What tokens mean before anybody says when: days, stretches, times of day, lengths of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
DAYS_OF_WEEK = 7
LAST_DAY = 31
MONTHS_OF_YEAR = 12
DECADE = 10
CENTURY = 100
NOON = 12
HOURS = 24
MINUTES = 60


class Grain(StrEnum):
    """How precise a date is."""

    SECOND = "second"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


_GRAIN_OF_MONTHS = {1: Grain.MONTH, 3: Grain.QUARTER, 6: Grain.HALF}

Unit = tuple[str, str, int]
"""A unit of time: "T" for those of the clock, its letter in ISO 8601, how many of them it is."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, or `months` months from `month` on, or a year: as much of it as is said.

    `possible` are the days that an ambiguous numeric date may mean; then only the year is certain.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: int = 1
    possible: tuple[dt.date, ...] = ()

    @property
    def grain(self) -> Grain:
        """Return how precise it is."""
        if self.day is not None or self.weekday is not None:
            return Grain.DAY
        return _GRAIN_OF_MONTHS[self.months] if self.month is not None else Grain.YEAR

    @classmethod
    def of(cls, date: dt.date) -> Calendar:
        """Return a certain day."""
        return cls(date.year, date.month, date.day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to the one before `end`; `timex` names them where TIMEX3 has a name."""

    start: dt.date
    end: dt.date
    grain: Grain = Grain.INTERVAL
    timex: str = ""
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A time that has a name and no agreed borders: a fiscal year."""

    timex: str
    iso: str
    grain: Grain


@dataclass(frozen=True, slots=True)
class Edge:
    """The start, the middle or the end of something: "early March", "the end of 2008"."""

    mod: str
    of: Calendar | Stretch | Named


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. Without am, pm or a 24-hour clock it is not `sure` which half of the day it is in."""

    hour: int
    minute: int | None = None
    second: int | None = None
    sure: bool = False
    mod: str = ""

    @property
    def is_valid(self) -> bool:
        """Say whether a clock can show it."""
        return self.hour <= HOURS and (self.minute or 0) < MINUTES

    @property
    def minutes(self) -> int:
        """Return the minutes since midnight."""
        return self.hour * MINUTES + (self.minute or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: "morning"."""

    code: str
    first: int
    end: int
    mod: str = ""

    @property
    def is_meal(self) -> bool:
        """Say whether it is the time of a meal."""
        return self.code.startswith("ME")


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time of day to another."""

    start: Clock
    end: Clock


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; `counts` are amounts by ISO letter, hours and smaller ones behind a T."""

    counts: tuple[tuple[str, Decimal], ...]
    mod: str = ""

    @property
    def is_of_clock(self) -> bool:
        """Say whether hours, minutes or seconds are in it."""
        return any(letter.startswith("T") for letter, _ in self.counts)


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment of a clock: "in five minutes"."""

    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Now:
    """The present: "now", "at the moment"."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day with a time of day."""

    day: Calendar
    time: Clock | Part | Hours | Bound


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    start: object
    end: object


@dataclass(frozen=True, slots=True)
class Bound:
    """A time of which only one end is given: before, after, since, until."""

    mod: str
    of: object


@dataclass(frozen=True, slots=True)
class Repeated:
    """What happens again and again; TIMEX3 says how often."""

    timex: str
