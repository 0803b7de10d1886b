"""Where a name begins and ends, and what cannot be one."""

from __future__ import annotations

import re
from typing import Final

from articles.engine.data import vocabulary
from articles.engine.names import fold
from articles.engine.spans import block_spans
from articles.engine.types import Kind, Span

_WORDS: Final = vocabulary("never_names")
_NEVER_TABLES: Final = ("technical", "roles", "page_furniture", "calendar", "common")
NEVER: Final = frozenset(word for table in _NEVER_TABLES for word in _WORDS[table])
"""What never is a name by itself, folded."""

EDGES: Final = frozenset(_WORDS["edges"])
"""What never is a name's first or last word, folded."""

_TAILS: Final = frozenset(_WORDS["tails"])
_WORD: Final = re.compile(r"[\w’'&.-]+")
_LETTER: Final = re.compile(r"[^\W_]|[\u0300-\u036f]")
_LONGEST_WORD: Final = 60
_HYPHENED: Final = re.compile(r"(?:-[^\W\d_]{1,30}){1,3}\b")
_ELIDED: Final = re.compile(r"(?<=\b[^\W\d_])[’'][^\W\d_]{2,30}")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_WHOLE_NAME: Final = re.compile(
    r"(?:(?:^|[\s.])[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros|St|[A-Z]\.[A-Z]))\.$"
)
_TITLED_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")
_FEWEST_WORDS: Final = 4
_TITLE_CASE_SHARE: Final = 0.6


def whole(text: str, span: Span, kind: Kind) -> Span:
    """Return the span with all letters of its first and last word: "Moon Jae-in", "L’Expression"."""
    start, end = span.start, span.end
    first, last = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > first and _LETTER.match(text, start - 1) and _LETTER.match(text, start):
        start -= 1
    while end < last and _LETTER.match(text, end) and _LETTER.match(text, end - 1):
        end += 1
    elided = _ELIDED.match(text, end)
    if elided:
        return Span(start, elided.end())
    hyphened = _HYPHENED.match(text, end) if kind is Kind.PERSON else None
    if hyphened and fold(hyphened[0].rpartition("-")[2]) not in _TAILS:
        end = hyphened.end()
    return Span(start, end)


def trimmed(text: str, span: Span) -> Span:
    """Return the span without punctuation, possessives and words that no name begins or ends with."""
    start, end = span.start, span.end
    before = None
    while start < end and before != (start, end):
        before = (start, end)
        start, end = _without_edges(text, *_bare(text, start, end))
    return Span(start, max(start, end))


def is_name(text: str) -> bool:
    """Say whether a stretch can be a name at all: a capital, a letter, not on the never list."""
    if "@" in text or "://" in text:
        return False
    folded = fold(text).strip(" .,'’\"-")
    has_capital = any(sign.isupper() for sign in text) or not text.isascii()
    return has_capital and folded not in NEVER and any(sign.isalpha() for sign in text)


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


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    words = list(_WORD.finditer(text, start, end))
    if len(words) > 1 and fold(words[0][0]) in EDGES:
        return words[1].start(), end
    if len(words) > 1 and fold(words[-1][0]) in EDGES:
        return start, words[-2].end()
    return start, end
