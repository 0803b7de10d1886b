"""Attributions by a noun or an adjective: "Berg's claim that …", "fears among traders that …", "is confident that …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon, scoring, sources, subjects
from articles.engine.spans import enclosing, trim
from articles.engine.types import Citation, CitationKind, CitedSource, Cue, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading

_NOUN = lexicon.any_of(lexicon.NOUNS_OF_SAYING)
_OWNED = re.compile(
    rf"(?P<owner>\b(?:his|her|their|its)|[’']s?)\s(?:own\s|\w+\s)?(?P<cue>{_NOUN})\s(?=that\s)",
    re.IGNORECASE,
)
_MADE = re.compile(
    rf"\b(?P<cue>{_NOUN})\s(?:made\s)?(?:by|from|of|among)\s(?P<source>[^,;:.()\n“”\"]{{2,60}}?)\s(?=that\s)",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"\b(?:is|was|are|were|remains?|remained|seems?|seemed)\s(?:\w+ly\s|still\s|also\s|not\s|no\sless\s)?(?P<cue>{lexicon.any_of(lexicon.STANCES)})\s(?=that\s)",
    re.IGNORECASE,
)
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_THAT = len("that ")


def recognize(reading: Reading) -> list[Citation]:
    """Return the attributions that a noun of saying or an adjective shows, outside quotations."""
    found = [*_owned(reading), *_made(reading), *_held(reading)]
    return [one for one in found if not reading.quoted(one.cue.start)]


def _owned(reading: Reading) -> Iterator[Citation]:
    for match in _OWNED.finditer(reading.text):
        source = _owner(reading, Span(*match.span("owner")))
        if source is not None:
            yield _citation(reading, source, Span(*match.span("cue")), match.end())


def _owner(reading: Reading, span: Span) -> CitedSource | None:
    words = reading.text[span.start : span.end]
    if words.lower() in _POSSESSIVES:
        type_ = SourceType.ORG if words.lower() == "its" else SourceType.PERSON
        return CitedSource(span.start, span.end, words, type_)
    named = reading.mention_ending(span.start)
    if named is not None and named.kind in sources.SPEAKERS:
        return sources.of_mention(named)
    subject = subjects.before(reading, reading.sentence_at(span.start).start, span.start)
    return subject.cited if subject is not None and subject.firm else None


def _made(reading: Reading) -> Iterator[Citation]:
    for match in _MADE.finditer(reading.text):
        span = trim(reading.text, Span(*match.span("source")))
        source = sources.described(reading, span).cited
        if source.key or source.type is not SourceType.VAGUE:
            yield _citation(reading, source, Span(*match.span("cue")), match.end())


def _held(reading: Reading) -> Iterator[Citation]:
    for match in _HELD.finditer(reading.text):
        low = reading.sentence_at(match.start()).start
        subject = subjects.before(reading, low, match.start())
        if subject is not None and subject.firm and not subject.is_document:
            yield _citation(reading, subject.cited, Span(*match.span("cue")), match.end())


def _citation(reading: Reading, source: CitedSource, cue: Span, that: int) -> Citation:
    sentence = reading.sentence_at(cue.start)
    quote = enclosing(reading.quotes, sentence.end - 1)
    end = max(sentence.end, quote.end if quote else 0)
    content = trim(reading.text, Span(min(that + _THAT, end), end))
    words = reading.text[content.start : content.end].rstrip(". ")
    content = Span(content.start, content.start + len(words))
    cue_words = reading.text[cue.start : cue.end]
    return Citation(
        sentence.start,
        end,
        CitationKind.PARAPHRASE,
        Cue(cue.start, cue.end, cue_words),
        source,
        (content,),
        score=scoring.BY_METHOD["noun"],
        method="noun",
        reason=f"“{cue_words}” of “{source.text}”",
    )
