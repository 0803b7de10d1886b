"""The words that name a source beside a statement: "according to X", "(source: X)", "as X noted", "in X's view"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import lexicon, sources, subjects
from articles.engine.recognizers.citations.lexicon import Form, Frame
from articles.engine.spans import trim
from articles.engine.types import CitedSource, Cue, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.recognizers.citations.sources import Source

_WORDS = vocabulary("citations")
_PREPOSITION = re.compile(rf"\b{lexicon.any_of(_WORDS['prepositions'])}\b", re.IGNORECASE)
_WEAK = frozenset(_WORDS["weak_prepositions"])
_PER = re.compile(
    rf"(?<=[\s(])per (?!(?:a|an|{'|'.join(_WORDS['per_units'])})\b)(?=\S)", re.IGNORECASE
)
_AS_IN = re.compile(
    rf"\bas (?:previously |first |recently )?{lexicon.any_of(_WORDS['as_verbs'])} (?:in|on|at|by)\b",
    re.IGNORECASE,
)
_SAYS = frozenset(
    word
    for word, verbs in lexicon.VERBS.items()
    for rest, verb in verbs
    if not rest and Frame.SAY in verb.frames and verb.form in {Form.PAST, Form.PRESENT, Form.BASE}
)
_AS = re.compile(r"\bas (?=(?P<words>[^,;:()\n]{1,110}))", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"(?:\s(?:has|have|had|also|recently|later|once|previously|often|first))*\s(?P<verb>(?:puts?|describe[ds]?|call(?:ed|s)) it|points? out|pointed out|[a-z]+)(?=[,.;)]|\s*$|\s(?:in|on|at|to|during|last|this)\s)"
)
_BRACKETED = re.compile(
    r"[(\[](?P<cue>sources?|via|credit|h/t)(?::|\s)\s*(?P<source>[^()\[\]\n]{2,120})[)\]]",
    re.IGNORECASE,
)
_VIEW = re.compile(
    rf"\b(?P<cue>(?:by|in|on|at)\s(?P<source>(?:his|her|their|its)(?:\sown)?|[^,;:.()\n]{{2,60}}?[’']s?)\s{lexicon.any_of(_WORDS['views'])})\b"
    r"(?=[,.;)]|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSED = re.compile(r"\s*(?:[,.;:)]|$)")
_IN_PLACE = re.compile(r"\s+(?:in|on|at|during)\s+")
_DEFINITE = re.compile(r"(?:the|its|their|his|her|our|figures|data|reports|estimates)\b")
_APPOSED = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s(?:an?|the|who|which|whose|where|its|his|her|their|then|now|head|chief|director|professor|chair|co-founder|founder|"
    r"president|secretary|minister|deputy|senior|former|of|based|\d{1,3}(?=,)|[a-z]+(?:er|or|i(?:st|an)|man|woman)\b)\b[^,;:“”\"\n]{0,140}(?=,)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Cue and source, from "as" or an opening bracket to the end of what is said about the source."""

    cue: Cue
    source: Source
    start: int
    end: int


def units(reading: Reading) -> list[Unit]:
    """Return the units outside quotations, in text order."""
    found = [
        *_prepositional(reading),
        *_bracketed(reading),
        *_as_who_says(reading),
        *_views(reading),
    ]
    return sorted(found, key=lambda one: one.start)


def _prepositional(reading: Reading) -> Iterator[Unit]:
    for pattern in (_AS_IN, _PREPOSITION, _PER):
        for match in pattern.finditer(reading.text):
            if reading.quoted(match.start()):
                continue
            cue = _cue(reading, *match.span())
            limit = reading.sentence_at(match.start()).end
            source = _named(reading, sources.following(reading, match.end(), limit), limit)
            if source is not None and _names_a_source(cue, source, pattern):
                end = _with_apposition(reading, source.cited.end, limit)
                yield Unit(cue, source, _open(reading, cue.start), end)


