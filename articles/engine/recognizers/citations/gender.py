"""Whether "he" or "she" can mean a person of the text: titles, nouns, given names and pronouns nearby."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from articles.engine.data import vocabulary
from articles.engine.names import is_given_name, strip_honorifics
from articles.engine.types import Kind

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import Mention

_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[.]?\s*$")
_APPOSED = re.compile(r",\s+(?:an?|the|his|her|its|their)\s+(?P<words>[^,;:.“”\"\n]{2,60})")
_WORD = re.compile(r"[^\W\d_]+")
_PRONOUN = re.compile(
    r"\b(?:(?P<she>she|her|hers|herself)|(?P<he>he|him|his|himself))\b", re.IGNORECASE
)
_FEMININE = re.compile(r"[^aeiou]a$|ia$|ina$|ette$")
_FAR = 160
_SURE = 3.0
_LIKELY = 2.0
_PERHAPS = 0.5


def genders(reading: Reading) -> dict[str, float]:
    """Return for each person's key how much speaks for "she"; what is below zero speaks for "he"."""
    votes: dict[str, float] = defaultdict(float)
    people = [one for one in reading.mentions if one.kind is Kind.PERSON]
    for number, one in enumerate(people):
        following = people[number + 1].start if number + 1 < len(people) else len(reading.text)
        votes[one.key] += _beside(reading, one) + _pronouns(reading, one, following)
    for key, name in {one.key: one.name for one in people}.items():
        votes[key] += _by_name(name)
    return votes


@cache
def _words() -> dict[str, frozenset[str]]:
    data = vocabulary("gender")
    return {
        "women": frozenset(data["women"].split()),
        "either": frozenset(data["either"].split()),
        "she": frozenset(data["beside"]["she"]),
        "he": frozenset(data["beside"]["he"]),
    }


def _by_name(name: str) -> float:
    parts = strip_honorifics(name).split()
    first = parts[0] if len(parts) > 1 else ""
    for word in (first, first.partition("-")[0]):
        if not word or word in _words()["either"]:
            continue
        if word in _words()["women"]:
            return _LIKELY
        if is_given_name(word):
            return -_LIKELY
    return _PERHAPS if _FEMININE.search(first) else 0.0


def _beside(reading: Reading, mention: Mention) -> float:
    """Return what the title before a name and the words between commas behind it say."""
    before = _BEFORE.search(reading.text, max(0, mention.start - 30), mention.start)
    words = [before["word"]] if before else []
    words += mention.text.split()[:1]
    apposed = _APPOSED.match(reading.text, mention.end)
    words += _WORD.findall(apposed["words"]) if apposed else []
    folded = {word.lower() for word in words}
    she, he = folded & _words()["she"], folded & _words()["he"]
    return _SURE * (bool(she) - bool(he))


def _pronouns(reading: Reading, mention: Mention, following: int) -> float:
    """Return what the first pronoun behind a name says, before anybody else is named."""
    sentence = reading.sentence_at(mention.start)
    limit = min(following, sentence.end + _FAR, mention.end + 2 * _FAR)
    for found in _PRONOUN.finditer(reading.text, mention.end, limit):
        if not reading.quoted(found.start()):
            return 1.0 if found["she"] else -1.0
    return 0.0
