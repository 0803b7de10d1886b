"""Patterns made of the vocabulary's phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, which may be patterns themselves, longer ones first."""
    return "(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + ")"


def word(phrases: Iterable[str], after: str = r"\b") -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases as words, in capitals or not."""
    return re.compile(rf"\b{any_of(phrases)}{after}", re.IGNORECASE)
