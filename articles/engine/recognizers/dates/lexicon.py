"""The words that the grammar of dates knows: each with its class and its value."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from articles.engine.data import vocabulary
from articles.engine.recognizers.dates.patterns import code
from articles.engine.recognizers.dates.values import Part, Repeated, Unit

_WORDS = vocabulary("dates")
_SIGNS: dict[str, str] = vocabulary("numerals")["signs"]
_DOUBTFUL = _WORDS["doubtful"]
_FULL_NAME = "day"

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(vocabulary("stamps")["months"], 1) for name in names
}
UNITS: dict[str, Unit] = {word: tuple(unit) for word, unit in _WORDS["valued"]["unit"].items()}

_Entry = tuple[str, str, Any]


def _entries() -> Iterator[_Entry]:
    """Yield words with their class and their value; later ones count."""
    for name, words in _WORDS["words"].items():
        yield from ((word, name, None) for word in words)
    for name, values in _WORDS["valued"].items():
        for word, value in values.items():
            yield word, name, tuple(value) if isinstance(value, list) else value
    for name in ("part", "meal"):
        yield from ((word, name, Part(*part)) for word, part in _WORDS[f"{name}s"].items())
    for word, how_often in _WORDS["repetitions"].items():
        yield word, "repeated", Repeated(how_often)
    yield from ((sign, "fraction", Fraction(share)) for sign, share in _SIGNS.items())
    yield from _names("month", MONTHS)
    yield from _names("weekday", _WORDS["weekdays"])


def _names(name: str, numbers: dict[str, int]) -> Iterator[_Entry]:
    """Yield months or weekdays; some are other words, too, and "Mondays" come again and again."""
    doubtful = _DOUBTFUL[f"{name}s"]
    for word, number in numbers.items():
        yield word, f"doubtful_{name}" if word in doubtful else name, number
        if word.endswith(_FULL_NAME):
            yield f"{word}s", f"{name}s", number


LEXICON = {word: (code(name), value) for word, name, value in _entries()}
"""Every word by its code and its value."""
