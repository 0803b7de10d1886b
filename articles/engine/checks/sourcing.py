"""Statements whose source nobody can look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.types import Finding, Severity, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Citation, Document, Extraction


def check(story: Story) -> list[Finding]:
    """Return a finding for each vague source, each source without a link, and a missing author."""
    return [*_citations(story.extraction), *_author(story.document)]


def _citations(extraction: Extraction) -> Iterator[Finding]:
    for citation in extraction.citations:
        source = citation.source
        if source is None:
            continue
        spans = (Span(source.start, source.end), Span(citation.start, citation.end))
        if source.type is SourceType.VAGUE:
            message = f"Nobody in particular is the source: “{source.text}”."
            yield Finding(Code.VAGUE_SOURCE, Severity.WARNING, message, spans)
        elif citation.url is None and not _repeats(citation, extraction):
            message = f"No link leads to the source “{source.text}”."
            yield Finding(Code.ATTRIBUTION_WITHOUT_LINK, Severity.NOTICE, message, spans)


def _repeats(citation: Citation, extraction: Extraction) -> bool:
    """Say whether an earlier attribution of the same sentence already rests on the same source."""
    for other in extraction.citations:
        if other is citation:
            return False
        same_source = (
            other.source and citation.source and other.source.key == citation.source.key != ""
        )
        if same_source and (other.start, other.end) == (citation.start, citation.end):
            return True
    return False


def _author(document: Document) -> Iterator[Finding]:
    if document.text.strip() and not document.metadata.authors:
        headline = next((part for part in document.parts if part.name == "headline"), None)
        spans = (Span(headline.start, headline.end),) if headline else ()
        yield Finding(Code.NO_AUTHOR, Severity.WARNING, "The page names no author.", spans)
