"""Who is who in one document: every mention gets the key and the name of its entity.

A surname or first name stands for the full name named last before it (or first after it), an
acronym for the organization that the text explains or that alone has these initials, a short
organization for the only long one, a handle for the person of its card or of its spelling.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from articles.engine.names import (
    acronyms,
    fold,
    handle_spellings,
    is_acronym,
    is_short_for,
    is_short_organisation,
    name_key,
    squeezed,
    strip_honorifics,
)
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Document, KnownName, Mention

_MOST_NAMESAKES = 50
_OWNERS = frozenset({Kind.PERSON, Kind.ORG})
_EXPLAINED = frozenset({"acronym", "house", "card", "lexicon"})


def resolve(
    document: Document, mentions: Sequence[Mention], *, known: Sequence[KnownName] = ()
) -> list[Mention]:
    """Return the mentions with `key` and `name` set; the same for all mentions of one entity."""
    names = {**_organizations(mentions), **_others(mentions)}
    people = _People(mentions)
    named = [one if one.kind is Kind.HANDLE else _named(one, names, people) for one in mentions]
    owners = {
        **_owners_by_spelling(named),
        **_owners_by_knowledge(named, known),
        **_owners_by_card(document, named),
    }
    return [_owned(one, owners) if one.kind is Kind.HANDLE else one for one in named]


def entity_key(kind: Kind, name: str) -> str:
    """Return the key of an entity in a document: its kind and the key of its name."""
    return f"{kind.value.lower()}:{name_key(name, kind) or fold(name)}"


class _People:
    """The full names of persons in a text, found by any part of them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        people = [
            one for one in mentions if one.kind is Kind.PERSON and " " in _person_key(one.name)
        ]
        self._longest = _joined_spellings({strip_honorifics(one.name) for one in people})
        self._by_surname: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for one in people:
            name = self._longest[_person_key(one.name)]
            first, *_, last = _person_key(name).split()
            self._by_surname[last].append((one.start, name))
            self._by_first[first].append((one.start, name))

    def full_name(self, mention: Mention) -> str:
        """Return the full name of the person mentioned, or the mention's own name."""
        name = strip_honorifics(mention.name)
        key = _person_key(name)
        if key in self._longest:
            return self._longest[key]
        *others, last = key.split() or [""]
        places = self._by_surname.get(last, [])
        if others:
            places = [place for place in places if is_short_for(name, place[1])]
        places = places or ([] if others else self._by_first.get(last, []))
        return _nearest(mention.start, places) if places else name


def _person_key(name: str) -> str:
    return name_key(name, Kind.PERSON)


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


def _organizations(mentions: Iterable[Mention]) -> dict[tuple[Kind, str], str]:
    """Return the full name of each spelling of an organization."""
    named = [one for one in mentions if one.kind is Kind.ORG]
    explained = {
        name_key(one.text, Kind.ORG): one.name
        for one in named
        if one.method in _EXPLAINED and one.name != one.text
    }
    names = sorted({one.name for one in named}, key=lambda name: (-len(name), name))
    shorter = _short_forms(names)
    full: dict[tuple[Kind, str], str] = {}
    for name in names:
        key = name_key(name, Kind.ORG)
        longer = shorter.get(name.replace(".", "") if is_acronym(name) else key, set())
        only = next(iter(longer)) if len({name_key(one, Kind.ORG) for one in longer}) == 1 else None
        full.setdefault((Kind.ORG, key), explained.get(key) or only or name)
    return full


def _short_forms(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the long names that each acronym and each name without its last words may mean."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = name_key(name, Kind.ORG).split()
        for acronym in acronyms(name):
            forms[acronym].add(name)
        for end in range(1, len(parts)):
            if is_short_organisation(" ".join(parts[:end]), name):
                forms[" ".join(parts[:end])].add(name)
    return forms


def _others(mentions: Iterable[Mention]) -> dict[tuple[Kind, str], str]:
    """Return the longest spelling for each key of the other kinds."""
    full: dict[tuple[Kind, str], str] = {}
    for one in mentions:
        if one.kind not in {Kind.PERSON, Kind.ORG, Kind.HANDLE}:
            slot = (one.kind, name_key(one.name, one.kind))
            full[slot] = max(full.get(slot, ""), one.name, key=len)
    return full


def _named(mention: Mention, names: Mapping[tuple[Kind, str], str], people: _People) -> Mention:
    if mention.kind is Kind.PERSON:
        name = people.full_name(mention)
    else:
        name = names.get((mention.kind, name_key(mention.name, mention.kind)), mention.name)
    reason = mention.reason if name == mention.name else f"{mention.reason}; short for {name}"
    return replace(mention, name=name, key=entity_key(mention.kind, name), reason=reason)


def _owned(handle: Mention, owners: Mapping[str, tuple[str, str, str]]) -> Mention:
    letters = fold(handle.text)
    if letters in owners:
        key, name, reason = owners[letters]
        return replace(handle, key=key, name=name, reason=reason)
    return replace(handle, key=entity_key(Kind.HANDLE, handle.text))


def _owners_by_spelling(mentions: Sequence[Mention]) -> dict[str, tuple[str, str, str]]:
    """Return the one person or organization of the text that a handle is spelled from."""
    spelled: dict[str, dict[str, str]] = defaultdict(dict)
    for key, name in {one.key: one.name for one in mentions if one.kind in _OWNERS}.items():
        for spelling in handle_spellings(name):
            spelled[spelling][key] = name
    owners: dict[str, tuple[str, str, str]] = {}
    for handle in {fold(one.text) for one in mentions if one.kind is Kind.HANDLE}:
        fitting = spelled.get(squeezed(handle.split("@")[1]), {})
        if len(fitting) == 1:
            key, name = next(iter(fitting.items()))
            owners[handle] = (key, name, f"a handle spelled like {name}")
    return owners


def _owners_by_knowledge(
    mentions: Sequence[Mention], known_names: Sequence[KnownName]
) -> dict[str, tuple[str, str, str]]:
    written = {fold(one.text) for one in mentions if one.kind is Kind.HANDLE}
    kinds = {known.target: known.kind for known in known_names if not known.is_handle}
    owners: dict[str, tuple[str, str, str]] = {}
    for known in known_names:
        handle = f"@{fold(known.text).lstrip('@')}"
        if known.is_handle and handle in written:
            key = entity_key(kinds.get(known.target, Kind.PERSON), known.name)
            owners[handle] = (key, known.name, f"a handle of {known.name} in the knowledge base")
    return owners


def _owners_by_card(
    document: Document, mentions: Sequence[Mention]
) -> dict[str, tuple[str, str, str]]:
    """Return the owners that person cards name: a card of the page, or a name line above a handle line."""
    owners: dict[str, tuple[str, str, str]] = {}
    for name, handle in [(card.name, card.handle) for card in document.cards if card.handle]:
        owners[fold(f"@{handle.lstrip('@')}")] = (
            entity_key(Kind.PERSON, name),
            name,
            f"on the card of {name}",
        )
    for name_mention, handle_mention in pairwise(mentions):
        between = document.text[name_mention.end : handle_mention.start]
        if (
            name_mention.method == "card"
            and handle_mention.kind is Kind.HANDLE
            and not between.strip()
        ):
            name = name_mention.name
            owners[fold(handle_mention.text)] = (name_mention.key, name, f"on the card of {name}")
    return owners
