"""Attributions as a tagger sees them: its parts put together, mended, and looked up."""

from __future__ import annotations

from bisect import bisect_left
from math import prod
from typing import TYPE_CHECKING, Final

from articles.engine.recognizers.citations import (
    bounds,
    groups,
    lexicon,
    scoring,
    sources,
    subjects,
)
from articles.engine.recognizers.citations.assembly import Assembled, assemble
from articles.engine.spans import merge
from articles.engine.types import Citation, CitationKind, Cue, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.tagged import TaggedRole

_FEWEST_WORDS: Final = 2
_WITHOUT_CUE: Final = 0.8
_WITHOUT_SOURCE: Final = 0.7


def recognize(reading: Reading, roles: Sequence[TaggedRole]) -> list[Citation]:
    """Return the attributions that the roles make, in text order; none without roles."""
    starts = sorted(role.start for role in roles)
    found = [_citation(reading, one, starts) for one in assemble(reading, roles)]
    return [one for one in found if _says_something(reading, one)]


def _says_something(reading: Reading, one: Citation) -> bool:
    """Say whether a content is a quotation, or more than single words."""
    words = max(len(reading.text[span.start : span.end].split()) for span in one.content)
    return words >= _FEWEST_WORDS or one.kind is CitationKind.QUOTATION


def _citation(reading: Reading, one: Assembled, starts: Sequence[int]) -> Citation:
    content = _mended(reading, one.content, starts)
    sentence = reading.sentence_at(one.start)
    source = _source(reading, one, sentence)
    cue = Span(one.cue.start, one.cue.end) if one.cue else Span(content[0].start, content[0].start)
    return Citation(
        min(sentence.start, content[0].start),
        max(sentence.end, content[-1].end),
        _kind(reading, content, source),
        Cue(cue.start, cue.end, reading.text[cue.start : cue.end]),
        source.cited if source else None,
        content,
        medium=source.medium if source else None,
        date=source.date if source else None,
        score=_score(one, source),
        method="tagger",
        reason="the model sees an attribution here",
    )


def _mended(reading: Reading, content: Sequence[Span], starts: Sequence[int]) -> tuple[Span, ...]:
    pieces: list[Span] = []
    for span in content:
        following = bisect_left(starts, span.end)
        limit = starts[following] if following < len(starts) else len(reading.text)
        pieces.append(bounds.mended(reading, span, limit))
    return tuple(merge(pieces))


def _source(reading: Reading, one: Assembled, sentence: Span) -> sources.Source | None:
    """Return the source that the tagger sees, or else the subject of the cue as the grammar reads it."""
    if one.source is not None:
        return sources.of_words(reading, Span(one.source.start, one.source.end))
    if one.cue is None:
        return None
    start = groups.begins(reading, one.cue.start)
    if not lexicon.BE.isdisjoint(reading.text[start : one.cue.start].lower().split()):
        return None
    low = reading.opening(sentence)
    for subject in (
        subjects.before(reading, low, start),
        subjects.after(reading, one.cue.end, sentence.end),
        subjects.opening(reading, low, one.cue.start),
    ):
        if subject is not None and subject.firm:
            return sources.Source(subject.cited, subject.medium, subject.date)
    return None


def _kind(reading: Reading, content: Sequence[Span], source: sources.Source | None) -> CitationKind:
    if reading.is_quoted(content):
        return CitationKind.QUOTATION
    written = source is not None and source.is_document
    return CitationKind.REFERENCE if written else CitationKind.PARAPHRASE


def _score(one: Assembled, source: sources.Source | None) -> float:
    score = prod(one.scores) ** (1 / len(one.scores))
    score *= 1.0 if one.cue else _WITHOUT_CUE
    score *= 1.0 if source else _WITHOUT_SOURCE
    return round(min(score, scoring.HEARSAY) if one.nested else score, 3)
