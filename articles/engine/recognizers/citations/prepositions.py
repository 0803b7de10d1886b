"""Attributions by preposition: "according to X", "per X", "(source: X)", "as noted by X", "as X noted"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import sources, subjects
from articles.engine.spans import trim
from articles.engine.types import Citation, CitationKind, Cue, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.recognizers.citations.sources import Source

_WORDS = vocabulary("citations")
_PREPOSITION = re.compile(
    r"\b(?:" + "|".join(re.escape(words) for words in _WORDS["prepositions"]) + r")\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"(?<=[\s(])per (?!(?:a|an|"
    + "|".join(re.escape(unit) for unit in _WORDS["per_units"])
    + r")\b)(?=\S)",
    re.IGNORECASE,
)
_AS_IN = re.compile(
    rf"\bas (?:previously |first |recently )?(?:{'|'.join(_WORDS['as_verbs'])}) (?:in|on|at|by)\b",
    re.IGNORECASE,
)
_AS_WHO = re.compile(
    rf"\bas (?P<source>[^,;:()\n]{{1,80}}?) (?:has |have |had |also |recently |later |once |previously )*(?P<verb>(?:{'|'.join(sorted(_WORDS['verbs']['say'], key=len, reverse=True))}|put it|described it))\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"[(\[](?P<cue>sources?|via|credit|h/t)(?::|\s)\s*(?P<source>[^()\[\]\n]{2,120})[)\]]",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\s+(?:in|on|at|during)\s+")
_PRONOUN = re.compile(r"(?:he|she|they|it)$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|its|their|his|her|our|figures|data|reports|estimates)\b")
_LONG_ENOUGH = 6
_GLUE = " ,;:–—-"
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


@dataclass(frozen=True, slots=True)
class _Unit:
    """The words that name a source: from "as" or an opening bracket to the end of the source."""

    cue: Cue
    source: Source
    start: int
    end: int


def recognize(reading: Reading) -> list[Citation]:
    """Return the attributions that a preposition or a bracket shows, outside quotations."""
    units = [*_prepositional(reading), *_bracketed(reading), *_as_who_says(reading)]
    ends: dict[Span, int] = {}
    found: list[Citation] = []
    for unit in sorted(units, key=lambda one: one.start):
        sentence = reading.sentence_at(unit.cue.start)
        since = ends.get(sentence, sentence.start)
        if unit.start >= since:
            ends[sentence] = unit.end
            found.append(_citation(reading, unit, sentence, since))
    return found


def _prepositional(reading: Reading) -> Iterator[_Unit]:
    for pattern in (_AS_IN, _PREPOSITION, _PER):
        for match in pattern.finditer(reading.text):
            cue = _cue(reading, *match.span())
            source = sources.following(reading, match.end(), reading.sentence_at(match.start()).end)
            if source is None or reading.quoted(match.start()):
                continue
            if pattern is _PER and not _names_someone(source):
                continue
            if pattern is _AS_IN and not _can_hold_words(cue, source):
                continue
            yield _Unit(cue, source, _open(reading, cue.start), source.cited.end)


def _bracketed(reading: Reading) -> Iterator[_Unit]:
    for match in _BRACKETED.finditer(reading.text):
        span = trim(reading.text, Span(*match.span("source")))
        cue = _cue(reading, *match.span("cue"))
        yield _Unit(cue, sources.described(reading, span), *match.span())


def _as_who_says(reading: Reading) -> Iterator[_Unit]:
    for match in _AS_WHO.finditer(reading.text):
        speaker = subjects.before(reading, *match.span("source"))
        if speaker is None or reading.quoted(match.start()):
            continue
        end = _with_place(reading, match.end())
        place = sources.described(reading, Span(match.end(), end)) if end > match.end() else None
        medium, date = (place.medium, place.date) if place else (None, None)
        source = sources.Source(speaker, medium, date)
        yield _Unit(_cue(reading, *match.span("verb")), source, match.start(), end)


def _with_place(reading: Reading, end: int) -> int:
    """Include where it was said: "as she noted in her announcement"."""
    place = _IN_PLACE.match(reading.text, end)
    if place is None:
        return end
    where = sources.following(reading, place.end(), reading.sentence_at(end - 1).end)
    return where.cited.end if where and where.medium else end


def _names_someone(source: Source) -> bool:
    words = source.cited.text
    return bool(source.cited.key) or (
        source.medium is not None and (words[:1].isupper() or _DEFINITE.match(words) is not None)
    )


def _can_hold_words(cue: Cue, source: Source) -> bool:
    """Tell "as described in the report", an attribution, from "as noted in Berlin"."""
    return source.medium is not None or (
        cue.text.lower().endswith(" by") and bool(source.cited.key)
    )


def _cue(reading: Reading, start: int, end: int) -> Cue:
    span = trim(reading.text, Span(start, end))
    return Cue(span.start, span.end, reading.text[span.start : span.end])


def _citation(reading: Reading, unit: _Unit, sentence: Span, since: int) -> Citation:
    content = _content(reading, unit, sentence, since)
    source = unit.source
    return Citation(
        sentence.start,
        sentence.end,
        _kind(reading, unit, content),
        unit.cue,
        source.cited,
        content,
        medium=source.medium,
        date=source.date,
        score=0.9,
        method="preposition",
        reason=f"“{unit.cue.text}” names a source",
    )


def _kind(reading: Reading, unit: _Unit, content: tuple[Span, ...]) -> CitationKind:
    by_document = unit.source.cited.type is SourceType.DOCUMENT or unit.source.medium in _REFERRED
    if by_document or unit.cue.text.lower() in {"source", "sources", "via"}:
        return CitationKind.REFERENCE
    quoted = any(reading.quotes_in(part.start, part.end) for part in content)
    return CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE


def _content(reading: Reading, unit: _Unit, sentence: Span, since: int) -> tuple[Span, ...]:
    """Return what rests on the source: the words before the cue, or those behind an opening one."""
    before = _stripped(reading, Span(since, unit.start))
    after = _stripped(reading, Span(unit.end, sentence.end))
    if before is None:
        return (after,) if after else ()
    if after and len(reading.text[before.start : before.end].split()) < _LONG_ENOUGH:
        return (before, after)
    return (before,)


def _open(reading: Reading, start: int) -> int:
    """Step back over a bracket that opens right before the cue."""
    return start - 1 if reading.text[start - 1 : start] in {"(", "["} else start


def _stripped(reading: Reading, span: Span) -> Span | None:
    words = reading.text[span.start : span.end]
    lead = len(words) - len(words.lstrip(_GLUE + ".)]"))
    tail = len(words) - len(words.rstrip(_GLUE + "(."))
    start, end = span.start + lead, span.end - tail
    return Span(start, end) if start < end and any(sign.isalnum() for sign in words) else None
