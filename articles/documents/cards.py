"""Who is named: one card for each person and organization, with where its facts come from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.documents.addresses import profile_address, subject_path, web_address
from articles.models import Organization, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.documents.material import Material
    from articles.models import Account, AnySubject

UNFOLDED = 4
"""How many organizations and topics stand open; more of them would outgrow the article."""


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


@dataclass(frozen=True, slots=True)
class NameCards:
    """The cards of an article. `others` are organizations and topics; many of them fold."""

    people: tuple[NameCard, ...]
    others: tuple[NameCard, ...]

    @property
    def folds(self) -> bool:
        """Whether the others are so many that a reader opens them when wanted."""
        return len(self.others) > UNFOLDED


def name_cards(material: Material) -> NameCards:
    """Return a card for each one named, and with the people the post's own unmatched cards."""
    printed = list(material.revision.cards)
    people = [_named_card(one, printed) for one in material.people]
    others = [_named_card(one, printed) for one in material.organizations]
    others += [_named_card(one, printed) for one in material.topics]
    return NameCards((*people, *map(_printed_card, printed)), tuple(others))


def _named_card(subject: AnySubject, printed: list[dict[str, Any]]) -> NameCard:
    """Return a subject's card with what the post's own card says; takes that from `printed`."""
    own = next((one for one in printed if _is_of(one, subject)), None)
    if own is not None:
        printed.remove(own)
    return replace(subject_card(subject), bio=own["bio"] if own else "")


def subject_card(subject: AnySubject) -> NameCard:
    """Return what the knowledge base says of a subject, with its day and its source."""
    as_of = subject.description_as_of
    return NameCard(
        name=subject.name,
        path=subject_path(subject),
        kind=kind_words(subject),
        handles=handles_of(subject.accounts.all()),
        description=subject.description,
        as_of=date_format(as_of, "DATE_FORMAT") if as_of else "",
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
        return _("Person")
    if isinstance(subject, Organization):
        return _("Organization")
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
