"""Whole numbers in digits and in words, cardinal and ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from articles.engine.data import vocabulary

_CARDINALS: dict[str, int] = vocabulary("figures")["words"]["numbers"]
_ORDINALS = {word: number for number, word in enumerate(vocabulary("numerals")["units"], 1)} | {
    word: 10 * number for number, word in enumerate(vocabulary("numerals")["tens"], 2)
}
_VALUES = _CARDINALS | _ORDINALS | {"hundred": 100, "a hundred": 100}
_TEN, _TWENTY = 10, 20


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TENS = _any_of(word for word, number in _CARDINALS.items() if number >= _TWENTY)

NUMERAL: Final = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}|(?:"
    + _TENS
    + r")-(?:"
    + _any_of(word for word, number in _CARDINALS.items() if number < _TEN)
    + r")|"
    + _any_of(_CARDINALS)
    + r"|(?:a\s)?hundred)"
)
"""A pattern for a whole number; spelled numbers are in small letters."""

ORDINAL: Final = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:"
    + _TENS
    + r")-(?:"
    + _any_of(word for word, number in _ORDINALS.items() if number < _TEN)
    + r")|"
    + _any_of(_ORDINALS)
    + r")"
)
"""A pattern for a place in an order."""

_DIGITS = re.compile(r"\d[\d,]*")


def value_of(words: str) -> int | None:
    """Return the whole number that a match of NUMERAL or ORDINAL says."""
    found = _DIGITS.match(words)
    if found:
        return int(found[0].replace(",", ""))
    values = [_VALUES.get(part) for part in words.lower().split("-")]
    return None if None in values else sum(value for value in values if value)
