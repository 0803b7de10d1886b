"""What the tagger sees, with whole names: joined where it cut one, cut where it ran on.

This corrects what can be corrected span by span and between neighbours. What only the whole
document can tell is left to `consolidation`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articles.engine.boundaries import is_name, trimmed
from articles.engine.data import vocabulary
from articles.engine.names import fold, strip_honorifics
from articles.engine.tagged import TaggedSpan
from articles.engine.types import Kind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles.engine.types import Document

_HEADS: Final = frozenset(vocabulary("names")["organisation_heads"])
_BESIDE: Final = {
    (Kind.ORG, Kind.ORG): Kind.ORG,
    (Kind.NORP, Kind.ORG): Kind.ORG,
    (Kind.PLACE, Kind.ORG): Kind.ORG,
    (Kind.ORG, Kind.PLACE): Kind.ORG,
    (Kind.PERSON, Kind.PERSON): Kind.PERSON,
    (Kind.PLACE, Kind.PLACE): Kind.PLACE,
}
"""What two names are together that stand side by side with nothing but a space between them."""

_SMALL: Final = re.compile(r" (?:of|of the|on|for|for the) ")
_LETTER_AND_WORD: Final = re.compile(r"\b[A-Z]-[a-z]{4,}\b")
"""One letter is no name yet: M-series, C-class."""

_LONGEST: Final = 150


def recognize(document: Document, tagged_names: Sequence[TaggedSpan]) -> list[Mention]:
    """Return the tagger's names with clean edges, without those that never are names."""
    text = document.text
    pieces = [piece for tagged in tagged_names for piece in _lines(text, tagged)]
    return [
        mention
        for tagged in _joined(text, pieces)
        if (mention := _mention(text, tagged)) is not None
    ]


def _lines(text: str, tagged: TaggedSpan) -> Iterator[TaggedSpan]:
    """Cut a name where the line ends."""
    start = tagged.start
    for line in text[tagged.start : tagged.end].split("\n"):
        if line.strip():
            yield replace(tagged, start=start, end=start + len(line))
        start += len(line) + 1


def _joined(text: str, pieces: Iterable[TaggedSpan]) -> Iterator[TaggedSpan]:
    last: TaggedSpan | None = None
    for piece in pieces:
        kind = _together(text, last, piece) if last else None
        if last and kind:
            last = TaggedSpan(last.start, piece.end, kind, max(last.score, piece.score))
        else:
            if last:
                yield last
            last = piece
    if last:
        yield last


def _together(text: str, left: TaggedSpan, right: TaggedSpan) -> Kind | None:
    """Return the kind of two neighbours that are one name, or None."""
    if right.end - left.start > _LONGEST:
        return None
    between = text[left.end : right.start]
    if between == " ":
        return _BESIDE.get((left.kind, right.kind))
    if left.kind is Kind.ORG and right.kind in {Kind.ORG, Kind.PLACE} and _SMALL.fullmatch(between):
        head = fold(text[left.start : left.end]).split()[-1]
        return Kind.ORG if head in _HEADS else None
    return None


def _with_its_word(text: str, span: Span) -> Span:
    """Return a single letter together with the word that it is hyphened to."""
    whole = _LETTER_AND_WORD.match(text, span.start) if span.end == span.start + 1 else None
    return Span(span.start, whole.end()) if whole else span


def _mention(text: str, tagged: TaggedSpan) -> Mention | None:
    if not is_name(text[tagged.start : tagged.end]):
        return None
    span = _with_its_word(text, trimmed(text, Span(tagged.start, tagged.end)))
    words = text[span.start : span.end]
    if tagged.kind is Kind.PERSON:
        bare = strip_honorifics(words)
        span = Span(span.start + max(words.rfind(bare), 0), span.end)
        words = text[span.start : span.end]
    if not is_name(words):
        return None
    return Mention(
        span.start,
        span.end,
        words,
        tagged.kind,
        name=words,
        key="",
        score=tagged.score,
        method="tagger",
        reason="seen by the tagger",
    )
