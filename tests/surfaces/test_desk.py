"""What each role at the desk may not see shows on no page of the desk, of the site or of the API."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin

from articles.models import Role, User
from tests.factories import UserFactory
from tests.surfaces.addresses import public_addresses, routes
from tests.surfaces.crawl import ask, is_told_end, leaks
from tests.surfaces.marks import knowledge
from tests.surfaces.rows import owned_by
from tests.surfaces.world import NOTE, OPEN, STATES, World

pytestmark = pytest.mark.django_db

ROLES = {
    "reporter": (Role.REPORTER, []),
    "section editor": (Role.SECTION_EDITOR, [OPEN]),
}
"""Each role with whose private words it may read: only the public article is of its section."""
EVERYBODYS = [NOTE, "User", *(knowledge(owner) for owner in (OPEN, *STATES))]
"""What whoever is at the desk may read: public notes, accounts by name, the knowledge base."""
POSTED = ("judge", "mark", "accept-sure", "reject-unlikely", "read-again", "retry", "findings")
LOOKED_AT = ("draft", "scheduled", "withdrawn")
"""States whose articles are looked at one by one."""


def somebody(world: World, role: Role) -> User:
    """Return a person of a role; a section editor has the section of the public article."""
    person = UserFactory(role=role, username=f"somebody-{role}")
    if role == Role.SECTION_EDITOR:
        person.sections.add(world.sections["technology"])
    return person


@pytest.mark.parametrize("name", ROLES)
def test_nobody_at_the_desk_reads_what_is_not_theirs(client, world, name):
    role, owners = ROLES[name]
    allowed = world.marks.of(*owners, *EVERYBODYS)
    client.force_login(somebody(world, role))

    found = [
        leak
        for address in desk_addresses(world)
        for leak in leaks(world.marks, allowed, address, ask(client, address))
        if not is_told_end(*leak)
    ]

    assert found == []


def test_an_editor_reads_there_what_the_others_do_not(client, world):
    client.force_login(somebody(world, Role.EDITOR))

    found = {
        what
        for address in desk_addresses(world)
        for _, owner, what in leaks(world.marks, set(), address, ask(client, address))
        if owner == "draft"
    }

    assert found >= {"headline", "summary", "statement", "question", "answer", "bio", "Post.raw"}


def desk_addresses(world: World) -> list[str]:
    """Return the pages of the desk, those of single rows for some rows of each table, and the API."""
    articles = [world.articles[state] for state in LOOKED_AT] + [world.open]
    rows = [row for article in articles for row in owned_by(article, article.post)]
    for owner in ("draft", OPEN):
        subjects = world.subjects[owner]
        rows += [*subjects.rows(), subjects.image]
    found = []
    for pattern, names in routes(desk=True):
        if not any(f"/{word}/" in pattern for word in POSTED):
            found += [pattern % values for values in _values(pattern, names, articles, rows)]
    site = [one for one in public_addresses(world) if one.startswith("/api/") and "?" not in one]
    return list(dict.fromkeys([*found, *_searches(world), *_choices(world), *site, "/"]))


def _values(pattern, names, articles, rows) -> Iterator[dict[str, object]]:
    if not names:
        yield {}
    elif names == ["object_id"] and pattern.endswith(("/change/", "/history/")):
        table = pattern.split("/")[3]
        keys = [row.pk for row in rows if type(row)._meta.model_name == table]
        yield from ({"object_id": key} for key in dict.fromkeys(keys[:2] + keys[-1:]))
    elif names == ["article_id"]:
        yield from ({"article_id": article.pk} for article in articles)
    elif names == ["subject_id"]:
        table = pattern.split("/")[3]
        keys = [row.pk for row in rows if type(row)._meta.model_name == table]
        yield from ({"subject_id": key} for key in keys[:2])
    else:
        known = {
            "delivery_id",
            "endpoint_id",
            "button",
            "object_id",
            "id",
            "job_id",
            "app_label",
            "url",
            "content_type_id",
        }
        assert set(names) <= known, f"{pattern}: tell tests/surfaces/test_desk.py what {names} is"


def _searches(world: World) -> Iterator[str]:
    """Yield searches of each list for words that only hidden rows have."""
    words = [
        next(mark for mark, (of, what) in world.marks.meaning.items() if (of, what) == wanted)
        for wanted in (("draft", "headline"), ("draft", "Post.external_id"))
    ]
    for model in admin.site._registry:
        for word in words:
            yield f"/desk/{model._meta.app_label}/{model._meta.model_name}/?q={word}"
    yield from (f"/desk/search/?s={word}" for word in words)


def _choices(world: World) -> Iterator[str]:
    """Yield what every field that is filled in by typing offers."""
    for model, own in admin.site._registry.items():
        inlines = [(inline.model, inline) for inline in own.inlines]
        for table, asked in [(model, own), *inlines]:
            for field in asked.autocomplete_fields:
                yield (
                    f"/desk/autocomplete/?app_label=articles&model_name={table._meta.model_name}"
                    f"&field_name={field}&term="
                )
