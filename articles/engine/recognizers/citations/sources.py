"""The source of an attribution: which words name it, who that is, and what is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.spans import enclosing, trim
from articles.engine.types import CitedSource, Kind, Medium, SourceType, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

_WORDS = vocabulary("citations")
_MEDIA = {word: Medium(medium) for medium, words in _WORDS["media"].items() for word in words}
_MEDIUM = re.compile(
    r"\b(?:" + "|".join(re.escape(word) for word in sorted(_MEDIA, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_PLATFORMS = frozenset(_WORDS["platforms"]["names"])
_VAGUE = re.compile(
    r"\b(?:" + "|".join(sorted(_WORDS["subjects"]["vague"], key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_PERSON_NOUN = re.compile(r"\b(?:" + "|".join(_WORDS["subjects"]["person"]) + r")\b", re.IGNORECASE)
_ORGANIZATION_NOUN = re.compile(
    r"\b(?:" + "|".join(_WORDS["subjects"]["organization"]) + r")\b", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:the|a|an|his|her|its|their|this|that|one|new)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:s|data|research)$", re.IGNORECASE)
_STOP = re.compile(
    r"[,;:()\[\]—–“”\"]|\s-\s|\.(?=\s|$)"
    r"|\s(?:which|who|that|with|while|where|when|but|because|as|potentially|although|though|if|so|is|are|was|were|"
    r"has|have|had|will|would|could|can|should|may|might|must|said|says|told|(?:and|or)(?=\s(?:is|are|was|were|has|have|had|will|"
    r"its|it|they|he|she|the\s\w+\s(?:is|are|was|has))\b))\b"
)
_LONGEST = 160
SPEAKERS = frozenset({Kind.PERSON, Kind.ORG, Kind.HANDLE})


@dataclass(frozen=True, slots=True)
class Source:
    """A cited source with what the same words say about the thing cited."""

    cited: CitedSource
    medium: Medium | None = None
    date: str | None = None


def following(reading: Reading, start: int, limit: int) -> Source | None:
    """Return the source whose words begin at `start` and end before `limit`, None if there are none."""
    end = _phrase_end(reading, start, min(limit, start + _LONGEST))
    span = trim(reading.text, Span(start, end))
    return described(reading, span) if span.start < span.end else None


def described(reading: Reading, span: Span) -> Source:
    """Return the source named by the words of the span, with its type, entity, medium and date."""
    words = reading.text[span.start : span.end]
    mention = _namer(reading, span)
    medium = medium_of(words)
    date = reading.date_in(span)
    if mention is not None and medium is None and mention.kind is Kind.HANDLE:
        medium = Medium.POST if _names_platform(words) else None
    type_, key = _type(words, mention, medium)
    return Source(CitedSource(span.start, span.end, words, type_, key), medium, date)


def medium_of(words: str) -> Medium | None:
    """Return what the words say is cited: the last medium noun before a preposition decides."""
    head = re.split(r"\s(?:from|by|of|for|on|in|at|to|published|released)\s", words, maxsplit=1)[0]
    found = _MEDIUM.findall(head) or _MEDIUM.findall(words)
    return _MEDIA[found[-1].lower()] if found else None


def of_mention(mention: Mention) -> CitedSource:
    """Return a mention as the source it is."""
    kinds = {Kind.PERSON: SourceType.PERSON, Kind.HANDLE: SourceType.HANDLE}
    return CitedSource(
        mention.start,
        mention.end,
        mention.text,
        kinds.get(mention.kind, SourceType.ORG),
        mention.key,
    )


def unnamed_type(words: str) -> SourceType:
    """Return what a source without a name is: "experts" are nobody in particular, "the firm" is one."""
    if _VAGUE.search(words) and not (_MEDIUM.search(words) and _DEFINITE.match(words)):
        return SourceType.VAGUE
    if _MEDIUM.search(words):
        return SourceType.VAGUE if _is_bare_plural(words) else SourceType.DOCUMENT
    if _PERSON_NOUN.search(words):
        return SourceType.PERSON
    return SourceType.ORG if _ORGANIZATION_NOUN.search(words) else SourceType.VAGUE


def _type(words: str, mention: Mention | None, medium: Medium | None) -> tuple[SourceType, str]:
    if mention is None:
        return unnamed_type(words), ""
    if mention.kind in {Kind.PERSON, Kind.HANDLE}:
        return (
            SourceType.PERSON if mention.kind is Kind.PERSON else SourceType.HANDLE
        ), mention.key
    if medium is Medium.POST and mention.text.lower() in _PLATFORMS:
        return SourceType.DOCUMENT, ""
    if mention.kind in {Kind.PRODUCT, Kind.WORK, Kind.LAW, Kind.EVENT} and medium is not None:
        return SourceType.DOCUMENT, mention.key
    return SourceType.ORG, mention.key


def _namer(reading: Reading, span: Span) -> Mention | None:
    """Return the mention that says who the source is: a handle or person before an organization."""
    inside = reading.mentions_in(span.start, span.end)
    order = (
        Kind.HANDLE,
        Kind.PERSON,
        Kind.ORG,
        Kind.WORK,
        Kind.PRODUCT,
        Kind.LAW,
        Kind.EVENT,
        Kind.PLACE,
        Kind.NORP,
    )
    for kind in order:
        named = [one for one in inside if one.kind is kind]
        if kind is Kind.ORG and len(named) > 1:
            named = [one for one in named if one.text.lower() not in _PLATFORMS] or named
        if named and not (
            kind in {Kind.PLACE, Kind.NORP} and named[0].start > span.start + len("the ")
        ):
            return named[0]
    return None


def _names_platform(words: str) -> bool:
    return any(word in _PLATFORMS for word in re.findall(r"[a-z]+", words.lower()))


def _is_bare_plural(words: str) -> bool:
    head = re.split(r"\s(?:from|by|of|for|on|in|at)\s", words, maxsplit=1)[0]
    return _DEFINITE.match(words) is None and _PLURAL.search(head) is not None


def _phrase_end(reading: Reading, start: int, limit: int) -> int:
    """Return where the noun phrase ends: at the first stop that no name or date contains."""
    at = start
    while found := _STOP.search(reading.text, at, limit):
        cover = _cover(reading, found.start())
        if cover is None or found.start() == start:
            return found.start()
        at = max(cover, found.start() + 1)
        if at >= limit:
            return limit
    return limit


def _cover(reading: Reading, offset: int) -> int | None:
    for ranges in (reading.mentions, reading.dates):
        item = enclosing(ranges, offset)
        if item is not None and item.start < offset:
            return item.end
    return None
