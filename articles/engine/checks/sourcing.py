"""Statements whose source nobody can look up, or is not independent; and a page without an author."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.data import vocabulary
from articles.engine.types import (
    Citation,
    CitationKind,
    CitedSource,
    Document,
    Finding,
    Severity,
    SourceType,
    Span,
)

_WORDS = vocabulary("sourcing")
_LINKABLE = frozenset(_WORDS["linkable"])
_DATED = frozenset(_WORDS["dated"])
_RESTING = frozenset(_WORDS["resting"])
_REFERRING = tuple(_WORDS["referring"])
_Rule = Callable[[Story, Citation, CitedSource], Finding | None]


def check(story: Story) -> list[Finding]:
    """Return the weaknesses of sources, each once for a source."""
    found: list[Finding] = []
    for rule in (_vague, _unlinked, _undated, _is_subject):
        found += _once(story, rule)
    return found


def check_author(story: Story) -> list[Finding]:
    """Return a finding for a page that names no author."""
    return [*_author(story.document)]


def _once(story: Story, rule: _Rule) -> Iterator[Finding]:
    """Apply a rule to all citations; of those that rest on one source, the first speaks for all."""
    told: set[tuple[str, str, str]] = set()
    for citation in story.extraction.citations:
        source = citation.source
        if source is None:
            continue
        same = (source.key or source.text.casefold(), str(citation.medium), str(citation.date))
        finding = rule(story, citation, source) if same not in told else None
        if finding:
            told.add(same)
            yield finding


def _vague(_story: Story, citation: Citation, source: CitedSource) -> Finding | None:
    words = source.text.lower()
    if source.type is not SourceType.VAGUE or words.startswith(_REFERRING):
        return None
    if len(words.split()) > _WORDS["longest_vague"]:
        return None
    message = f"Nobody in particular is the source: “{source.text}”."
    return Finding(Code.VAGUE_SOURCE, Severity.WARNING, message, _passages(citation, source))


def _unlinked(_story: Story, citation: Citation, source: CitedSource) -> Finding | None:
    """Report what could be linked: a document, a post, or whom the statement rests on unheard."""
    if citation.url is not None or source.type is SourceType.VAGUE:
        return None
    rests = citation.cue.text.lower() in _RESTING and source.type is not SourceType.PERSON
    if citation.medium not in _LINKABLE and source.type is not SourceType.HANDLE and not rests:
        return None
    message = f"No link leads to the source “{source.text}”."
    passages = _passages(citation, source)
    return Finding(Code.ATTRIBUTION_WITHOUT_LINK, Severity.NOTICE, message, passages)


def _undated(story: Story, citation: Citation, source: CitedSource) -> Finding | None:
    if citation.medium not in _DATED or citation.date or source.type is SourceType.VAGUE:
        return None
    if story.dates_in(citation.start, citation.end) or source.text.lower().startswith(_REFERRING):
        return None
    message = f"No date is given for the {citation.medium} “{source.text}”."
    return Finding(Code.UNDATED_SOURCE, Severity.NOTICE, message, _passages(citation, source))


def _is_subject(story: Story, citation: Citation, source: CitedSource) -> Finding | None:
    """Report "According to @x, X has 90 % of the market": nobody else says so."""
    if citation.cue.text.lower() not in _RESTING or not source.key or not citation.content:
        return None
    if citation.kind is CitationKind.QUOTATION:
        return None
    content = citation.content[0]
    named = story.mentions_in(content.start, content.end)
    if not named or named[0].key != source.key or named[0].start - content.start > len("The "):
        return None
    message = (
        f"The source, “{source.text}”, is the one that the statement is about: “{named[0].text}”."
    )
    spans = tuple(sorted((Span(source.start, source.end), Span(named[0].start, named[0].end))))
    return Finding(Code.SOURCE_IS_SUBJECT, Severity.NOTICE, message, spans)


def _passages(citation: Citation, source: CitedSource) -> tuple[Span, Span]:
    return Span(source.start, source.end), Span(citation.start, citation.end)


def _author(document: Document) -> Iterator[Finding]:
    if document.text.strip() and not document.metadata.authors:
        headline = next((part for part in document.parts if part.name == "headline"), None)
        spans = (Span(headline.start, headline.end),) if headline else ()
        yield Finding(Code.NO_AUTHOR, Severity.WARNING, "The page names no author.", spans)
