"""One percentage, two groups: "90% adoption among hospitals" and "90 percent adoption in the field"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from articles.engine.checks.codes import Code
from articles.engine.spans import enclosing, sentences
from articles.engine.types import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from articles.engine.types import Document, Extraction, Figure

_BASE = re.compile(
    r"\s*(?P<measure>[a-z][a-z-]{3,})(?:\s(?:rate|share))?\s(?:among|amongst|across|of|in|by|within)\s(?:the\s|all\s)?"
    r"(?P<group>[^,.;:()\n]{3,60})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{4,}")
_AROUND = 400
_MOST = 50
_PERCENT = frozenset({"percent", "%", "per cent", "percentage"})


@dataclass(frozen=True, slots=True)
class _Based:
    """A percentage with what it measures, the group that it is a part of, and whom is spoken of."""

    figure: Figure
    measure: str
    group: str
    end: int
    names: frozenset[str]


def check(document: Document, extraction: Extraction) -> list[Finding]:
    """Return the pairs of equal percentages of one measure and one subject whose groups differ."""
    groups: dict[tuple[Decimal, str], list[_Based]] = defaultdict(list)
    for one in _based(document, extraction):
        groups[one.figure.value, one.measure].append(one)
    pairs = (pair for group in groups.values() for pair in combinations(group[:_MOST], 2))
    return [_finding(one, other) for one, other in pairs if _differ(one, other)][:1]


def _differ(one: _Based, other: _Based) -> bool:
    return bool(one.names & other.names) and not _stems(one.group) & _stems(other.group)


def _finding(one: _Based, other: _Based) -> Finding:
    message = f"{one.figure.text} {one.measure} is said of “{one.group}” and of “{other.group}”."
    spans = (Span(one.figure.start, one.end), Span(other.figure.start, other.end))
    return Finding(Code.DIFFERING_BASES, Severity.WARNING, message, spans)


def _based(document: Document, extraction: Extraction) -> Iterator[_Based]:
    lines = sentences(document.text)
    starts = [one.start for one in extraction.mentions]
    for figure in extraction.figures:
        base = _BASE.match(document.text, figure.end) if figure.unit in _PERCENT else None
        sentence = enclosing(lines, figure.start)
        if base is None or sentence is None:
            continue
        low = max(sentence.start, figure.start - _AROUND)
        near = extraction.mentions[bisect_left(starts, low) : bisect_left(starts, figure.end)]
        names = frozenset(one.key for one in near)
        yield _Based(figure, base["measure"].lower(), base["group"].strip(), base.end(), names)


def _stems(words: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(words.lower())}
