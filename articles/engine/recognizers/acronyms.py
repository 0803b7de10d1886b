"""Acronyms that a text explains: "International Federation of Robotics (IFR)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.names import abbreviates, fold, stands_for
from articles.engine.types import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document

_BRACKETED: Final = re.compile(
    r"(?<=\w) \((?:the |or )?[\"“]?(?P<short>[A-Z][A-Za-z0-9&.-]{1,9})[\"”]?\)"
)
_WORD: Final = re.compile(r"[\w&’'.-]+")
_WINDOW: Final = 120
_NAMES: Final = vocabulary("names")
_HEADS: Final = frozenset(_NAMES["organisation_heads"])
_OPENERS: Final = tuple(_NAMES["organisation_openers"])


def recognize(document: Document) -> list[Mention]:
    """Return each explained long name, and its acronym, where both name an organization."""
    text = document.text
    found: list[Mention] = []
    for long, short in explained(text):
        name, letters = text[long.start : long.end], text[short.start : short.end]
        if name[0].isupper() and _is_organization(name):
            reason = f"explained in the text: {name} ({letters})"
            found += [_mention(text, span, name, reason) for span in (long, short)]
    return found


def explained(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the words that an acronym in brackets is made of, and the acronym; names or not."""
    for found in _BRACKETED.finditer(text):
        short = found["short"]
        start = _long_start(text, found.start(), short)
        if start is not None:
            yield Span(start, found.start()), Span(*found.span("short"))


def _long_start(text: str, end: int, short: str) -> int | None:
    """Return where the shortest run of words before `end` starts whose initials are the acronym."""
    low = max(0, text.rfind("\n", 0, end) + 1, end - _WINDOW)
    starts = [word.start() for word in _WORD.finditer(text, low, end)][-2 * len(short) :]
    for fits in (stands_for, abbreviates):
        for start in reversed(starts):
            long = text[start:end]
            if long[0].isupper() and " " in long and fits(short, long):
                return start
    single = short.removesuffix("s")
    return next((at for at in reversed(starts) if stands_for(single, text[at:end])), None)


def _is_organization(long: str) -> bool:
    folded = fold(long)
    return folded.startswith(_OPENERS) or any(word in _HEADS for word in folded.split())


def _mention(text: str, span: Span, name: str, reason: str) -> Mention:
    return Mention(
        span.start,
        span.end,
        text[span.start : span.end],
        Kind.ORG,
        name=name,
        key="",
        score=0.9,
        method="acronym",
        reason=reason,
    )
