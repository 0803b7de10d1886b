"""Invented words: seven letters for what articles say, five for what people are called.

They end as no suffix does, so the English stemmer leaves them as they are, and none begins with a
q: those stand for a word that is still to be filled in.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from random import Random
from typing import Final

_BEGINNINGS, _SERIAL_BEGINNINGS = "bcdfghjklm", "nprstvwz"
_INNER, _VOWELS, _ENDS = "bcdfghklmnprstvz", "aeiou", "kbpvx"
VOCABULARY: Final = 20_000

_RANKS: Final = range(VOCABULARY)
_WEIGHTS: Final = list(accumulate(1 / (rank + 1) for rank in _RANKS))  # Zipf: few words, often


@cache
def word(rank: int) -> str:
    """Return the word that is the `rank`-th most common, from 0."""
    return _spelled(rank * 7919, (_BEGINNINGS, _VOWELS, _INNER, _VOWELS, _INNER, _VOWELS, _ENDS))


def words(rng: Random, count: int) -> list[str]:
    """Return words as often as texts hold them."""
    return [word(rank) for rank in rng.choices(_RANKS, cum_weights=_WEIGHTS, k=count)]


def serial(number: int) -> str:
    """Return the word that one article alone has."""
    letters = (_SERIAL_BEGINNINGS, _VOWELS, _INNER, _VOWELS, _INNER, _VOWELS, _ENDS)
    return _spelled(number, letters)


def name(number: int) -> str:
    """Return a first or a last name."""
    return _spelled(number * 331, (_INNER, _VOWELS, _INNER, _VOWELS, _ENDS)).capitalize()


def thing(number: int) -> str:
    """Return the name of an organization or a topic."""
    return word(VOCABULARY + number).capitalize()


def _spelled(number: int, alphabets: tuple[str, ...]) -> str:
    letters = []
    for alphabet in reversed(alphabets):
        number, place = divmod(number, len(alphabet))
        letters.append(alphabet[place])
    return "".join(reversed(letters))
