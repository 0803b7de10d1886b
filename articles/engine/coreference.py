"""Who is who in one document: every mention gets the key and the name of its entity.

A short name stands for the full one, an acronym for what the text explains it by, a handle for
the person of its card or of its spelling.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from articles.engine.names import fold, handle_spellings, name_key, squeezed
from articles.engine.short_names import People, Things
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from articles.engine.types import Document, KnownName, Mention

_OWNERS: Final = frozenset({Kind.PERSON, Kind.ORG})
_EXPLAINED: Final = frozenset({"house", "card", "lexicon"})
_SHORT: Final = re.compile(r"[\w.&/’'-]{2,12}")
_PARTS: Final = re.compile(r"[_.-]")
_TELLING: Final = 5
_UNSHORTENED: Final = frozenset({Kind.PERSON, Kind.NORP, Kind.HANDLE})


def resolve(
    document: Document, mentions: Sequence[Mention], *, known: Sequence[KnownName] = ()
) -> list[Mention]:
    """Return the mentions with `key` and `name` set; the same for all mentions of one entity."""
    same = _explained(document.text, mentions)
    things = {kind: Things(kind, mentions, same.get(kind, {})) for kind in set(Kind) - _UNSHORTENED}
    people = People(mentions)
    named = [
        one if one.kind is Kind.HANDLE else _named(one, things.get(one.kind), people)
        for one in mentions
    ]
    owners = {
        **_owners_by_spelling(named),
        **_owners_by_knowledge(named, known),
        **_owners_by_card(document, named),
    }
    return [_owned(one, owners) if one.kind is Kind.HANDLE else one for one in named]


def entity_key(kind: Kind, name: str) -> str:
    """Return the key of an entity in a document: its kind and the key of its name."""
    return f"{kind.value.lower()}:{name_key(name, kind) or fold(name)}"


def _explained(text: str, mentions: Sequence[Mention]) -> dict[Kind, dict[str, str]]:
    """Return the full names that a recognizer or brackets right behind them give to short ones."""
    same: dict[Kind, dict[str, str]] = defaultdict(dict)
    for one in mentions:
        if one.method in _EXPLAINED and one.name != one.text:
            same[one.kind][name_key(one.text, one.kind)] = one.name
    for long, short in pairwise(mentions):
        bracketed = text[long.end : short.start] == " (" and text[short.end : short.end + 1] == ")"
        if (
            bracketed
            and long.kind is short.kind
            and _SHORT.fullmatch(short.text)
            and any(sign.isupper() for sign in short.text[1:])
        ):
            same[short.kind].setdefault(name_key(short.text, short.kind), long.name)
    return same


def _named(mention: Mention, things: Things | None, people: People) -> Mention:
    name = mention.name
    if mention.kind is Kind.PERSON:
        name = people.full_name(mention)
    elif things:
        name = things.full_name(mention)
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
        written = handle.split("@")[1]
        parts = (part for part in _PARTS.split(written) if len(part) >= _TELLING)
        fitting = next(
            (spelled[part] for part in (squeezed(written), *parts) if part in spelled), {}
        )
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
