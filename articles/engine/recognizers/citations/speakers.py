"""Who is meant by the source of a citation: "she", "the company", "the report" get the key of a name.

In text order, each pronoun and each definite noun is taken for somebody named before it, who fits
in number, gender and description, and is near. What fits nobody keeps its words and gets no key.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import sources
from articles.engine.recognizers.citations.descriptions import described
from articles.engine.recognizers.citations.gender import genders
from articles.engine.types import CitedSource, Kind, Medium, SourceType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Citation, Mention

_SINGULAR = {"he": -1, "his": -1, "she": 1, "her": 1}
_DEFINITE = frozenset({"the", "this", "that"})
_THING = frozenset({"it", "its"})
_PEOPLE = frozenset({Kind.PERSON, Kind.HANDLE})
_ORGANIZATION = frozenset({Kind.ORG})
_MANY = frozenset(
    {
        "police",
        "government",
        "court",
        "state",
        "city",
        "army",
        "military",
        "authorities",
        "opposition",
        "parliament",
        "navy",
    }
)
_PUBLIC = re.compile(
    r"\b(?:university|ministry|department|court|union|council|police|commission|party|committee|agency|institute|association|federation|hospital|school|government|"
    r"parliament|senate|congress|exchange|authority|radio|times|post|news|college|church|army|navy|board|bureau|office|assembly|bank of|reuters|bloomberg)\b",
    re.IGNORECASE,
)
_NEAR = 300
_FAR = 900
_MOST_NAMES = 24
_SPEAKER = 1.0
_QUOTED = -1.5
_KNOWN_GENDER = 0.6
_FADES = 2.0
_OFTEN = 0.4
_MOST_COUNTED = 6
_SURE = 1.5


def resolve(reading: Reading, citations: Sequence[Citation]) -> list[Citation]:
    """Return the citations with the keys of those whom pronouns and nouns mean, in text order."""
    resolver = _Resolver(reading)
    ordered = sorted(citations, key=lambda one: one.source.start if one.source else one.cue.start)
    return [one for each in ordered if (one := resolver.resolved(each)) is not None]


class _Resolver:
    """Goes through a text and remembers who has spoken."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._genders = genders(reading)
        self._described = described(reading)
        self._spoken: dict[str, int] = {}
        self._cited: dict[Medium, tuple[int, str]] = {}
        self._counts = Counter(one.key for one in reading.mentions)
        self._starts = [one.start for one in reading.mentions]

    def resolved(self, citation: Citation) -> Citation | None:
        """Return the citation with its source's key; None where "it" means nobody who speaks."""
        source = citation.source
        if source is None:
            return citation
        if not source.key:
            key, type_ = self._key(source, citation.medium)
            if not key and source.text.lower() in _THING:
                return None
            if key:
                reason = f"{citation.reason}; “{source.text}” is taken for {key.partition(':')[2]}"
                source = replace(source, key=key, type=type_)
                citation = replace(citation, source=source, reason=reason)
        self._note(source, citation.medium)
        return citation

    def _note(self, source: CitedSource, medium: Medium | None) -> None:
        if source.key:
            self._spoken[source.key] = source.start
            if medium is not None:
                self._cited[medium] = (source.start, source.key)

    def _key(self, source: CitedSource, medium: Medium | None) -> tuple[str, SourceType]:
        """Return who is meant and of what type, "" where nobody is found."""
        first, _, rest = source.text.lower().partition(" ")
        if first in _DEFINITE and rest:
            return self._definite(source, medium), source.type
        if rest and medium is None:
            return "", source.type
        if first in _SINGULAR:
            key = self._nearest(source, _PEOPLE, gender=_SINGULAR[first])
            return key, source.type if rest else SourceType.PERSON
        if first in _THING:
            return self._nearest(source, _ORGANIZATION), source.type if rest else SourceType.ORG
        return "", source.type

    def _nearest(
        self, source: CitedSource, kinds: frozenset[Kind], *, gender: int = 0, company: bool = False
    ) -> str:
        """Return the key of the likeliest name before the source: near, a subject, a speaker."""
        best, key = -_FAR * _FADES, ""
        at = bisect_left(self._starts, source.start) - 1
        for one in self._reading.mentions[max(0, at - _MOST_NAMES) : at + 1][::-1]:
            if one.start < source.start - _FAR:
                break
            if one.kind not in kinds or not self._agrees(one, gender):
                continue
            if company and _PUBLIC.search(one.name):
                continue
            weight = self._weight(one, source, gender)
            if weight > best:
                best, key = weight, one.key
        return key

    def _agrees(self, mention: Mention, gender: int) -> bool:
        vote = self._genders.get(mention.key, 0.0)
        return gender * vote >= 0 or abs(vote) < 1.0

    def _weight(self, mention: Mention, source: CitedSource, gender: int) -> float:
        reading = self._reading
        number = reading.sentence_number(source.start) - reading.sentence_number(mention.start)
        weight = -_FADES * number - (source.start - mention.end) / _FAR
        if self._spoken.get(mention.key, -1) >= mention.start - 1:
            weight += _SPEAKER
        if mention.kind is Kind.ORG:
            weight += _OFTEN * min(self._counts[mention.key], _MOST_COUNTED)
        if reading.quoted(mention.start):
            weight += _QUOTED
        if gender * self._genders.get(mention.key, 0.0) >= _SURE:
            weight += _KNOWN_GENDER
        return weight

    def _definite(self, source: CitedSource, medium: Medium | None) -> str:
        """Return the key of whom a definite noun means: somebody called or described that way before."""
        noun = sources.head_of(source.text)
        if medium is not None:
            return self._cited.get(medium, (0, ""))[1]
        places = [place for place in self._described.get(noun, ()) if place[0] < source.start]
        if places:
            return places[-1][1]
        if source.type is not SourceType.ORG or noun in _MANY:
            return ""
        if noun in _COMPANIES:
            return self._nearest(source, _ORGANIZATION, company=True)
        return self._only_one(source)

    def _only_one(self, source: CitedSource) -> str:
        """Return the key of the only organization that the last sentences name, if it is only one."""
        keys: set[str] = set()
        at = bisect_left(self._starts, source.start) - 1
        for one in self._reading.mentions[max(0, at - _MOST_NAMES) : at + 1][::-1]:
            if one.start < source.start - _NEAR:
                break
            if one.kind is Kind.ORG:
                keys.add(one.key)
        return keys.pop() if len(keys) == 1 else ""


_COMPANIES = frozenset(
    {
        "company", "firm", "group", "organization", "organisation", "agency", "maker", "operator", "manufacturer", "startup", "charity", "corporation", "body",
        "bank", "airline", "retailer", "lender", "utility", "publisher", "developer", "network", "carmaker", "association", "club",
    }
)  # fmt: skip
