"""Which full name of a text a shorter one stands for.

A person goes by the surname, the first name or one of the names between; everything else by the
words that its full name begins or ends with, or by its initials. What could stand for two of them
stands for itself, except a person's name and an institution's common noun ("the Ministry"), which
mean the one named last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from articles.engine.data import vocabulary
from articles.engine.names import (
    acronyms,
    is_acronym,
    is_short_for,
    name_key,
    strip_honorifics,
)
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Mention

_OWNED: Final = re.compile(r".+?['’]s ")
_DESCRIBED: Final = re.compile(r".+?(?=, | \()")
_OF_SOMETHING: Final = re.compile(r"\S+ \S.*?(?= (?:of|from) )")
_PLAIN: Final = frozenset({Kind.PLACE, Kind.PRODUCT, Kind.EVENT})
_MOST_NAMESAKES: Final = 50
_LONGEST: Final = 12
_HEADS: Final = frozenset(vocabulary("names")["organisation_heads"])
_KNOWN_PLACES: Final = frozenset(
    name_key(name)
    for table in ("countries", "regions", "cities")
    for name in vocabulary("places")[table]
)
_SAME_PLACE: Final = {
    name_key(other): name for name, *others in vocabulary("places")["same"] for other in others
}


class People:
    """The full names of persons in a text, found by any part of them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Note who is named in full, and where."""
        people = [
            one for one in mentions if one.kind is Kind.PERSON and " " in _person_key(one.name)
        ]
        self._longest = _joined_spellings({strip_honorifics(one.name) for one in people})
        self._by_part: list[dict[str, list[tuple[int, str]]]] = [
            defaultdict(list) for _ in ("surname", "first", "between")
        ]
        for one in people:
            name = self._longest[_person_key(one.name)]
            first, *between, last = _person_key(name).split()
            for names, parts in zip(self._by_part, ([last], [first], between), strict=True):
                for part in parts:
                    names[part].append((one.start, name))

    def full_name(self, mention: Mention) -> str:
        """Return the full name of the person mentioned, or the mention's own name."""
        name = strip_honorifics(mention.name)
        key = _person_key(name)
        if key in self._longest:
            return self._longest[key]
        *others, last = key.split() or [""]
        if others:
            surnames = self._by_part[0].get(last, [])
            places = [place for place in surnames if is_short_for(name, place[1])]
        else:
            places = next((names[last] for names in self._by_part if last in names), [])
        return _nearest(mention.start, places) if places else name


class Things:
    """The full names of one kind that is no person, found by their beginnings, ends and initials."""

    def __init__(self, kind: Kind, mentions: Sequence[Mention], same: Mapping[str, str]) -> None:
        """Note what is named; `same` are names that the text says mean another one."""
        self._kind = kind
        self._same = same
        places: dict[str, list[int]] = defaultdict(list)
        known: set[str] = set()
        for one in mentions:
            if one.kind is kind:
                places[one.name].append(one.start)
                known |= {one.name} if one.method in {"house", "lexicon"} else set()
        self._full: dict[str, str] = {}
        self._rivals: dict[str, list[tuple[int, str]]] = {}
        self._join(places, known)

    def full_name(self, mention: Mention) -> str:
        """Return the full name of what is mentioned, or the mention's own name."""
        key = _key(mention.name, self._kind)
        if key in self._rivals:
            return _nearest(mention.start, self._rivals[key])
        return self._full.get(key, mention.name)

    def _join(self, places: Mapping[str, Sequence[int]], known: set[str]) -> None:
        """Give every name its full name, from the longest to the shortest."""
        forms: dict[str, set[str]] = defaultdict(set)
        for name in sorted(places, key=lambda name: (-len(name.split()), -len(name), name)):
            key = _key(name, self._kind)
            if key in self._full:
                continue
            longer = set() if name in known and key not in self._same else forms.get(key, set())
            if self._kind is Kind.PLACE:
                longer = {one for one in longer if min(places.get(one, [0])) < min(places[name])}
            if is_acronym(name):
                longer = longer | forms.get(name.replace(".", ""), set())
            self._full[key] = full = self._chosen(name, key, longer)
            if len(longer) > 1 and key in _HEADS:
                self._rivals[key] = sorted((at, one) for one in longer for at in places[one])
            for form in _short_forms(name, key, self._kind):
                forms[form].add(full)

    def _chosen(self, name: str, key: str, longer: set[str]) -> str:
        if key in self._same:
            return self._same[key]
        if self._kind in _PLAIN:
            name = _SAME_PLACE.get(key, _bare(name))
        return next(iter(longer)) if len(longer) == 1 else name


def _person_key(name: str) -> str:
    """Return the key of a person, for whom "Lee’s Ana Berg" and "Ana Berg of the Lee Party" are one."""
    bare = _bare(_OWNED.sub("", name))
    belonging = _OF_SOMETHING.match(bare)
    return name_key(belonging[0] if belonging else bare, Kind.PERSON)


def _key(name: str, kind: Kind) -> str:
    return name_key(_bare(name) if kind in _PLAIN else name, kind)


def _bare(name: str) -> str:
    """Return a name without what describes it: "Mecca" of "Mecca, Saudi Arabia"."""
    bare = _DESCRIBED.match(name)
    return bare[0] if bare else name


def _joined_spellings(names: Iterable[str]) -> dict[str, str]:
    """Return the longest spelling for the key of each: "John R. Smith" for "John Smith"."""
    longest: dict[str, str] = {}
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        key = _person_key(name)
        namesakes = by_last[key.split()[-1]]
        fuller = next((one for one in namesakes[:_MOST_NAMESAKES] if is_short_for(name, one)), name)
        longest.setdefault(key, fuller)
        if fuller == name:
            namesakes.append(name)
    return longest


def _nearest(at: int, places: Sequence[tuple[int, str]]) -> str:
    """Return the name used last before `at`, or else first after it; places are in text order."""
    index = bisect_right(places, at, key=lambda place: place[0])
    return places[max(0, index - 1)][1]


def _short_forms(name: str, key: str, kind: Kind) -> set[str]:
    """Return the keys of shorter names that may stand for this one, and its acronyms in capitals."""
    parts = key.split()[:_LONGEST]
    starts = {" ".join(parts[:end]) for end in range(1, len(parts)) if not parts[end].isdigit()}
    ends = {" ".join(parts[start:]) for start in range(1, len(parts))}
    if kind is Kind.PLACE:
        return (starts - _KNOWN_PLACES) | acronyms(name)
    return starts | ends | acronyms(name)
