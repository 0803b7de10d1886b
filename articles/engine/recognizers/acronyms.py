"""Acronyms that a text explains: "International Federation of Robotics (IFR)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.names import abbreviates, fold, stands_for
from articles.engine.types import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document

_BRACKETED = re.compile(r"(?<=\w) \((?:the |or )?[\"“]?(?P<short>[A-Z][A-Za-z0-9&.-]{1,9})[\"”]?\)")
_WORD = re.compile(r"[\w&’'.-]+")
_WINDOW = 120
_NAMES = vocabulary("names")
_HEADS = frozenset(_NAMES["organisation_heads"])
_OPENERS = tuple(_NAMES["organisation_openers"])


def recognize(document: Document) -> list[Mention]:
    """Return each explained long name, and its acronym, where both name an organization."""
    return list(_pairs(document.text))


def _pairs(text: str) -> Iterator[Mention]:
    for found in _BRACKETED.finditer(text):
        start = _long_start(text, found.start(), found["short"])
        if start is None:
            continue
        long = text[start : found.start()]
        if _is_organization(long):
            reason = f"explained in the text: {long} ({found['short']})"
            yield _mention(start, long, long, reason)
            yield _mention(found.start("short"), found["short"], long, reason)


def _long_start(text: str, end: int, short: str) -> int | None:
    """Return where the shortest run of words before `end` starts whose initials are the acronym."""
    low = max(0, text.rfind("\n", 0, end) + 1, end - _WINDOW)
    starts = [word.start() for word in _WORD.finditer(text, low, end)][-2 * len(short) :]
    for fits in (stands_for, abbreviates):
        for start in reversed(starts):
            long = text[start:end]
            if long[0].isupper() and " " in long and fits(short, long):
                return start
    return None


def _is_organization(long: str) -> bool:
    folded = fold(long)
    return folded.startswith(_OPENERS) or any(word in _HEADS for word in folded.split())


def _mention(start: int, text: str, name: str, reason: str) -> Mention:
    return Mention(
        start,
        start + len(text),
        text,
        Kind.ORG,
        name=name,
        key="",
        score=0.9,
        method="acronym",
        reason=reason,
    )
