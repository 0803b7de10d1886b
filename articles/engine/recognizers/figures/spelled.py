"""Numbers in words: "twenty-five", "two thirds", "half a million", "a dozen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from articles.engine.data import vocabulary
from articles.engine.numerals import CARDINALS, SCALES, read_numeral
from articles.engine.recognizers.figures.number import Number, decimal
from articles.engine.recognizers.figures.patterns import any_of

_NUMERALS = vocabulary("numerals")
SHARES: dict[str, int] = _NUMERALS["shares"]
"""The words for shares, with their denominator."""
MULTIPLES: dict[str, int] = _NUMERALS["multiples"]
"""Words that multiply a number: "two dozen"."""
TIMES = {"twice": 2, "thrice": 3}
"""Numbers that say how often."""
LONG = any_of(SCALES)
"""A pattern for the words of scales."""
_WORDS = re.compile(r"[^\W\d_]+|-|\S")
_HALF = re.compile(
    rf"(?:(?P<share>half|(?:a\s)?quarter|three[\s-]quarters)(?:\sof)?(?:\san?)?\s(?P<of>{LONG})"
    rf"|an?\s(?P<one>{any_of(MULTIPLES)}))\b",
    re.IGNORECASE,
)
_SHARE_OF = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}
_SHARE_IN_WORDS = re.compile(
    rf"[\s-](?P<under>{any_of(SHARES)})(?P<plural>s)?\b(?!-)", re.IGNORECASE
)
_LOOK_AHEAD = 160
_SECOND = 2
_FOLD = "fold"


def spelled(text: str, start: int) -> Number | None:
    """Return the number or the share in words that begins at `start`."""
    half = _half(text, start)
    if half:
        return half
    pieces = list(_WORDS.finditer(text, start, start + _LOOK_AHEAD))
    words = [piece[0].lower() for piece in pieces]
    first, end = (words[0], pieces[0].end()) if words else ("", start)
    if first in TIMES:
        return Number(start, end, Decimal(TIMES[first]))
    if first.endswith(_FOLD) and first.removesuffix(_FOLD) in CARDINALS:
        return Number(start, end - len(_FOLD), Decimal(CARDINALS[first.removesuffix(_FOLD)]))
    if first in _SHARE_OF:
        return _share_of_one(text, start, end)
    if first in ("a", "an"):
        if words[1:2] and words[1] not in SCALES:
            return _share_of_one(text, start, end) or Number(start, end, Decimal(1))
        words[0] = "one"
    return _numeral(text, words, [piece.end() for piece in pieces], start)


def _numeral(text: str, words: Sequence[str], ends: Sequence[int], start: int) -> Number | None:
    """Read a number, and a share of several: "two thirds"."""
    numeral = read_numeral(words, 0)
    if numeral is None or numeral.is_ordinal:
        return None
    end = ends[numeral.end - 1]
    share = _SHARE_IN_WORDS.match(text, end)
    if share and _is_share(numeral.value, share):
        value = decimal(Fraction(numeral.value, SHARES[share["under"].lower()]))
        is_one = numeral.value == 1
        return Number(start, share.end(), value, is_share=True, is_one_share=is_one)
    scale = max((SCALES[word] for word in words[: numeral.end] if word in SCALES), default=1)
    return Number(start, end, Decimal(numeral.value), scale=scale)


def _half(text: str, start: int) -> Number | None:
    """Read "half a million", "a hundred", "a dozen", "three quarters of a billion"."""
    found = _HALF.match(text, start)
    if found is None:
        return None
    if found["one"]:
        size = MULTIPLES[found["one"].lower()]
        return Number(start, found.end(), Decimal(size), scale=size)
    share = _SHARE_OF[re.split(r"[\s-]", found["share"].lower())[-1]]
    size = SCALES[found["of"].lower()]
    return Number(start, found.end(), decimal(share * size), scale=size)


def _is_share(over: int, share: re.Match[str]) -> bool:
    """Say whether "two thirds", "one-third": not "two second", "one third"-party."""
    under = SHARES[share["under"].lower()]
    return over < under and (bool(share["plural"]) or (over == 1 and under > _SECOND))


def _share_of_one(text: str, start: int, end: int) -> Number | None:
    """Read "half", "a third"."""
    word = text[start:end].lower()
    if word in _SHARE_OF:
        return Number(start, end, decimal(_SHARE_OF[word]), is_share=True, is_one_share=True)
    share = _SHARE_IN_WORDS.match(text, end)
    if share is None or share["plural"]:
        return None
    value = decimal(Fraction(1, SHARES[share["under"].lower()]))
    return Number(start, share.end(), value, is_share=True, is_one_share=True)
