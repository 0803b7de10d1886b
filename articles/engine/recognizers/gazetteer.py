"""Known names: those of the house's knowledge base and the engine's own small lexicon.

One Aho-Corasick automaton finds all of them in a single pass, whatever their number; word
boundaries and letter case are then checked for each hit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from articles.engine.data import vocabulary
from articles.engine.spans import longest
from articles.engine.types import Kind, KnownName, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles.engine.types import Document

HOUSE = "house"
LEXICON = "lexicon"
REPEAT = "repeat"
_SCORES = {HOUSE: 0.95, LEXICON: 0.8, REPEAT: 0.7}
_SHORTEST_ANY_CASE = 4


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    known: KnownName


class Gazetteer:
    """A set of known names, ready to be looked for."""

    def __init__(self, names: Iterable[KnownName], *, method: str) -> None:
        """Index the names; `method` is what the mentions found through them will say."""
        self._method = method
        self._automaton = ahocorasick.Automaton()
        by_text: dict[str, list[KnownName]] = {}
        for known in names:
            if known.text.strip() and not known.is_handle and not known.means_nobody:
                by_text.setdefault(_lower(known.text), []).append(known)
        for text, known_names in by_text.items():
            self._automaton.add_word(text, tuple(known_names))
        self._automaton.make_automaton()
        self._empty = not by_text

    def recognize(self, document: Document) -> list[Mention]:
        """Return the known names in the text, the longest where some overlap."""
        if self._empty:
            return []
        return [self._mention(document.text, hit) for hit in longest(self._hits(document.text))]

    def _hits(self, text: str) -> Iterator[_Hit]:
        for last, known_names in self._automaton.iter(_lower(text)):
            end = last + 1
            start = end - len(known_names[0].text)
            if _whole_words(text, start, end):
                fitting = [known for known in known_names if _case_fits(text[start:end], known)]
                if fitting:
                    yield _Hit(start, end, fitting[0])

    def _mention(self, text: str, hit: _Hit) -> Mention:
        source = "the knowledge base" if self._method == HOUSE else "the general lexicon"
        return Mention(
            hit.start,
            hit.end,
            text[hit.start : hit.end],
            hit.known.kind,
            name=hit.known.name,
            key="",
            score=_SCORES[self._method],
            method=self._method,
            reason=f"{hit.known.name} in {source}",
        )


class Excluded:
    """The spellings that the house says never mean anyone."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        """Take them out of what the house knows."""
        excluded = [known for known in names if known.means_nobody]
        self._exact = frozenset(known.text for known in excluded if known.case_sensitive)
        self._folded = frozenset(
            _lower(known.text) for known in excluded if not known.case_sensitive
        )

    def __contains__(self, text: object) -> bool:
        """Say whether a whole name is one of them."""
        return isinstance(text, str) and (text in self._exact or _lower(text) in self._folded)


@dataclass(frozen=True, slots=True)
class House:
    """What the house knows, ready to be asked."""

    names: Sequence[KnownName]
    gazetteer: Gazetteer
    excluded: Excluded


_latest: list[House] = []


def house(names: Sequence[KnownName]) -> House:
    """Return what the house knows; made once for as long as the very same sequence is given."""
    if not _latest or _latest[0].names is not names:
        _latest[:] = [House(names, Gazetteer(names, method=HOUSE), Excluded(names))]
    return _latest[0]


@cache
def lexicon() -> Gazetteer:
    """Return the gazetteer of the engine's own general vocabulary."""
    return Gazetteer(_general_names(), method=LEXICON)


@cache
def ambiguous() -> frozenset[str]:
    """Return the lexicon's names that are everyday words or surnames, too."""
    return frozenset(vocabulary("lexicon")["ambiguous"])


def _general_names() -> Iterator[KnownName]:
    for name, *others in vocabulary("lexicon")["organizations"]:
        for text in (name, *others):
            yield KnownName(text, Kind.ORG, "", name)
    for name in vocabulary("places")["groups"]:
        yield KnownName(name, Kind.NORP, "", name)


def _lower(text: str) -> str:
    """Lower case without changing the length, so that offsets stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _whole_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and (
        before.isalnum()
        or before in "_@#/"
        or (before in "-." and text[start - 2 : start - 1].isalnum())
    ):
        return False
    return not (
        after
        and (
            after.isalnum()
            or after in "_@"
            or (after in "./" and text[end + 1 : end + 2].isalnum())
        )
    )


def _case_fits(seen: str, known: KnownName) -> bool:
    if known.case_sensitive:
        return seen == known.text or (
            seen.isupper() and " " in seen and seen.lower() == known.text.lower()
        )
    return len(seen) >= _SHORTEST_ANY_CASE or seen == known.text
