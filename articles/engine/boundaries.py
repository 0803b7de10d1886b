"""Where a name begins and ends, and what cannot be one."""

from __future__ import annotations

import re
from typing import Final

from articles.engine.data import vocabulary
from articles.engine.names import fold
from articles.engine.spans import block_spans
from articles.engine.types import Span

_NEVER: Final = frozenset(vocabulary("never_names")["technical"])
_ARTICLE: Final = re.compile(r"(?:the|an?)[ ](?=.)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_WHOLE_NAME: Final = re.compile(
    r"(?:(?:^|[\s.])[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|[A-Z]\.[A-Z]))\.$"
)
_TITLED_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")
_FEWEST_WORDS: Final = 4
_TITLE_CASE_SHARE: Final = 0.6


def trimmed(text: str, span: Span) -> Span:
    """Return the span without an article before it, punctuation at its ends and a final 's."""
    start, end = _bare(text, span.start, span.end)
    article = _ARTICLE.match(text, start, end)
    if article:
        start, end = _bare(text, article.end(), end)
    return Span(start, max(start, end))


def is_name(text: str) -> bool:
    """Say whether a stretch can be a name at all: a capital, a letter, not on the never list."""
    if "@" in text or "://" in text:
        return False
    folded = fold(text).strip(" .,'’\"-")
    has_capital = any(sign.isupper() for sign in text) or not text.isascii()
    return has_capital and folded not in _NEVER and any(sign.isalpha() for sign in text)


def headlines(text: str) -> list[Span]:
    """Return the lines in title case, where capitals tell nothing; none if there is no other prose."""
    blocks = block_spans(text)
    found = [block for block in blocks if _is_title_case(text[block.start : block.end])]
    titled = sum(block.end - block.start for block in found)
    written = sum(block.end - block.start for block in blocks)
    return found if written > 2 * titled else []


def _is_title_case(line: str) -> bool:
    words = _TITLED_WORD.findall(line)
    if len(words) < _FEWEST_WORDS or line.endswith((".", "!”", ".”")):
        return False
    return sum(1 for word in words if word[0].isupper()) >= _TITLE_CASE_SHARE * len(words)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not (text[start].isalnum() or text[start] in "@#"):
        start += 1
    while start < end and not (text[end - 1].isalnum() or _WHOLE_NAME.search(text[start:end])):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    return start, start + possessive.start() if possessive else end
