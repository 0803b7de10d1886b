"""Numbers that count: with their noun, or like a figure before them."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.bare import bare_noun
from articles.engine.recognizers.figures.guards import is_named, is_other, is_within
from articles.engine.recognizers.figures.nouns import (
    Noun,
    counted_noun,
    hyphened_noun,
    measured_thing,
)
from articles.engine.recognizers.figures.numbers import TIMES, Number, with_letter_scale
from articles.engine.recognizers.figures.readings import Kind, Like, Reading

_AGO = re.compile(r"\s(?:ago|old)\b")
_AS = re.compile(r"\s(?:as|the|that|what|its|his|her|their|over)\b")
_MILLIONS = frozenset(vocabulary("figures")["words"]["in_millions"])
_ONES = frozenset(("one", "an", "a"))


def count(text: str, number: Number, *, counts: bool) -> Reading | None:
    """Return a number with what it counts, unless it is a name, a year or a time.

    `counts` says that its sentence has counted something before.
    """
    written = text[number.start : number.end].lower()
    if written in _ONES or is_other(text, number):
        return None
    plain = Reading(number.start, number.end, number.value, "count", Kind.COUNT)
    if written in TIMES:
        return _multiplied(plain, text)
    noun = _noun(text, number)
    if _is_in_name(text, number, noun):
        return None
    found = noun or bare_noun(text, number, counts=counts)
    if isinstance(found, Noun):
        ago = _AGO.match(text, found.end)
        return None if ago else replace(plain, unit=found.unit, measures=found.phrase or None)
    if number.is_large:
        return replace(plain, measures=measured_thing(text, number.end), like=Like.COMPARED)
    return replace(plain, unit="", like=found) if found else None


def in_millions(text: str, number: Number) -> Number:
    """Return "3.2M tickets" and "5m people" with their scale; "5m waves" are of five metres."""
    scaled = with_letter_scale(text, number)
    if scaled is number:
        return number
    noun = counted_noun(text, scaled.end)
    is_million = text[scaled.end - 1].isupper() or (noun and noun.unit in _MILLIONS)
    return scaled if noun and is_million else number


def _noun(text: str, number: Number) -> Noun | None:
    """Return the noun behind a number; a capitalised one only where it cannot be part of a name."""
    titled = number.is_large or not number.is_digits
    return counted_noun(text, number.end, titled=titled) or hyphened_noun(text, number.end)


def _is_in_name(text: str, number: Number, noun: Noun | None) -> bool:
    """Say whether a number belongs to a name: "PyTorch 2", "his book Seven Coats"."""
    titled = noun is not None and noun.is_titled
    if titled and not number.is_large and is_within(text, number.start):
        return True
    return is_named(text, number, before_title=titled)


def _multiplied(twice: Reading, text: str) -> Reading:
    """Return "twice" as a multiple ("twice as many"), or as times ("charged twice")."""
    if _AS.match(text, twice.end):
        return replace(twice, unit="x", kind=Kind.MULTIPLE)
    return replace(twice, unit="times")
