"""Statements reported within statements: "Berg said she believed that …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import scoring
from articles.engine.spans import enclosing
from articles.engine.types import Citation, CitationKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def without(citations: Sequence[Citation]) -> list[Citation]:
    """Return the citations without those of somebody unnamed inside the content of another.

    One with a name of its own stays, with a low score: a report within a report.
    """
    contents = _reported(citations)
    kept: list[Citation] = []
    for one in citations:
        outer = enclosing(contents, one.cue.start)
        if outer is None or one.content[0].start < outer.start:
            kept.append(one)
        elif one.source is not None and one.source.key:
            kept.append(replace(one, score=min(one.score, scoring.HEARSAY)))
    return kept


def _reported(citations: Sequence[Citation]) -> list[Span]:
    """Return the contents behind a reporting verb, without overlap, in text order."""
    behind = [
        part
        for one in citations
        for part in one.content
        if one.method == "verb"
        and one.kind is not CitationKind.QUOTATION
        and part.start > one.cue.start
    ]
    found: list[Span] = []
    for part in sorted(behind, key=lambda span: (span.start, -span.end)):
        if not found or part.start >= found[-1].end:
            found.append(part)
    return found
