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
    fold,
    handle_matches,
    is_acronym,
    is_short_for,
    is_short_organisation,
    name_key,
    stands_for,
    strip_honorifics,
)
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.engine.types import Document, KnownName, Mention

_FULL_NAME = 2
_OPENS_EXPLANATION = frozenset({"acronym", "house", "card", "lexicon"})


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
        self._longest: dict[str, str] = {}
        self._by_word: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        people = [
            one
            for one in mentions
            if one.kind is Kind.PERSON and len(name_key(one.name, one.kind).split()) >= _FULL_NAME
        ]
        self._join_spellings(people)
        for one in people:
            name = self._longest[name_key(one.name, Kind.PERSON)]
            for word in {
                name_key(name, Kind.PERSON).split()[0],
                *name_key(name, Kind.PERSON).split()[1:],
            }:
                self._by_word[word][name].append(one.start)

    def _join_spellings(self, people: Sequence[Mention]) -> None:
        """Give "John Smith" and "John R. Smith" one name, the longest."""
        by_last: dict[str, list[str]] = defaultdict(list)
        for name in sorted(
            {strip_honorifics(one.name) for one in people}, key=lambda name: (-len(name), name)
        ):
            last = name_key(name, Kind.PERSON).split()[-1]
            fuller = next((other for other in by_last[last] if is_short_for(name, other)), name)
            self._longest.setdefault(name_key(name, Kind.PERSON), fuller)
            if fuller == name:
                by_last[last].append(name)

    def full_name(self, mention: Mention) -> str:
        """Return the full name of the person mentioned, or the mention's own name."""
        name = strip_honorifics(mention.name)
        key = name_key(name, Kind.PERSON)
        if key in self._longest:
            return self._longest[key]
        words = key.split()
        candidates = self._by_word.get(words[-1], {}) if words else {}
        fitting = {full: starts for full, starts in candidates.items() if is_short_for(name, full)}
        if not fitting:
            return name
        by_surname = {
            full: starts
            for full, starts in fitting.items()
            if name_key(full, Kind.PERSON).split()[-1] == words[-1]
        }
        return _nearest(mention.start, by_surname or fitting)


def _nearest(at: int, places: Mapping[str, list[int]]) -> str:
    """Return the name last used before `at`, or else first used after it."""

    def distance(name: str) -> tuple[bool, int]:
        before = bisect_right(places[name], at)
        return (before == 0, at - places[name][before - 1] if before else places[name][0] - at)

    return min(places, key=distance)


def _organizations(mentions: Iterable[Mention]) -> dict[tuple[Kind, str], str]:
    """Return the full name of each spelling of an organization."""
    names = {one.name: one.method for one in mentions if one.kind is Kind.ORG}
    explained = {
        name_key(one.text, Kind.ORG): one.name
        for one in mentions
        if one.kind is Kind.ORG and one.method in _OPENS_EXPLANATION and one.name != one.text
    }
    long_names = sorted(name for name in names if " " in name)
    full: dict[tuple[Kind, str], str] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        key = name_key(name, Kind.ORG)
        full.setdefault((Kind.ORG, key), explained.get(key) or _longer(name, long_names) or name)
    return full


def _longer(name: str, long_names: Sequence[str]) -> str | None:
    fits = stands_for if is_acronym(name) else is_short_organisation
    keys = {name_key(long, Kind.ORG): long for long in long_names if fits(name, long)}
    return next(iter(keys.values())) if len(keys) == 1 else None


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
    entities = {one.key: one.name for one in mentions if one.kind in {Kind.PERSON, Kind.ORG}}
    owners: dict[str, tuple[str, str, str]] = {}
    for handle in {fold(one.text) for one in mentions if one.kind is Kind.HANDLE}:
        fitting = [
            (key, name)
            for key, name in entities.items()
            if handle_matches(handle.split("@")[1], name)
        ]
        if len(fitting) == 1:
            key, name = fitting[0]
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
