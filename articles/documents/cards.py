"""Who is named: one card for each person and organization, with where its facts come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format

from articles.documents.addresses import profile_address, subject_path, web_address
from articles.models import Organization, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.documents.material import AnySubject, Material
    from articles.models import Account


@dataclass(frozen=True, slots=True)
class Handle:
    """An account as readers see it; `url` is empty where no address is known."""

    platform: str
    handle: str
    url: str


@dataclass(frozen=True, slots=True)
class NameCard:
    """What a page says of somebody. `bio` is how the post itself introduced them."""

    name: str
    path: str = ""
    kind: str = ""
    handles: tuple[Handle, ...] = ()
    description: str = ""
    as_of: str = ""
    source_url: str = ""
    bio: str = ""


def name_cards(material: Material) -> list[NameCard]:
    """Return a card for each person and organization named, then the post's own unmatched cards."""
    named: list[AnySubject] = [*material.people, *material.organizations]
    printed = list(material.revision.cards)
    cards = []
    for subject in named:
        own = next((one for one in printed if _is_of(one, subject)), None)
        if own is not None:
            printed.remove(own)
        cards.append(replace(subject_card(subject), bio=own["bio"] if own else ""))
    return cards + [_printed_card(one) for one in printed]


def subject_card(subject: AnySubject) -> NameCard:
    """Return what the knowledge base says of a subject, with its day and its source."""
    as_of = subject.description_as_of
    return NameCard(
        name=subject.name,
        path=subject_path(subject),
        kind=kind_words(subject),
        handles=handles_of(subject.accounts.all()),
        description=subject.description,
        as_of=date_format(as_of, "j F Y") if as_of else "",
        source_url=web_address(subject.description_source),
    )


def handles_of(accounts: Iterable[Account]) -> tuple[Handle, ...]:
    """Return accounts as readers see them."""
    return tuple(
        Handle(one.platform, one.handle, profile_address(one.platform, one.handle, one.url))
        for one in accounts
    )


def kind_words(subject: AnySubject) -> str:
    """Return what a subject is, in a word or two."""
    if isinstance(subject, Person):
        return "Person"
    if isinstance(subject, Organization):
        return "Organization"
    return subject.get_kind_display()


def _is_of(card: dict[str, Any], subject: AnySubject) -> bool:
    handle = card["handle"].removeprefix("@").casefold()
    if handle and handle in {one.handle.casefold() for one in subject.accounts.all()}:
        return True
    return bool(card["name"].casefold() == subject.name.casefold())


def _printed_card(card: dict[str, Any]) -> NameCard:
    handle = card["handle"].removeprefix("@")
    handles = (Handle("", handle, ""),) if handle else ()
    return NameCard(name=card["name"], handles=handles, bio=card["bio"])
