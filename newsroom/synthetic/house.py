"""Sections and records of the synthetic newsroom, and those that stand for others in a pattern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from django.utils.text import slugify

from articles.models import (
    Account,
    Alias,
    AnySubject,
    Organization,
    Person,
    Section,
    Source,
    Topic,
    TopicKind,
)
from newsroom.synthetic import slots, words
from newsroom.synthetic.ids import public_id
from newsroom.synthetic.posts import SECTIONS

SOURCE: Final = "Synthetic wire"
PEOPLE, AUTHORS, ORGANIZATIONS, TOPICS = 2_000, 100, 500, 200
_AS_OF = dt.date(2014, 12, 31)
_LAST_NAMES = 50


@dataclass(frozen=True, slots=True)
class House:
    """The records by kind."""

    people: Sequence[AnySubject]
    authors: Sequence[AnySubject]
    organizations: Sequence[AnySubject]
    topics: Sequence[AnySubject]

    @property
    def everybody(self) -> Sequence[AnySubject]:
        """Return whom articles name, then who writes them."""
        return [*self.people, *self.authors]


def found_house(seed: int) -> House:
    """Add what is not there yet, and return it all."""
    Source.objects.get_or_create(slug=slugify(SOURCE), defaults={"name": SOURCE})
    for position, name in enumerate(SECTIONS):
        Section.objects.get_or_create(
            slug=slugify(name), defaults={"name": name, "position": position}
        )
    names = [_name(number) for number in range(PEOPLE + AUTHORS)]
    return _house(
        people=names[:PEOPLE],
        authors=names[PEOPLE:],
        organizations=[words.thing(number) for number in range(ORGANIZATIONS)],
        topics=[words.thing(ORGANIZATIONS + number) for number in range(TOPICS)],
        rng=Random(f"{seed}:house"),  # noqa: S311 - the same ids each time
    )


def slot_house() -> House:
    """Add the records that stand for others while patterns are made."""
    people = [slots.person(place) for place in range(slots.PEOPLE + slots.AUTHORS)]
    return _house(
        people=people[: slots.PEOPLE],
        authors=people[slots.PEOPLE :],
        organizations=[slots.organization(place) for place in range(slots.ORGANIZATIONS)],
        topics=[slots.topic(place) for place in range(slots.TOPICS)],
        rng=Random("slots"),  # noqa: S311 - as above
    )


def _house(
    *,
    people: Iterable[str],
    authors: Iterable[str],
    organizations: Iterable[str],
    topics: Iterable[str],
    rng: Random,
) -> House:
    return House(
        people=_added(Person, people, rng),
        authors=_added(Person, authors, rng, is_staff_author=True),
        organizations=_added(Organization, organizations, rng),
        topics=_added(Topic, topics, rng, kind=TopicKind.PRODUCT),
    )


def _name(number: int) -> str:
    first, last = divmod(number, _LAST_NAMES)
    return f"{words.name(first)} {words.name(1000 + last)}"


def _added(model: Any, names: Iterable[str], rng: Random, **columns: object) -> list[AnySubject]:
    """Insert the records that are missing, each with its name as an alias and one account."""
    by_slug = {slugify(name): name for name in names}
    known = set(model.objects.filter(slug__in=by_slug).values_list("slug", flat=True))
    wanted = [
        model(
            name=name,
            slug=slug,
            public_id=public_id(slots.INSTANT, rng),
            description="Known from the wire, where the name comes up now and then.",
            description_as_of=_AS_OF,
            same_as=[f"https://names.example/{slug}"],
            **columns,
        )
        for slug, name in by_slug.items()
    ]
    added = model.objects.bulk_create([one for one in wanted if one.slug not in known])
    field = str(model.facet_kind)
    Alias.objects.bulk_create(
        Alias(**{field: one}, text=one.name, key=one.name.lower()) for one in added
    )
    Account.objects.bulk_create(
        Account(**{field: one}, platform="github", handle=one.slug) for one in added
    )
    found = {one.slug: one for one in model.objects.filter(slug__in=by_slug)}
    return [found[slug] for slug in by_slug]
