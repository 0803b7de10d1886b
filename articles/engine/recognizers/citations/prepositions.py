"""Attributions by a unit of cue and source: the statement stands before it, behind it, or round it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import contents, lexicon, scoring
from articles.engine.recognizers.citations.units import Unit, units
from articles.engine.types import Citation, CitationKind, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading

_GLUE = " ,;:–—-"
_SEMICOLON = re.compile(r"[;:]\s+")
_PUT = re.compile(r"(?:put|described|called)s? it$|puts it$", re.IGNORECASE)
_BY_REFERENCE = frozenset({"source", "sources", "via"})
_REFERRED = frozenset(
    {
        Medium.REPORT,
        Medium.SURVEY,
        Medium.DATA,
        Medium.FORECAST,
        Medium.DOCUMENTATION,
        Medium.FILING,
        Medium.STUDY,
        Medium.ARTICLE,
        Medium.LETTER,
    }
)


def recognize(reading: Reading) -> list[Citation]:
    """Return the attributions that a preposition or a bracket shows, outside quotations."""
    ends: dict[Span, int] = {}
    found: list[Citation] = []
    for unit in units(reading):
        sentence = reading.sentence_at(unit.cue.start)
        since = ends.get(sentence, reading.opening(sentence))
        if unit.start >= since:
            ends[sentence] = unit.end
            found.append(_citation(reading, unit, sentence, since))
    return [one for one in found if one.content]


def refined(citations: Sequence[Citation], others: Sequence[Citation]) -> list[Citation]:
    """Give what cites a source the content of the verb before it: "Berg said that …, citing X"."""
    by_sentence = {(one.start, one.end): one for one in others}
    return [
        replace(one, content=other.content)
        if one.cue.text.lower() in lexicon.CITING
        and (other := by_sentence.get((one.start, one.end))) is not None
        and other.cue.start < one.cue.start
        else one
        for one in citations
    ]


def _citation(reading: Reading, unit: Unit, sentence: Span, since: int) -> Citation:
    content = _content(reading, unit, sentence, since)
    source = unit.source
    return Citation(
        sentence.start,
        max([sentence.end, *(part.end for part in content)]),
        _kind(reading, unit, content),
        unit.cue,
        source.cited,
        content,
        medium=source.medium,
        date=source.date,
        score=scoring.BY_METHOD["preposition"],
        method="preposition",
        reason=f"“{unit.cue.text}” names a source",
    )


def _kind(reading: Reading, unit: Unit, content: tuple[Span, ...]) -> CitationKind:
    by_document = unit.source.cited.type is SourceType.DOCUMENT or unit.source.medium in _REFERRED
    if by_document or unit.cue.text.lower() in _BY_REFERENCE:
        return CitationKind.REFERENCE
    quoted = reading.is_quoted(content)
    return CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE


def _content(reading: Reading, unit: Unit, sentence: Span, since: int) -> tuple[Span, ...]:
    """Return what rests on the source: the words before the cue, or those behind an opening one."""
    quotes = reading.quotes_in(unit.end, sentence.end)
    end = max([sentence.end, *(quote.end for quote in quotes[-1:])])
    before = _stripped(reading, Span(_since(reading, since, unit.start), unit.start))
    after = _stripped(reading, Span(unit.end, end))
    if before is None:
        return (after,) if after else ()
    if _PUT.search(unit.cue.text):
        quotes = reading.quotes_in(before.start, before.end)
        return (quotes[-1],) if quotes and quotes[-1].end >= before.end - 1 else (before,)
    return contents.around(reading, before, after) if after else (before,)


def _since(reading: Reading, since: int, end: int) -> int:
    """Return where the clause before the unit begins: behind the last semicolon or colon."""
    last = since
    for sign in _SEMICOLON.finditer(reading.text, since, end):
        if not reading.quoted(sign.start()):
            last = sign.end()
    return last


def _stripped(reading: Reading, span: Span) -> Span | None:
    words = reading.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_GLUE + ".)]"))
    end = span.start + len(words.rstrip(_GLUE + ".(["))
    return Span(start, end) if start < end and any(sign.isalnum() for sign in words) else None
