"""Numbers in digits and in words, with their scale: "1,310", "2.3 billion", "half a million", "a dozen"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import prod

from articles.engine.data import vocabulary
from articles.engine.numerals import CARDINALS, SCALES
from articles.engine.recognizers.figures.number import Number, decimal, whole
from articles.engine.recognizers.figures.patterns import any_of
from articles.engine.recognizers.figures.spelled import LONG, MULTIPLES, SHARES, TIMES, spelled

__all__ = ["ANCHOR", "TIMES", "Number", "read_number", "with_letter_scale"]

_NUMERALS = vocabulary("numerals")
_SCALES: dict[str, int] = vocabulary("figures")["scales"]
_SIGNS = {sign: Fraction(share) for sign, share in _NUMERALS["signs"].items()}
_LETTERS = frozenset("mbt")
_SHORT_SCALES = {
    word: size for word, size in _SCALES.items() if word not in SCALES and word not in _LETTERS
}
_DENOMINATORS = frozenset((2, 3, 4, 5, 8, 10, 16, 32, 100))
_MOST_DIGITS = 18
_LARGEST = Decimal(10) ** 18

_SIGN = "[" + "".join(_SIGNS) + "]"
_WHOLE = (
    r"\d{1,3}(?:,\d{2,3})+|\d{1,3}(?:[\u00a0\u202f]\d{3})+|[1-9]\d{0,2}(?: \d{3})+(?![\d,.]*\d)|\d+"
)
_DIGITS = re.compile(
    rf"(?P<whole>{_WHOLE})(?P<rest>\.\d+)?(?:\s?(?P<sign>{_SIGN})|\s(?P<over>\d{{1,2}})/(?P<under>\d{{1,2}})(?!\d))?"
    rf"|(?P<alone>{_SIGN})"
)
_FRACTION = re.compile(r"(?P<over>\d{1,2})/(?P<under>\d{1,3})(?![\d/])")
_SCALE = re.compile(
    rf"(?:[\s-](?P<long>(?:{LONG})(?:\s(?:{LONG}))?)|\s?(?P<short>{any_of(_SHORT_SCALES)}))(?![^\W_])(?!['’]\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\s?([mMbBtT])(?![^\W_])(?!['’]\w)")
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_DOZENS = re.compile(rf"[\s-](?P<of>{any_of(MULTIPLES)})s?\b", re.IGNORECASE)

# Words that a number begins with, and an article before what makes it one: "a third", "an hour".
_FIRST_WORDS = (
    rf"(?:{any_of((*CARDINALS, 'half', *TIMES))})(?:\b|(?=fold\b))"
    rf"|(?:{any_of(_NUMERALS['vague'])})\sof\s"
    rf"|quarter\s(?={LONG}\b)"
    rf"|an?\s(?=(?:{LONG}|{any_of(MULTIPLES)}|{any_of(SHARES)})\b"
    r"|(?:hour|day|week|month|year)\sand\sa\shalf\b|hour\b)"
)
ANCHOR = re.compile(
    rf"(?P<address>(?:https?://|\bwww\.)\S+)|(?<!\d)(?<!\d[.,'’])\d|(?<![^\W_])(?:{_SIGN}|{_FIRST_WORDS})",
    re.IGNORECASE,
)
"""Where a number may begin; an address on the web is passed over as one."""


def read_number(text: str, start: int) -> Number | None:
    """Return the number that begins at `start`, without sign or unit."""
    number = _fraction(text, start) or _digits(text, start) or spelled(text, start)
    if number is None or number.is_share:
        return number
    number = _scaled(text, number)
    return number if abs(number.value) < _LARGEST else None


def _digits(text: str, start: int) -> Number | None:
    found = _DIGITS.match(text, start)
    if found is None:
        return None
    if found["alone"]:
        return Number(start, found.end(), decimal(_SIGNS[found["alone"]]), is_digits=True)
    written = re.sub(r"[^\d]", "", found["whole"])
    if len(written) > _MOST_DIGITS or (len(written) > 1 and written[0] == "0"):
        return None
    value = Decimal(written + (found["rest"] or ""))
    end = found.end("rest") if found["rest"] else found.end("whole")
    share = _mixed(found)
    if share:
        value, end = value + decimal(share), found.end()
    return Number(start, end, value, is_digits=True, is_separated=written != found["whole"])


def _mixed(found: re.Match[str]) -> Fraction | None:
    """Return the share behind a whole number: 10 1/2."""
    if found["rest"]:
        return None
    if found["sign"]:
        return _SIGNS[found["sign"]]
    over, under = int(found["over"] or 0), int(found["under"] or 0)
    return Fraction(over, under) if 0 < over < under else None


def _fraction(text: str, start: int) -> Number | None:
    """Read 1/4, but not 9/11."""
    found = _FRACTION.match(text, start)
    if found is None:
        return None
    over, under = int(found["over"]), int(found["under"])
    if not (0 < over < under and under in _DENOMINATORS):
        return None
    return Number(start, found.end(), decimal(Fraction(over, under)), is_digits=True)


def _scaled(text: str, number: Number) -> Number:
    """Return the number with the scale behind it: "million", "bn", "dozen", "and a half million"."""
    half = _AND_A_HALF.match(text, number.end)
    if half:
        number = replace(number, value=number.value + Decimal("0.5"), end=half.end())
    dozens = _DOZENS.match(text, number.end)
    if dozens:
        size = MULTIPLES[dozens["of"].lower()]
        return replace(number, value=number.value * size, end=dozens.end(), scale=size)
    found = _SCALE.match(text, number.end)
    if found is None or (found["short"] and not number.is_digits):
        return number
    if found["long"]:
        size = prod(SCALES[word.lower()] for word in found["long"].split())
    else:
        size = _SHORT_SCALES[found["short"].lower()]
    return replace(
        number, value=whole(number.value * size), end=found.end(), scale=number.scale * size
    )


def with_letter_scale(text: str, number: Number) -> Number:
    """Return an amount of money with a scale of one letter: $5m, €2.4b."""
    if number.scale > 1 or not number.is_digits:
        return number
    found = _LETTER.match(text, number.end)
    if found is None:
        return number
    size = _SCALES[found[1].lower()]
    return replace(number, value=whole(number.value * size), end=found.end(), scale=size)
