"""Attributions by verb: "X said that …", "“…,” said X", "the survey found …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import frames, scoring, sources
from articles.engine.recognizers.citations.clauses import Clause, clause_of
from articles.engine.recognizers.citations.contents import contents
from articles.engine.recognizers.citations.groups import groups
from articles.engine.spans import enclosing, merge
from articles.engine.types import Citation, CitationKind, Cue, Medium, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading

_JOINT = re.compile(
    r"(?:[,;]?\s*(?:[;—–]|\b(?:and|but|while|whereas|although|though|yet))|,)\s*(?:\w+ly\s|also\s|later\s|then\s)?\s*$"
)
_WHERE = re.compile(
    r"\b(?:in|on|at|during|via)\s+(?:a|an|the|his|her|its|their|X|[A-Z])[^,;:“”\"]{0,80}"
)
_WINDOW = 60
_NEARBY = 300
_POSTS = frozenset({"tweet", "post", "blog"})
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


def recognize(reading: Reading, taken: Sequence[Span]) -> list[Citation]:
    """Return the attributions that a verb shows, outside quotations and outside the ranges taken."""
    found: list[Citation] = []
    closed = merge(taken)
    last: Clause | None = None
    for group in groups(reading):
        if enclosing(closed, group.cue.start):
            continue
        clause = clause_of(reading, group, last)
        citation = _citation(reading, clause, closed) if clause else None
        if citation is None or clause is None:
            continue
        if last is not None:
            found[-1] = _ended(reading, found[-1], clause)
        found.append(citation)
        last = clause
    return [one for one in found if one.content]


def _citation(reading: Reading, clause: Clause, taken: Sequence[Span]) -> Citation | None:
    content = contents(reading, clause, taken)
    if not content or not frames.fits(reading, clause, content):
        return None
    sentence = reading.sentence_at(clause.group.cue.start)
    whole = merge([sentence, *content])
    kind = _kind(reading, clause, content)
    medium, date = _medium(reading, clause, sentence)
    cue = clause.group.cue
    words = reading.text[cue.start : cue.end]
    source = clause.subject.cited
    return Citation(
        min(sentence.start, whole[0].start),
        max(sentence.end, whole[-1].end),
        kind,
        Cue(cue.start, cue.end, words),
        source,
        content,
        medium=medium,
        date=date,
        score=scoring.of_verb(clause, kind, before=content[0].start < cue.start),
        method="verb",
        reason=f"“{words}” with its subject “{source.text}”",
    )


def _ended(reading: Reading, one: Citation, clause: Clause) -> Citation:
    """End the content of a citation where the clause of the next reporting verb begins."""
    at = clause.start
    inside = [part for part in one.content if part.start < at < part.end]
    if not inside or reading.quoted(at):
        return one
    joint = _JOINT.search(reading.text, max(inside[0].start, at - _WINDOW), at)
    if joint is None:
        return one
    content = tuple(
        Span(part.start, min(part.end, joint.start())) if part.start < at else part
        for part in one.content
        if part.start < joint.start() or part.start > at
    )
    content = tuple(part for part in content if part.start < part.end)
    quoted = reading.is_quoted(content)
    if one.kind is CitationKind.QUOTATION and not quoted:
        return replace(one, content=content, kind=CitationKind.PARAPHRASE)
    return replace(one, content=content)


def _kind(reading: Reading, clause: Clause, content: Sequence[Span]) -> CitationKind:
    if reading.is_quoted(content):
        return CitationKind.QUOTATION
    written = clause.subject.is_document and clause.subject.cited.type is not SourceType.PERSON
    return CitationKind.REFERENCE if written else CitationKind.PARAPHRASE


def _medium(reading: Reading, clause: Clause, sentence: Span) -> tuple[Medium | None, str | None]:
    """Return what is cited and its date: from the subject, or from "in a statement on Friday"."""
    if clause.subject.medium is not None:
        return clause.subject.medium, clause.subject.date
    if clause.group.verb.base in _POSTS:
        return Medium.POST, clause.complement.date
    if clause.complement.medium in _SPOKEN:
        return clause.complement.medium, clause.complement.date
    low = max(sentence.start, clause.group.cue.start - _NEARBY)
    high = min(sentence.end, clause.group.cue.end + _NEARBY)
    for match in _WHERE.finditer(reading.text, low, high):
        medium = None if reading.quoted(match.start()) else sources.medium_of(match[0])
        if medium in _SPOKEN:
            return medium, reading.date_in(Span(*match.span()))
    return None, None
