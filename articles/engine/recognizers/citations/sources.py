"""The source of an attribution: which words name it, who that is, and what is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon
from articles.engine.spans import enclosing, trim
from articles.engine.types import CitedSource, Kind, Medium, SourceType, Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

SPEAKERS = frozenset({Kind.PERSON, Kind.ORG, Kind.HANDLE})
_MEDIUM = re.compile(rf"\b{lexicon.any_of(lexicon.MEDIA)}\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\s(?:from|by|of|for|on|in|at|to|with|among|close to|familiar with|published|released|who|which|that)\s|,\s"
)
_PARTICIPLE = re.compile(
    r"\s(?:released|published|conducted|commissioned|taken|obtained|posted|seen|filed|issued)$"
)
_OF = re.compile(r"\s(?:from|by|of|for|on|in|at|to|with|close to|familiar with)\s")
_DEFINITE = re.compile(
    r"^(?:the|a|an|his|her|its|their|this|that|one|new|two|three|four|five|six|\d+)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"(?:the|his|her|its|their|this|that|these|those)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:s|data|research)$", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_STOP = re.compile(
    r",(?!\d)|[;:()\[\]—–“”\"]|\s-\s|\.(?=\s|$)"
    r"|\s(?:which|who|that|with|while|where|when|but|because|as|potentially|although|though|if|so|is|are|was|were|"
    r"has|have|had|will|would|could|can|should|may|might|must|said|says|told|(?:and|or)(?=\s(?:is|are|was|were|has|have|had|will|"
    r"its|it|they|he|she|the\s\w+\s(?:is|are|was|has))\b))\b"
)
_LONGEST = 160
_TYPES = {Kind.PERSON: SourceType.PERSON, Kind.HANDLE: SourceType.HANDLE}
_WRITTEN = frozenset({Kind.PRODUCT, Kind.WORK, Kind.LAW, Kind.EVENT})
_AROUND = ' \n\t,;:“”"—–'
_PRONOUNS = {
    "he": SourceType.PERSON,
    "she": SourceType.PERSON,
    "they": SourceType.PERSON,
    "it": SourceType.ORG,
}
_NAMING = (
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
_BY_ADJECTIVE = frozenset({Kind.PLACE, Kind.NORP})


@dataclass(frozen=True, slots=True)
class Source:
    """A cited source with what the same words say about the thing cited."""

    cited: CitedSource
    medium: Medium | None = None
    date: str | None = None

    @property
    def is_document(self) -> bool:
        """Say whether something written is cited."""
        return self.cited.type is SourceType.DOCUMENT or self.medium is not None


def of_words(reading: Reading, span: Span) -> Source:
    """Return the source of any words, a pronoun included."""
    words = reading.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_AROUND))
    span = Span(start, max(start, span.start + len(words.rstrip(_AROUND))))
    words = reading.text[span.start : span.end]
    if words.lower() in _PRONOUNS:
        return Source(CitedSource(span.start, span.end, words, _PRONOUNS[words.lower()]))
    return described(reading, span)


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
    type_, key = _type(reading, span, mention, medium)
    return Source(CitedSource(span.start, span.end, words, type_, key), medium, date)


def head_of(words: str) -> str:
    """Return the last word before a preposition, in lower case: "official" of "a senior official at X"."""
    head = _PARTICIPLE.sub("", _PREPOSITION.split(words, maxsplit=1)[0])
    found = _WORD.findall(head)
    return str(found[-1]).lower() if found else ""


def medium_of(words: str) -> Medium | None:
    """Return what the words say is cited: the last medium noun before a preposition decides."""
    head = _PREPOSITION.split(words, maxsplit=1)[0]
    if is_person_noun(head_of(words)):
        return None
    found = _MEDIUM.findall(head) or _MEDIUM.findall(words)
    return lexicon.MEDIA[found[-1].lower()] if found else None


def is_person_noun(noun: str) -> bool:
    """Say whether a noun in lower case is somebody, in the singular or plural."""
    one = lexicon.singular(noun)
    return noun in lexicon.PERSON_NOUNS or one in lexicon.PERSON_NOUNS


def of_mention(mention: Mention) -> CitedSource:
    """Return a mention as the source it is."""
    type_ = _TYPES.get(mention.kind, SourceType.ORG)
    return CitedSource(mention.start, mention.end, mention.text, type_, mention.key)


def unnamed_type(words: str) -> SourceType:
    """Return what a source without a name is: "experts" are nobody in particular, "the firm" is one."""
    head = head_of(words)
    one = lexicon.singular(head)
    definite = _DEFINITE.match(words) is not None
    if _MEDIUM.search(words) and not is_person_noun(head):
        return SourceType.DOCUMENT if definite or not _is_bare_plural(words) else SourceType.VAGUE
    if head in lexicon.DOCUMENT_NOUNS:
        return SourceType.DOCUMENT
    if one == "source" or (head in lexicon.VAGUE_NOUNS and not _KNOWN.match(words)):
        return SourceType.VAGUE
    if one in lexicon.ORGANIZATION_NOUNS or head in lexicon.ORGANIZATION_NOUNS:
        return SourceType.ORG
    if is_person_noun(head):
        return SourceType.PERSON
    return SourceType.VAGUE


def is_somebody_of(reading: Reading, span: Span, mention: Mention) -> bool:
    """Tell "a brother of Berg" and "researchers at MIT" from "pilot Ana Berg" and "MIT data"."""
    words = reading.text[span.start : span.end]
    if not is_person_noun(head_of(words)):
        return False
    before = reading.text[span.start : mention.start]
    possessive = reading.text[mention.end : mention.end + 2] in {"'s", "’s"}
    return possessive or _OF.search(before) is not None


def has_preposition(words: str) -> bool:
    """Say whether a preposition stands in the words: "researchers at", not "Finance Minister"."""
    return _OF.search(words) is not None


def _type(
    reading: Reading, span: Span, mention: Mention | None, medium: Medium | None
) -> tuple[SourceType, str]:
    words = reading.text[span.start : span.end]
    if mention is None:
        return unnamed_type(words), ""
    if is_somebody_of(reading, span, mention):
        return _somebody_of(words, mention)
    platform = medium is Medium.POST and mention.text.lower() in lexicon.PLATFORMS
    written = mention.kind in _WRITTEN and medium is not None
    if platform or written or head_of(words) in lexicon.DOCUMENT_NOUNS:
        return SourceType.DOCUMENT, "" if platform else mention.key
    return _TYPES.get(mention.kind, SourceType.ORG), mention.key


def _somebody_of(words: str, mention: Mention) -> tuple[SourceType, str]:
    """Return who speaks for an organization; the kin and lawyers of a person are not that person."""
    if mention.kind is not Kind.ORG:
        return unnamed_type(words), ""
    plural = head_of(words) in lexicon.VAGUE_NOUNS
    return SourceType.ORG if plural else SourceType.PERSON, mention.key


def _namer(reading: Reading, span: Span) -> Mention | None:
    """Return the mention that says who the source is: a handle or person before an organization."""
    inside = reading.mentions_in(span.start, span.end)
    for kind in _NAMING:
        named = [one for one in inside if one.kind is kind]
        if kind is Kind.ORG and len(named) > 1:
            named = [one for one in named if one.text.lower() not in lexicon.PLATFORMS] or named
        if named and not _is_adjective(span, named[0]):
            return named[0]
    return None


def _is_adjective(span: Span, mention: Mention) -> bool:
    """Say whether a place or people only describes the source: "two French officials"."""
    if mention.kind not in _BY_ADJECTIVE:
        return False
    whole = mention.end == span.end
    return not whole or mention.start > span.start + len("the ")


def _names_platform(words: str) -> bool:
    return any(word in lexicon.PLATFORMS for word in re.findall(r"[a-z]+", words.lower()))


def _is_bare_plural(words: str) -> bool:
    head = _PREPOSITION.split(words, maxsplit=1)[0]
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
