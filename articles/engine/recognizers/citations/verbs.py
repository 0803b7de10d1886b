"""Attributions by verb: "X said that …", "“…,” said X", "the survey found …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.recognizers.citations import sources, subjects
from articles.engine.recognizers.citations.complements import (
    ENDS_CONTENT,
    ENDS_QUOTE,
    Clause,
    contents,
)
from articles.engine.spans import enclosing, merge
from articles.engine.types import Citation, CitationKind, Cue, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import CitedSource

_VERBS = vocabulary("citations")["verbs"]
_SAY = frozenset(_VERBS["say"])
_THINK = frozenset(_VERBS["think"])
_JUDGE = frozenset(_VERBS["judge"])
_SHOW = frozenset(_VERBS["show"])
_ANY_VERB = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            _SAY | _THINK | _JUDGE | _SHOW | frozenset(_VERBS["carry_on"]), key=len, reverse=True
        )
    )
    + r")\b"
)
_CARRY_ON = frozenset(_VERBS["carry_on"])
_JOINED = re.compile(
    r",?\s*(?P<word>,|\band|\bbut|\bwhile)\s+(?:also\s+|then\s+|later\s+|has\s+|had\s+)*$"
)
_COMPLEMENT = re.compile(r"\s*:?\s*(?:[“\"‘]|that\b|to\b|how\b|whether\b|why\b)")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|as|to|not yet|the|a|an|of|any|no)\s+$")
_PARTICIPLE = re.compile(r"\s+(?:in|by|on|at|for|from|last|this)\b")
_WHERE = re.compile(
    r"\b(?:in|on|at|during|via)\s+(?:a|an|the|his|her|its|their|X|[A-Z])[^,;:“”\"]{0,80}"
)
_INVERTED_VERBS = _SAY - {"told", "tells", "tell"}
_LONGEST = 3000  # No sentence is longer; what is, is no prose.
_TAIL = 60
_NEARBY = 300
_POSTS = frozenset({"tweeted", "tweets", "posted", "blogged"})
_SPOKEN = frozenset(
    {
        Medium.POST,
        Medium.INTERVIEW,
        Medium.STATEMENT,
        Medium.SPEECH,
        Medium.LETTER,
        Medium.ARTICLE,
        Medium.FILING,
    }
)
_MOSTLY = 0.5
_SCORES = {"quotation": 0.9, "clause": 0.8, "noun": 0.6}


def recognize(reading: Reading, taken: Sequence[Span]) -> list[Citation]:
    """Return the attributions that a verb shows, outside quotations and outside the ranges taken."""
    found: list[Citation] = []
    closed = merge(taken)
    for match in _ANY_VERB.finditer(reading.text):
        verb = Span(*match.span())
        if reading.quoted(verb.start) or enclosing(closed, verb.start):
            continue
        clause = _carried_on(reading, verb, found) or _clause(reading, verb)
        citation = _citation(reading, clause, taken) if clause else None
        if citation is not None:
            found[-1:] = [_cut(reading, one, citation) for one in found[-1:]]
            found.append(citation)
    return found


def _carried_on(reading: Reading, verb: Span, found: Sequence[Citation]) -> Clause | None:
    """Return a clause with the last speaker: "…, she said, adding that …", "… and warned that …"."""
    sentence = reading.sentence_at(verb.start)
    last = found[-1] if found else None
    if last is None or last.source is None or last.end <= sentence.start:
        return None
    word = reading.text[verb.start : verb.end]
    joined = _JOINED.search(reading.text, max(last.cue.end, verb.start - 30), verb.start)
    if not joined or (word not in _CARRY_ON and joined["word"] == ","):
        return None
    if _COMPLEMENT.match(reading.text, verb.end, sentence.end) is None:
        return None
    return Clause(
        verb, last.source, Span(joined.start(), joined.start()), Span(verb.end, sentence.end)
    )


def _cut(reading: Reading, one: Citation, other: Citation) -> Citation:
    """End the content of a citation where the next verb of the same speaker takes over."""
    if one.source != other.source:
        return one
    joined = _JOINED.search(reading.text, max(one.cue.end, other.cue.start - 30), other.cue.start)
    end = joined.start() if joined else other.cue.start
    content = tuple(
        Span(part.start, min(part.end, end)) if part.end > other.cue.start else part
        for part in one.content
    )
    return replace(one, content=tuple(part for part in content if part.start < part.end))


def _clause(reading: Reading, verb: Span) -> Clause | None:
    sentence = reading.sentence_at(verb.start)
    start = _start(reading, sentence, verb.start)
    end = min(sentence.end, verb.end + _LONGEST)
    word = reading.text[verb.start : verb.end]
    left = reading.text[max(start, verb.start - _TAIL) : verb.start]
    after_quote = ENDS_QUOTE.search(left) is not None
    inverted = word in _INVERTED_VERBS and ENDS_CONTENT.search(left) is not None
    if inverted and after_quote and (clause := _inverted(reading, verb, start, end)):
        return clause
    if _PASSIVE.search(left):
        return None
    subject = subjects.before(reading, start, verb.start)
    if word in _CARRY_ON:
        return None
    if subject is not None and _fits(reading, subject, verb, end):
        return Clause(verb, subject, Span(start, subject.start), Span(verb.end, end))
    return _inverted(reading, verb, start, end) if inverted and subject is None else None


def _inverted(reading: Reading, verb: Span, start: int, end: int) -> Clause | None:
    subject = subjects.after(reading, verb.end, end)
    if subject is None:
        return None
    return Clause(verb, subject, Span(start, verb.start), Span(subject.end, end))


def _start(reading: Reading, sentence: Span, verb: int) -> int:
    """Return the start of the sentence, or of the quotation that began before it."""
    quotes = reading.quotes_in(sentence.start, sentence.end)
    start = min([sentence.start, *(quote.start for quote in quotes[:1])])
    return max(start, verb - _LONGEST)


def _fits(reading: Reading, subject: CitedSource, verb: Span, end: int) -> bool:
    """Say whether this verb reports here: what follows it, and who is the subject, decide."""
    word = reading.text[verb.start : verb.end]
    complement = _COMPLEMENT.match(reading.text, verb.end, end) is not None
    if subject.type is SourceType.DOCUMENT or sources.medium_of(subject.text):
        return word in _SHOW and (complement or _PARTICIPLE.match(reading.text, verb.end) is None)
    if word in _SAY:
        return complement or reading.text[verb.end : verb.end + 3] != " of"
    if word in _JUDGE:
        return subject.type in {SourceType.PERSON, SourceType.ORG, SourceType.HANDLE}
    return complement and word in _THINK


def _citation(reading: Reading, clause: Clause, taken: Sequence[Span]) -> Citation | None:
    content = tuple(contents(reading, clause, taken))
    if not content:
        return None
    sentence = reading.sentence_at(clause.verb.start)
    whole = merge([sentence, *content])
    kind = CitationKind.QUOTATION if _is_quoted(reading, content) else CitationKind.PARAPHRASE
    medium, date = _medium(reading, clause, sentence)
    if clause.source.type is SourceType.DOCUMENT and kind is CitationKind.PARAPHRASE:
        kind = CitationKind.REFERENCE
    cue = reading.text[clause.verb.start : clause.verb.end]
    return Citation(
        min(sentence.start, whole[0].start),
        max(sentence.end, whole[-1].end),
        kind,
        Cue(clause.verb.start, clause.verb.end, cue),
        clause.source,
        content,
        medium=medium,
        date=date,
        score=_score(reading, clause, kind),
        method="verb",
        reason=f"“{cue}” with its subject “{clause.source.text}”",
    )


def _is_quoted(reading: Reading, content: tuple[Span, ...]) -> bool:
    total = sum(span.end - span.start for span in content)
    inside = sum(
        min(span.end, quote.end) - max(span.start, quote.start)
        for span in content
        for quote in reading.quotes_in(span.start, span.end)
        if reading.says_something(quote) or quote == span
    )
    return inside >= _MOSTLY * total


def _medium(reading: Reading, clause: Clause, sentence: Span) -> tuple[Medium | None, str | None]:
    """Return what is cited and its date: from the subject, or from "in a statement on Friday"."""
    own = sources.medium_of(clause.source.text)
    if own is not None:
        return own, reading.date_in(clause.source)
    if reading.text[clause.verb.start : clause.verb.end] in _POSTS:
        return Medium.POST, None
    low = max(sentence.start, clause.verb.start - _NEARBY)
    high = min(sentence.end, clause.verb.end + _NEARBY)
    for match in _WHERE.finditer(reading.text, low, high):
        medium = None if reading.quoted(match.start()) else sources.medium_of(match[0])
        if medium in _SPOKEN:
            return medium, reading.date_in(Span(*match.span()))
    return None, None


def _score(reading: Reading, clause: Clause, kind: CitationKind) -> float:
    if kind is CitationKind.QUOTATION:
        return _SCORES["quotation"]
    clausal = (
        _COMPLEMENT.match(reading.text, clause.verb.end) or clause.left.end > clause.left.start
    )
    return _SCORES["clause" if clausal else "noun"]
