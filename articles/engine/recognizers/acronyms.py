"""Acronyms that a text explains: "International Federation of Robotics (IFR)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articles.engine.names import abbreviates, stands_for
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETED: Final = re.compile(
    r"(?<=\w) \((?:the |or )?[\"“]?(?P<short>[A-Z][A-Za-z0-9&.-]{1,9})[\"”]?\)"
)
_WORD: Final = re.compile(r"[\w&’'.-]+")
_WINDOW: Final = 120


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
