"""Attributions by preposition: "according to X", "per X", "(source: X)", "as noted by X", "as X noted"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import sources
from articles.engine.spans import trim
from articles.engine.types import Citation, CitationKind, Cue, Kind, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.recognizers.citations.sources import Source
    from articles.engine.types import Mention

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


def recognize(reading: Reading) -> list[Citation]:
    """Return the attributions that a preposition or a bracket shows, outside quotations."""
    cues = sorted(
        [*_prepositional(reading), *_bracketed(reading), *_as_who_says(reading)],
        key=lambda one: one[0].start,
    )
    ends: dict[Span, int] = {}
    found: list[Citation] = []
    for cue, source, end in cues:
        sentence = reading.sentence_at(cue.start)
        since = ends.get(sentence, sentence.start)
        if cue.start < since:
            continue
        ends[sentence] = end
        found.append(_citation(reading, cue, source, Span(since, end)))
    return found


def _prepositional(reading: Reading) -> Iterator[tuple[Cue, Source, int]]:
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
            yield cue, source, source.cited.end


def _bracketed(reading: Reading) -> Iterator[tuple[Cue, Source, int]]:
    for match in _BRACKETED.finditer(reading.text):
        span = trim(reading.text, Span(*match.span("source")))
        yield _cue(reading, *match.span("cue")), sources.described(reading, span), match.end()


def _as_who_says(reading: Reading) -> Iterator[tuple[Cue, Source, int]]:
    for match in _AS_WHO.finditer(reading.text):
        speaker = _speaker(reading, Span(*match.span("source")))
        if speaker is None or reading.quoted(match.start()):
            continue
        end = _with_place(reading, match.end())
        described = (
            sources.described(reading, Span(match.end("verb"), end)) if end > match.end() else None
        )
        cited = sources.of_mention(speaker)
        medium, date = (described.medium, described.date) if described else (None, None)
        yield _cue(reading, *match.span("verb")), sources.Source(cited, medium, date), end


def _speaker(reading: Reading, span: Span) -> Mention | None:
    inside = [
        one for one in reading.mentions_in(span.start, span.end) if one.kind in sources.SPEAKERS
    ]
    if inside and inside[-1].end == span.end:
        return inside[-1]
    if _PRONOUN.fullmatch(reading.text[span.start : span.end]):
        return reading.before(span.start, frozenset({Kind.PERSON}))
    return None


def _with_place(reading: Reading, end: int) -> int:
    """Include where it was said: "as she noted in her announcement"."""
    place = _IN_PLACE.match(reading.text, end)
    if place is None:
        return end
    where = sources.following(reading, place.end(), reading.sentence_at(end - 1).end)
    return where.cited.end if where and where.medium else end


def _names_someone(source: Source) -> bool:
    return bool(source.cited.key) or (source.medium is not None and source.cited.text[:1].isalpha())


def _can_hold_words(cue: Cue, source: Source) -> bool:
    """Tell "as described in the report", an attribution, from "as noted in Berlin"."""
    return source.medium is not None or (
        cue.text.lower().endswith(" by") and bool(source.cited.key)
    )


def _cue(reading: Reading, start: int, end: int) -> Cue:
    span = trim(reading.text, Span(start, end))
    return Cue(span.start, span.end, reading.text[span.start : span.end])


def _citation(reading: Reading, cue: Cue, source: Source, unit: Span) -> Citation:
    sentence = reading.sentence_at(cue.start)
    content = _content(reading, cue, unit, sentence)
    referred = (
        source.medium in _REFERRED
        or source.cited.type is SourceType.DOCUMENT
        or cue.text.lower() in {"source", "sources", "via"}
    )
    quoted = any(reading.quotes_in(part.start, part.end) for part in content)
    kind = CitationKind.REFERENCE if referred else CitationKind.PARAPHRASE
    if quoted and not referred:
        kind = CitationKind.QUOTATION
    return Citation(
        sentence.start,
        sentence.end,
        kind,
        cue,
        source.cited,
        content,
        medium=source.medium,
        date=source.date,
        score=0.9,
        method="preposition",
        reason=f"“{cue.text}” names a source",
    )


def _content(reading: Reading, cue: Cue, unit: Span, sentence: Span) -> tuple[Span, ...]:
    """Return what rests on the source: the words before the cue, or those behind an opening one."""
    before = _stripped(reading, Span(unit.start, _open(reading, cue.start)))
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
    tail = len(words) - len(words.rstrip(_GLUE + "("))
    start, end = span.start + lead, span.end - tail
    return Span(start, end) if start < end and any(sign.isalnum() for sign in words) else None
