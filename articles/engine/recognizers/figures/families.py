"""Whose children are counted: "a mother of three", "a grandfather of 11"."""

from __future__ import annotations

import re
from typing import Final

from articles.engine.data import vocabulary
from articles.engine.recognizers.figures.numbers import Number
from articles.engine.recognizers.figures.patterns import any_of

_OF: Final = re.compile(
    rf"\b(?P<grand>grand)?(?:{any_of(vocabulary('figures')['words']['parents'])})\sof\s"
    r"(?:at\sleast\s|about\s|just\s|only\s)?$",
    re.IGNORECASE,
)
_MOST: Final = 20
_LOOK_BACK: Final = 40


def children(text: str, number: Number) -> str:
    """Return what a small number behind a parent counts; a larger one is the parent's age."""
    if number.value >= _MOST:
        return ""
    found = _OF.search(text, max(0, number.start - _LOOK_BACK), number.start)
    if found is None:
        return ""
    return "grandchildren" if found["grand"] else "children"
