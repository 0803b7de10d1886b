"""Shares of a whole: "one in three", "4 out of 5 doctors", "two thirds of", "half the work"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.engine.recognizers.figures.numbers import Number, read_number
from articles.engine.recognizers.figures.units import measured

_OF = re.compile(
    r"\s(?:(?P<group>(?!of\b)[a-z]+)\s)?(?:(?P<out>(?:out\s)?of\severy|out\sof)|in(?:\severy)?)\s(?=\d|[a-z])",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s[a-z]{3,}")
_CLOSED = re.compile(
    r"\s(?:of|the|that|his|her|its|their|this|as|a|an|more|less|to|in|by|are|were|is|was|has|have|had|will|would|can|should|for|from|between|at|on"
    r"|went|goes|above|below|since|before|after|with|without|while|when|each|per|over|under|longer|smaller|larger|bigger|higher|lower|again)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[,.;:)!?”\"’]|\s?[—–]|\s*$|\s*\n")
_LEADS_ON = re.compile(
    r"\b(?:by|to|than|about|almost|nearly|over|roughly|some|up|fell|rose|cut|only|just|another|is|was|were|and|of)\s$|^$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:\b(?:first|second|other|last|next|latter|former|same|own|lower|upper|top|bottom|each|any|no|in)|[A-Z]\w+)\s$"
)
_SPELL = re.compile(r"\b(?:last|past|next|first|these|those|previous|straight)\s$", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\s(?:in\sa\srow|running|straight|later|earlier|ago|ending)\b")
_PLACES = Decimal("0.000001")
_ROUND = frozenset((*range(2, 21), 25, 30, 40, 50, 100, 1_000))
_HALF = Decimal("0.5")
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole, and where its words end."""

    value: Decimal
    end: int


def ratio(text: str, number: Number) -> Share | None:
    """Return what "one in three" and "4 out of 5" say of a number, or None."""
    found = _OF.match(text, number.end)
    if found is None or number.is_large or number.is_share:
        return None
    whole = read_number(text, found.end())
    if whole is None or whole.is_share or not number.value < whole.value:
        return None
    if whole.value not in _ROUND or measured(text, whole) or number.value != int(number.value):
        return None
    return Share((number.value / whole.value).quantize(_PLACES).normalize(), whole.end)


def are_quarters(text: str, number: Number) -> bool:
    """Say whether quarters are those of years: "two quarters", "for three quarters in a row"."""
    if not text[number.start : number.end].lower().endswith("quarters"):
        return False
    low = max(0, number.start - _LOOK_BACK)
    is_two = number.value == _HALF
    return is_two or bool(
        _SPELL.search(text, low, number.start) or _IN_A_ROW.match(text, number.end)
    )


def is_share(text: str, number: Number) -> bool:
    """Say whether "a third" or "half" is a share here: not in "a third party", "the first half"."""
    low = max(0, number.start - _LOOK_BACK)
    if _OTHER.search(text, low, number.start):
        return False
    if _CLOSED.match(text, number.end):
        return True
    is_half = number.value == _HALF or _LEADS_ON.search(text, low, number.start)
    return bool(is_half) and _STOPPED.match(text, number.end) is not None
