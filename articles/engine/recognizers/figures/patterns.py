"""Patterns that several readers of figures share."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MINUS = re.compile(
    r"(?:(?<![\w)\s-])[-\u2212]|(?<=[\s(])[-\u2212]|^[-\u2212]|\bminus\s)$", re.IGNORECASE
)
"""A minus sign, up to the number."""

RANGE = re.compile(r"\s?[-–]\s?(?=\d)|\s(?P<word>to|and|or)\s(?=[^\W_])", re.IGNORECASE)
"""What joins the ends of a range."""
