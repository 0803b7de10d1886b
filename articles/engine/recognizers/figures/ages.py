"""Ages: "a 34-year-old", "aged 34", "ten months old", "Njagi, 61, stood"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.families import children
from articles.engine.recognizers.figures.nouns import counted_noun
from articles.engine.recognizers.figures.numbers import Number
from articles.engine.recognizers.figures.patterns import any_of

_OLD = re.compile(
    r"(?:[\s-](?P<unit>years?|months?|weeks?|days?)[\s-](?:olds?|of\s+age)|\s?(?P<short>y\.?o\.?))(?![^\W_])",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|at\s+the\s+age\s+of|the\s+age\s+of|under\s+the\s+age\s+of)\s(?:of\s|between\s|about\s|around\s|just\s|only\s)?$",
    re.IGNORECASE,
)
_BESIDE_NAME = re.compile(r"(?<!\w)(?P<name>(?:him|her)self|[^\W\d_])[\w.’'-]*(?P<joint>,\s|\s\()$")
_CLOSED = re.compile(r"[,.;)](?!\d)|\s?[—–]")
_PERSON = any_of(vocabulary("figures")["words"]["persons"])
_IS = re.compile(
    rf"\b(?:(?i:he|she|who)|I|(?:{_PERSON})|(?!It|That|This|There|Here|What|Which)[A-Z]\w+)"
    r"\s(?:is|was|am|turned|turns)\s(?:about\s|only\s|just\s|now\s|barely\s|almost\s|nearly\s)?$"
    r"|\b(?i:he|she)['’]s\s$|\bI['’]m\s$"
)
_AGENT = r"(?!\w*(?:number|order|cluster|chapter|quarter|letter|factor|tier)s?\b)\w+(?:er|or|ist|ian|eer|ant|yst|ee)"
_OF = re.compile(rf"\b(?:{_PERSON})\sof\s(?:about\s|just\s|only\s)?$")
_AGENT_OF = re.compile(rf"\b(?:an?|the)\s(?:[\w-]+\s){{0,3}}{_AGENT}\sof\s$", re.IGNORECASE)
_AGENT_BESIDE = re.compile(rf"\b(?:{_PERSON}|{_AGENT}),\s$")
_AT = re.compile(r"(?:^|[.!?“\"\n]\s?)(?:Now\s|Even\s)?[Aa]t\s$")
_HE = re.compile(r",?\s(?:he|she|I)\b")
_DIED = re.compile(
    r"(?:\b(?:died|dies|dead|retire[sd]?|retiring|married)\sat|,\snow)\s$", re.IGNORECASE
)
_ENDED = re.compile(
    r"[,.;:?!](?!\d)|\s(?:and|but|now|today|when|years|who|with)\b|\sin\s\d{4}\b|\s?[—–]|\s*(?:\n|$)"
)
_YOUNGEST, _OLDEST = 1, 119
_GROWN = 16
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Age:
    """An age: its unit, and where its words end."""

    unit: str
    end: int


def age(text: str, number: Number) -> Age | None:
    """Return the age that a number is, or None."""
    found = _OLD.match(text, number.end)
    if found:
        unit = (found["unit"] or "year").lower().removesuffix("s")
        return Age(f"{unit}s", found.end())
    low = max(0, number.start - _LOOK_BACK)
    if _AGED.search(text, low, number.start):
        return Age("years", number.end)
    whole = (
        number.value == number.value.to_integral_value() and _YOUNGEST <= number.value <= _OLDEST
    )
    if not whole or number.value == 1 or number.is_large or number.is_share:
        return None
    stands_so = _is_beside_name(text, number) or _is_said(text, number)
    return Age("years", number.end) if stands_so else None


def _is_beside_name(text: str, number: Number) -> bool:
    """Say whether it stands in "Njagi, 61, stood", "Njagi (61)", "herself, 79,", "the driver, 34,"."""
    if not _CLOSED.match(text, number.end):
        return False
    low = max(0, number.start - _LOOK_BACK)
    is_grown = number.is_digits and number.value >= _GROWN
    if is_grown and _AGENT_BESIDE.search(text, low, number.start):
        return text[number.end] == ","
    beside = _BESIDE_NAME.search(text, low, number.start)
    if beside is None or (not number.is_digits and beside["joint"] != ", "):
        return False
    return beside["name"].isupper() or beside["name"].endswith("self")


def _is_said(text: str, number: Number) -> bool:
    """Say whether it stands in "she is 61", "died at 61", "a driver of 34"."""
    low = max(0, number.start - _LOOK_BACK)
    if _DIED.search(text, low, number.start):
        return True
    if _AT.search(text, low, number.start):
        return _HE.match(text, number.end) is not None
    if _OF.search(text, low, number.start):
        return counted_noun(text, number.end) is None and not children(text, number)
    if not _ENDED.match(text, number.end):
        return False
    if number.is_digits and number.value >= _GROWN and _AGENT_OF.search(text, low, number.start):
        return True
    return _IS.search(text, low, number.start) is not None
