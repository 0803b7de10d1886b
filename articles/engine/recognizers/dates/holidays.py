"""Days that have a name: on a fixed day, on a weekday of a month, or counted from Easter."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from articles.engine.data import vocabulary

_FIXED: dict[str, list[int]] = vocabulary("dates")["holidays"]
_EASTER: dict[str, int] = vocabulary("dates")["easter"]
_NAMES = sorted((*_FIXED, *_EASTER), key=len, reverse=True)
_WEEK = 7

HOLIDAYS = re.compile(
    r"(?:" + "|".join(name.replace("'", "['’]?").replace(" ", r"\s") for name in _NAMES) + r")\b",
    re.IGNORECASE,
)
OPENINGS = frozenset(re.split(r"\W", name)[0] for name in _NAMES)
"""The words that a holiday's name begins with."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day; `on` says when it is in a year."""

    rule: tuple[int, ...]

    def on(self, year: int) -> dt.date:
        """Return its day in a year."""
        if len(self.rule) == 1:
            return _easter(year) + dt.timedelta(days=self.rule[0])
        month, day, *which = self.rule
        return nth_weekday(year, month, day, which[0]) if which else dt.date(year, month, day)


def read_holiday(name: str) -> Holiday:
    """Return the holiday that a match of HOLIDAYS names."""
    key = _KEYS[_folded(name)]
    return Holiday((_EASTER[key],) if key in _EASTER else tuple(_FIXED[key]))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """Return the first, second … Monday of a month; -1 is the last."""
    if which < 0:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return nth_weekday(following.year, following.month, weekday, 1) - dt.timedelta(weeks=1)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % _WEEK, weeks=which - 1)


def _folded(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub("['’]", "", name.lower()))


_KEYS = {_folded(name): name for name in _NAMES}


def _easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
