"""What the tagger sees, cleaned at the edges.

This corrects what can be corrected span by span: boundaries, titles kept with a name, kinds that a
name's last word belies. What only the whole document can tell is left to `consolidation`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.engine.boundaries import NEVER, Boundaries, is_name
from articles.engine.data import vocabulary
from articles.engine.names import fold, strip_honorifics
from articles.engine.types import Document, Kind, Mention, Span, TaggedSpan

_NAMES = vocabulary("names")
_HEADS = frozenset(_NAMES["organisation_heads"])
_KIND_OF_HEAD = {head: Kind(kind) for kind, heads in _NAMES["heads"].items() for head in heads}
_HEAD_SURNAMES = frozenset(_NAMES["head_surnames"])
_ROLE_INSIDE = re.compile(
    r"^(?P<org>.+?)(?:['’]s)? (?:CEO|CTO|CFO|COO|President|Chairman|Chairwoman|Chief|Director|Founder|Co-founder|Creator|"
    r"Spokesman|Spokeswoman|Minister|Secretary|Coach|Captain|Professor|Editor) (?P<person>[A-Z].+)$"
)
_INNER_POSSESSIVE = re.compile(r"^(?P<owner>[^'’]+)['’]s? (?P<owned>\S)")
_RELEASE = re.compile(r"^.*\D (?:v?\d+(?:\.\d+)+|\d{1,2})$")
_GUESSED = frozenset({Kind.PERSON, Kind.ORG, Kind.PRODUCT})


def recognize(document: Document, tagged_names: Sequence[TaggedSpan]) -> list[Mention]:
    """Return the tagger's names with clean edges, without those that never are names."""
    text = document.text
    boundaries = Boundaries(text)
    return [
        mention
        for tagged in tagged_names
        if is_name(text[tagged.start : tagged.end].split("/")[0])
        for span in boundaries.names(Span(tagged.start, tagged.end), tagged.kind)
        for mention in _mentions(text, span, tagged)
    ]


def _mentions(text: str, span: Span, tagged: TaggedSpan) -> Iterator[Mention]:
    span = _person(text, span) if tagged.kind is Kind.PERSON else _thing(text, span, tagged.kind)
    words = text[span.start : span.end]
    kind = _kind_by_form(words, tagged.kind) if words else tagged.kind
    if is_name(words) and not _is_noise(words, kind):
        yield Mention(
            span.start,
            span.end,
            words,
            kind,
            name=words,
            key="",
            score=tagged.score,
            method="tagger",
            reason="seen by the tagger",
        )


def _person(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    inside = _ROLE_INSIDE.match(words)
    if inside:
        return Span(span.start + inside.start("person"), span.end)
    owner = _INNER_POSSESSIVE.match(words)
    if owner:
        return Span(span.start, span.start + owner.end("owner"))
    return Span(span.start + max(words.rfind(strip_honorifics(words)), 0), span.end)


def _thing(text: str, span: Span, kind: Kind) -> Span:
    words = text[span.start : span.end]
    inside = _ROLE_INSIDE.match(words)
    if inside and kind is Kind.ORG:
        return Span(span.start, span.start + inside.end("org"))
    owner = _INNER_POSSESSIVE.match(words)
    if owner and not owner["owned"].isupper():
        return Span(span.start, span.start + owner.end("owner"))
    return span


def _kind_by_form(words: str, kind: Kind) -> Kind:
    """Correct the kind where the last word tells another: "Gilgel Dam Road" is no person."""
    *others, head = fold(words).split() or [""]
    if not others:
        return kind
    if kind in {Kind.PERSON, Kind.PLACE, Kind.PRODUCT, Kind.WORK} and head in _HEADS:
        return Kind.ORG
    if kind not in _GUESSED or (
        kind is Kind.PERSON and len(others) == 1 and head in _HEAD_SURNAMES
    ):
        return kind
    if kind is Kind.ORG and _RELEASE.match(words):
        return Kind.PRODUCT
    return _KIND_OF_HEAD.get(head, kind)


def _is_noise(words: str, kind: Kind) -> bool:
    if kind is Kind.PERSON and any(sign.isdigit() for sign in words):
        return True
    return all(fold(word) in NEVER for word in words.split())
