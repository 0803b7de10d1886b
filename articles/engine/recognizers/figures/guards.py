"""Numbers that are no figures: versions, years, street and telephone numbers, times, scores."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.numbers import Number

_WORDS = vocabulary("figures")["words"]
_NAMES_BEFORE = frozenset(_WORDS["names_before"])
_OPENERS = frozenset((*_WORDS["openers"], *_WORDS["casualties"]))
_STREETS = "|".join(_WORDS["streets"])
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w'’-]*)(?P<stop>\.?)[ \u00a0]$")
_GLUED_BEFORE = re.compile(r"(?:[\w)][-–/.:,]|[/.:#@_+~^=])$")
_GLUED_AFTER = re.compile(r"[:/]\d|[.,]\d|[-–]\d|[^\W_]|_|[-–][^\W\d_]+[-–]?\d")
_CLOCK = re.compile(r"\s*(?:[ap]\.?\s?m\b|o['’]\s?clock)|[.:]\d\d\s*[ap]\.?m\b", re.IGNORECASE)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
_MINUTES_TO = re.compile(
    rf"\sminutes\s(?:past|to)\s(?:{_HOURS}|1[0-2]|[1-9])(?![\w-]|[.,]\d|\s(?:hours|minutes)\b)"
)
_SMALL_BEFORE = re.compile(r"(?<![^\W_])[^\WA-Z\d_][\w'’-]* $")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ADDRESS = re.compile(rf",?\s(?:[A-Z][\w'’.-]*\s){{1,3}}(?:{_STREETS})\b")
_ENUMERATED = re.compile(r"(?:^|\n)[ \t]*$")
_ENUMERATOR = re.compile(r"[.)]\s")
_LOOK_BACK = 40


def is_glued_before(text: str, start: int) -> bool:
    """Say whether a number is the tail of something: COVID-19, 555-1234, 3:15, #5."""
    return _GLUED_BEFORE.search(text, max(0, start - 2), start) is not None


def is_glued_after(text: str, end: int) -> bool:
    """Say whether a number goes on behind its last digit: 1.2.3, 9/11, 3rd."""
    return _GLUED_AFTER.match(text, end) is not None


def is_other(text: str, number: Number) -> bool:
    """Say whether a number without unit is a year, a time, an address or the number of a paragraph."""
    written = text[number.start : number.end]
    if _CLOCK.match(text, number.end) or (number.is_digits and _YEAR.fullmatch(written)):
        return True
    if number.is_digits and _ADDRESS.match(text, number.end):
        return True
    opens_line = _ENUMERATED.search(text, max(0, number.start - _LOOK_BACK), number.start)
    return opens_line is not None and _ENUMERATOR.match(text, number.end) is not None


def is_time(text: str, number: Number) -> bool:
    """Say whether a number tells the time: "ten minutes to seven"."""
    return _MINUTES_TO.match(text, number.end) is not None


def is_within(text: str, start: int) -> bool:
    """Say whether words in small letters stand before a capitalised number: in the book Seven Coats."""
    return _SMALL_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is not None


def is_named(text: str, number: Number, *, before_title: bool = False) -> bool:
    """Say whether a number belongs to the name before it: PyTorch 2, No. 7, page 12.

    `before_title` says that a capitalised noun follows: "Close Five Campuses", as headlines write it.
    """
    low = max(0, number.start - _LOOK_BACK)
    before = _WORD_BEFORE.search(text, low, number.start)
    if before is None:
        return False
    word = before["word"]
    if word.lower() in _NAMES_BEFORE:
        return True
    return (
        not before["stop"]
        and not number.is_large
        and word[0].isupper()
        and word.lower() not in _OPENERS
        and not (before_title and not number.is_digits)
    )
