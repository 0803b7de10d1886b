"""Noun phrases beside a verb: where the one before it begins, and where the one behind it ends.

Without a parser, by what cannot stand inside one: punctuation, verbs, conjunctions. Names count as
one word. Both walks look at no more than a line's worth of words, whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon
from articles.engine.spans import enclosing
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.recognizers.citations.reading import Reading

_TOKEN = re.compile(r"[\w$€£@#][\w’'&./%-]*|\S")
_BRACKET = re.compile(r"\([^()\n]{1,40}\)")
_POSSESSIVE = re.compile(r"['’]s?\b")
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "you"})
_DETERMINERS = lexicon.WORDS["determiners"]
_LINKS = lexicon.WORDS["links"]
_QUANTITIES = lexicon.WORDS["quantities"]
_LINKED = _QUANTITIES | lexicon.WORDS["knowing"]
_COUNTED = _LINKS | _QUANTITIES | _DETERMINERS
_OBJECTS = frozenset({"me", "him", "her", "them", "us"})
_CONJUNCTIONS = frozenset({"and", "or", "&"})
_CLOSING = frozenset({Kind.PERSON, Kind.ORG})
_GOES_ON = _CONJUNCTIONS | {"of", "at", "for", "from"}
_STOP = PRONOUNS | lexicon.BE | lexicon.AUXILIARIES | lexicon.WORDS["stops"]
_SPEAKING = (
    lexicon.PERSON_NOUNS
    | lexicon.ORGANIZATION_NOUNS
    | lexicon.VAGUE_NOUNS
    | lexicon.DOCUMENT_NOUNS
    | frozenset(lexicon.MEDIA)
)
_AGENT = re.compile(r"\w{3}(?:i(?:st|an)|e[er]|or|man|woman|person|child)$")
_LONGEST = 180
_MOST_WORDS = 14


def is_speaker_noun(word: str) -> bool:
    """Say whether a noun, in lower case, is somebody or something that speaks."""
    head = word.rsplit("-", 1)[-1]
    one = lexicon.singular(head)
    if _AGENT.search(one) and one not in lexicon.THINGS:
        return True
    return bool({word, head, one} & _SPEAKING)


def begins(reading: Reading, low: int, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins; `end` if there is none."""
    walk = _Walk(reading, low, end)
    for number, word in enumerate(walk.backwards()):
        if number >= _MOST_WORDS or not walk.takes(word):
            break
    return walk.start


@dataclass(slots=True)
class _Word:
    """A word, or a name as a whole."""

    start: int
    end: int
    text: str
    kind: Kind | None = None
    is_date: bool = False
    owns: bool = False


class _Walk:
    """Goes back from a verb word by word."""

    def __init__(self, reading: Reading, low: int, end: int) -> None:
        self.start = end
        self._reading = reading
        self._words = _words(reading, max(low, end - _LONGEST), end)
        self._at = len(self._words)

    def backwards(self) -> Iterator[_Word]:
        while self._at > 0:
            self._at -= 1
            yield self._words[self._at]

    def takes(self, word: _Word) -> bool:
        """Say whether the phrase goes on to the left behind this word; note where it begins."""
        if word.kind is None:
            if word.is_date:
                return True
            if word.text in _LINKS or word.text in _CONJUNCTIONS:
                return self._may_link() if word.text in _LINKS else self._may_join()
            if _stops(word.text) and not self._is_object(word):
                return False
        self.start = word.start
        return word.kind is not None or word.text not in _DETERMINERS or self._is_counted()

    def _is_object(self, word: _Word) -> bool:
        """Say whether a pronoun hangs on a preposition: "two people close to it"."""
        before = self._before()
        return word.text in PRONOUNS and before is not None and before.text in _LINKS

    def _is_counted(self) -> bool:
        """Say whether more belongs before an article: "half of the members", "all the mayors"."""
        before = self._before()
        if before is None:
            return False
        return before.text in _COUNTED or (before.text in _CONJUNCTIONS and self._joins())

    def _joins(self) -> bool:
        """Say whether somebody who speaks stands before "and"."""
        one = self._words[self._at - 2] if self._at > 1 else None
        return one is not None and (one.kind is not None or is_speaker_noun(one.text))

    def _before(self) -> _Word | None:
        return self._words[self._at - 1] if self._at else None

    def _may_link(self) -> bool:
        """Say whether a preposition hangs on a noun that speaks: "officials at", "half of"."""
        before = self._before()
        if before is None or self.start == self._words[-1].end:
            return False
        named = before.kind in {Kind.ORG, Kind.NORP, Kind.PERSON}
        return named or is_speaker_noun(before.text) or before.text in _LINKED

    def _may_join(self) -> bool:
        """Say whether "and" joins two who speak: "the mayor and Ana Berg", not two clauses."""
        before = self._before()
        if before is None or self.start == self._words[-1].end:
            return False
        if before.kind is not None or is_speaker_noun(before.text):
            return True
        opens = self._at == 1 or not self._words[self._at - 2].text[0].isalnum()
        return opens and before.text.isalpha()


def ends(reading: Reading, start: int, high: int) -> int:
    """Return where the noun phrase that begins at `start` ends; `start` if there is none."""
    end = start
    before: _Word | None = None
    linked = False
    for word in _words(reading, start, min(high, start + _LONGEST))[:_MOST_WORDS]:
        if word.kind is None and word.text in _GOES_ON:
            if linked or before is None:
                break
            linked = True
        elif (linked and word.text in _OBJECTS) or _continues(None if linked else before, word):
            end, before, linked = word.end, word, False
        else:
            break
    return end


def _continues(before: _Word | None, word: _Word) -> bool:
    """Say whether a phrase goes on with this word: no second article, no name upon a name.

    There is no word before the first, nor before one that a preposition or "and" links.
    """
    named = before is not None and before.kind in _CLOSING and not before.owns
    if word.kind is not None:
        return not named
    if word.is_date or _stops(word.text) or word.text in _LINKS:
        return False
    spoken = before is not None and before.kind is None and is_speaker_noun(before.text)
    if named or spoken:
        return is_speaker_noun(word.text)
    opens = before is None or before.text in _DETERMINERS
    return opens or word.text not in _DETERMINERS


def _words(reading: Reading, low: int, high: int) -> list[_Word]:
    """Return the words of a stretch; a name is one word."""
    found: list[_Word] = []
    at = low
    while token := _TOKEN.search(reading.text, at, high):
        bracket = _BRACKET.match(reading.text, token.start(), high)
        if bracket is not None and bracket.end() < high:
            at = bracket.end()
            continue
        name = enclosing(reading.mentions, token.start())
        if name is not None and name.end <= high:
            possessive = _POSSESSIVE.match(reading.text, name.end, high)
            at = possessive.end() if possessive else name.end
            found.append(
                _Word(max(low, name.start), at, name.text, name.kind, owns=possessive is not None)
            )
            continue
        dated = enclosing(reading.dates, token.start()) is not None
        found.append(_Word(token.start(), token.end(), token[0].lower(), is_date=dated))
        at = token.end()
    return found


def _stops(word: str) -> bool:
    if word in _STOP or not word[0].isalnum():
        return True
    return word in lexicon.VERBS and _is_plainly_past(word)


def _is_plainly_past(word: str) -> bool:
    return any(
        verb.form is lexicon.Form.PAST and lexicon.Frame.SAY in verb.frames
        for _, verb in lexicon.VERBS[word]
    )
