"""Put a name into the byline."""

from __future__ import annotations

from typing import cast

from articles.actions.add_subject import add_subject
from articles.engine.names import name_key
from articles.engine.types import Kind
from articles.models import Article, Byline, Person


def add_byline(*, article: Article, name: str, position: int, role: str = "") -> Byline:
    """Add the author called `name`: the one person known by it, staff first, else a new one."""
    person = _known(name) or cast("Person", add_subject(kind="person", name=name, by=None))
    byline, _created = Byline.objects.get_or_create(
        article=article, person=person, defaults={"position": position, "role": role}
    )
    return byline


def _known(name: str) -> Person | None:
    """Return whom the name certainly means: nobody, where two have it."""
    found = (
        Person.objects.filter(aliases__key=name_key(name, Kind.PERSON))
        .order_by("-is_staff_author")
        .distinct()[:2]
    )
    people = cast("list[Person]", list(found))
    if len(people) > 1 and people[0].is_staff_author == people[1].is_staff_author:
        return None
    return people[0] if people else None
