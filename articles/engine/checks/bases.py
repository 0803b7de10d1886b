"""One percentage, two groups: "90% adoption among hospitals" and "90 percent adoption in the field"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from articles.engine.checks.codes import Code
from articles.engine.spans import contains, enclosing, sentences
from articles.engine.types import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document, Extraction, Figure

_BASE = re.compile(
    r"\s*(?P<measure>[a-z][a-z-]{3,})(?:\s(?:rate|share))?\s(?:among|amongst|across|of|in|by|within)\s(?:the\s|all\s)?"
    r"(?P<group>[^,.;:()\n]{3,60})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_PERCENT = frozenset({"percent", "%", "per cent", "percentage"})


def check(document: Document, extraction: Extraction) -> list[Finding]:
    """Return the pairs of equal percentages of one measure and one subject whose groups differ."""
    based = list(_based(document, extraction))
    found: list[Finding] = []
    for (one, first, keys), (other, second, other_keys) in combinations(based, 2):
        same = one.value == other.value and first["measure"].lower() == second["measure"].lower()
        if same and keys & other_keys and not _stems(first["group"]) & _stems(second["group"]):
            message = f"{one.text} {first['measure']} is said of “{first['group'].strip()}” and of “{second['group'].strip()}”."
            spans = (Span(one.start, first.end()), Span(other.start, second.end()))
            found.append(Finding(Code.DIFFERING_BASES, Severity.WARNING, message, spans))
    return found[:1]


def _based(
    document: Document, extraction: Extraction
) -> Iterator[tuple[Figure, re.Match[str], frozenset[str]]]:
    lines = sentences(document.text)
    for figure in extraction.figures:
        base = _BASE.match(document.text, figure.end) if figure.unit in _PERCENT else None
        sentence = enclosing(lines, figure.start)
        if base is not None and sentence is not None:
            yield (
                figure,
                base,
                frozenset(one.key for one in extraction.mentions if contains(sentence, one)),
            )


def _stems(words: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(words.lower())}
