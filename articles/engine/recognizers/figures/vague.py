"""Numbers that say no more than their size: "thousands of contributors" are at least a thousand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.numbers import Number
from articles.engine.recognizers.figures.patterns import any_of

AT_LEAST = "at least"
_SIZES: dict[str, int] = vocabulary("numerals")["vague"]
_VAGUE = re.compile(
    rf"(?:(?P<many>{any_of(_SIZES)})\sof\s)?(?P<size>{any_of(_SIZES)})\sof(?=\s[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Vague:
    """The least that the words mean; `number` goes on to the end of "of", the words to `end`."""

    number: Number
    end: int


def vague(text: str, start: int) -> Vague | None:
    """Return what "tens of thousands of" and the like mean, or None."""
    found = _VAGUE.match(text, start)
    if found is None:
        return None
    size = _SIZES[found["size"].lower()] * _SIZES.get((found["many"] or "").lower(), 1)
    number = Number(start, found.end(), Decimal(size), scale=size)
    return Vague(number, found.end("size"))
