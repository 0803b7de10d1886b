"""Numbers whose noun stands elsewhere: "four of them", "killed six", "86 lorries, and 40 in Kosti", "twice"."""

from __future__ import annotations

import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.families import children
from articles.engine.recognizers.figures.nouns import Noun, counted_noun
from articles.engine.recognizers.figures.numbers import Number, read_number
from articles.engine.recognizers.figures.patterns import any_of
from articles.engine.recognizers.figures.readings import Like

_WORDS = vocabulary("figures")["words"]
_PEOPLE = any_of(_WORDS["casualties"])
_OF = re.compile(
    r"\sof(?:\s(?P<us>us|you)\b|\s(?P<them>them|these|those|whom|which)\b"
    r"|\s(?P<the>(?:the\s)?[\w’'-]+['’]s|the|its|their|our|his|her|my)(?=\s)|(?=\s\w))"
)
_MORE = re.compile(r"\s(?:more|others?|further|each)\b")
_BEFORE = re.compile(
    r"\b(?:of\s(?:whom|which|these|those|them)|and|but|or|including|all|of\sthe)\s$|,\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:in|from|at|by|on|for|to|last|a|were|was|are|is|had|have|has|did|do|still|came|went|remain|remained|joined|named|took|won|lost|died|survived|voted)\b|[,.;:](?!\d)|\s?[—–]"
)
_HIT = re.compile(
    rf"\b(?:{_PEOPLE})\s(?:(?:at\sleast|more\sthan|some|about|nearly|another|up\sto)\s)?$",
    re.IGNORECASE,
)
_HIT_AFTER = re.compile(rf"\s(?:were\s|was\s|are\s)?(?:{_PEOPLE})\b", re.IGNORECASE)
_CROWD = re.compile(
    rf"\b(?:{any_of(_WORDS['crowds'])})\sof\s(?:(?:at\sleast|more\sthan|over|some|about|nearly|around|just)\s)?$"
)
_COMPARED = re.compile(r"\b(?:to|from|against|than)\s$")
_AT = re.compile(r"\b(?:at|after|until|before|past|around|hull)\s$", re.IGNORECASE)
_CLOSED = re.compile(
    r"[,.;:](?!\d)|\s(?:and|in|on|at|after|when|as|by|near|during|since|of|from)\b|\s?[—–]|\s*(?:\n|$)"
)
_FOR_OR_AGAINST = re.compile(r"\s(?:votes?\s)?(?:in\sfavou?r|against)\b")
_VOTED = re.compile(
    r"\b(?:voted|vote\sof|vote\swas|votes\sof|carried|passed|approved|rejected|adopted|split),?\s(?:by\s)?$"
)
_VOTED_TO = re.compile(_VOTED.pattern.removesuffix("$") + r"[\w-]{1,12}\sto\s$")
_TO = re.compile(r"\sto\s(?:\d|[a-z])")
_WITHIN = re.compile(
    r"\b(?:within|in|for|after|than|nearly|under|over|about|almost|took|lasted|lasts|takes|another)\s$",
    re.IGNORECASE,
)
_LOOK_BACK = 40


def bare_noun(text: str, number: Number, *, counts: bool) -> Noun | Like | None:
    """Return what a bare number counts by the words beside it, or to which figure before it is like.

    `counts` says that the sentence has counted something before.
    """
    found = _OF.match(text, number.end)
    if found:
        return _of(text, found)
    if _MORE.match(text, number.end):
        return Like.COUNTED
    unit = children(text, number) or _people(text, number) or _votes(text, number)
    return Noun(unit, "", number.end) if unit else _like(text, number, counts=counts)


def _of(text: str, found: re.Match[str]) -> Noun | Like | None:
    """Return what "of them", "of us", "of the 120 seats" say."""
    if found["us"]:
        return Noun("people", "", found.end())
    return Like.NAMED if found["them"] else _noun_of_whole(text, found)


def _people(text: str, number: Number) -> str:
    low = max(0, number.start - _LOOK_BACK)
    if number.is_share:
        return ""
    if _CROWD.search(text, low, number.start) or _HIT_AFTER.match(text, number.end):
        return "people"
    hit = _HIT.search(text, low, number.start) and _CLOSED.match(text, number.end)
    return "people" if hit else ""


def _votes(text: str, number: Number) -> str:
    """Say "votes" of "213 in favour, 96 against" and of "voted six to one"."""
    low = max(0, number.start - _LOOK_BACK)
    for_one = _FOR_OR_AGAINST.match(text, number.end)
    both = _VOTED.search(text, low, number.start) and _TO.match(text, number.end)
    second = _VOTED_TO.search(text, low, number.start)
    return "votes" if for_one or both or second else ""


def _like(text: str, number: Number, *, counts: bool) -> Like | None:
    low = max(0, number.start - _LOOK_BACK)
    if not _AFTER.match(text, number.end):
        return None
    if _COMPARED.search(text, low, number.start):
        return Like.COMPARED
    if _AT.search(text, low, number.start):
        return None
    return Like.COUNTED if counts or _BEFORE.search(text, low, number.start) else None


def _noun_of_whole(text: str, found: re.Match[str]) -> Noun | Like | None:
    """Return what the whole counts: "six of the 120 seats", "33 of 38 visitors", "two of his sons"."""
    whole = read_number(text, found.end() + 1)
    if whole is None and not found["the"]:
        return None
    noun = counted_noun(text, whole.end if whole else found.end())
    return noun or (Like.NAMED if whole else None)


def is_an_hour(text: str, number: Number) -> bool:
    """Say whether "an hour" is a length: "within an hour", not "9 tonnes an hour"."""
    return _WITHIN.search(text, max(0, number.start - _LOOK_BACK), number.start) is not None