def _named(reading: Reading, source: Source | None, limit: int) -> Source | None:
    """Return the name behind a comma as the source: "according to its author, Ana Berg"."""
    if source is None or source.cited.key or source.medium is not None:
        return source
    person = subjects.named_next(reading, source.cited.end, limit)
    if person is None or not _CLOSED.match(reading.text, person.end):
        return source
    return sources.Source(sources.of_mention(person))


def _names_a_source(cue: Cue, source: Source, pattern: re.Pattern[str]) -> bool:
    """Tell "per Berg" and "as described in the report" from "per ship" and "as noted in Berlin"."""
    if pattern is _PER:
        return _names_someone(source)
    if pattern is _AS_IN or cue.text.lower() in _WEAK:
        by_somebody = cue.text.lower().endswith(" by") and bool(source.cited.key)
        return source.medium is not None or by_somebody
    return True


def _names_someone(source: Source) -> bool:
    words = source.cited.text
    return bool(source.cited.key) or (
        source.medium is not None and (words[:1].isupper() or _DEFINITE.match(words) is not None)
    )


def _with_apposition(reading: Reading, end: int, limit: int) -> int:
    """Include what is said of the source between commas: "according to Berg, a pilot, …"."""
    apposed = _APPOSED.match(reading.text, end, limit)
    return apposed.end() if apposed else end


def _bracketed(reading: Reading) -> Iterator[Unit]:
    for match in _BRACKETED.finditer(reading.text):
        span = trim(reading.text, Span(*match.span("source")))
        cue = _cue(reading, *match.span("cue"))
        yield Unit(cue, sources.described(reading, span), *match.span())


def _as_who_says(reading: Reading) -> Iterator[Unit]:
    for match in _AS.finditer(reading.text):
        if reading.quoted(match.start()):
            continue
        said = _reporting(reading, match.end(), match.end("words"))
        speaker = subjects.before(reading, match.end(), said.start()) if said else None
        if said is None or speaker is None or not speaker.firm:
            continue
        cue = Span(*said.span("verb"))
        end = _with_place(reading, cue.end)
        place = sources.described(reading, Span(cue.end, end)) if end > cue.end else None
        medium, date = (place.medium, place.date) if place else (None, None)
        source = sources.Source(speaker.cited, medium, date)
        yield Unit(_cue(reading, cue.start, cue.end), source, match.start(), end)


def _reporting(reading: Reading, start: int, end: int) -> re.Match[str] | None:
    """Return the verb of "as Berg noted", where nothing but place and time follows it."""
    for match in _SAYS_SO.finditer(reading.text, start, min(end + 1, len(reading.text))):
        words = match["verb"]
        if " " in words or words in _SAYS:
            return match
    return None


def _with_place(reading: Reading, end: int) -> int:
    """Include where it was said: "as she noted in her announcement"."""
    place = _IN_PLACE.match(reading.text, end)
    if place is None:
        return end
    where = sources.following(reading, place.end(), reading.sentence_at(end - 1).end)
    return where.cited.end if where and where.medium else end


def _views(reading: Reading) -> Iterator[Unit]:
    """Yield "in her view", "by Berg's account"."""
    for match in _VIEW.finditer(reading.text):
        if reading.quoted(match.start()):
            continue
        start, end = match.span("source")
        words = match["source"].split()[0]
        if words.lower() in {"his", "her", "their", "its"}:
            type_ = SourceType.ORG if words.lower() == "its" else SourceType.PERSON
            cited = CitedSource(start, start + len(words), words, type_)
        else:
            span = trim(reading.text, Span(start, end - len(_possessive(match["source"]))))
            cited = sources.described(reading, span).cited
            if not cited.key:
                continue
        yield Unit(_cue(reading, *match.span("cue")), sources.Source(cited), *match.span())


def _possessive(words: str) -> str:
    return words[-2:] if words[-1] == "s" else words[-1:]


def _cue(reading: Reading, start: int, end: int) -> Cue:
    span = trim(reading.text, Span(start, end))
    return Cue(span.start, span.end, reading.text[span.start : span.end])


def _open(reading: Reading, start: int) -> int:
    """Step back over a bracket that opens right before the cue."""
    return start - 1 if reading.text[start - 1 : start] in {"(", "["} else start
