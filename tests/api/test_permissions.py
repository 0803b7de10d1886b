"""Every route, method and role has a declared answer; an undeclared route fails here."""

import json

import pytest
from django.db.models.functions import Now
from django.urls import get_resolver, reverse

from articles.actions.receive_post import receive_post
from articles.models import ApiKey, Citation, Scope
from tests.api.test_desk_permissions import OPERATIONS
from tests.api.test_posts import POST

pytestmark = pytest.mark.django_db
METHODS = ["get", "head", "post", "put", "patch", "delete", "options", "trace"]
ROLES = [
    "visitor",
    "reader with account",
    "owner",
    "other reporter",
    "section editor",
    "editor",
    "administrator",
]
PUBLIC = dict.fromkeys(ROLES, 200)
DESK = {**PUBLIC, "visitor": 404, "reader with account": 404}
# What a route answers to GET and HEAD, by role. Other methods: 405, unless POST is declared below.
READS = {
    "reference": PUBLIC,
    "openapi": PUBLIC,
    "articles": PUBLIC,
    "article": PUBLIC,
    "article (draft)": dict.fromkeys(ROLES, 404),
    "article-form": PUBLIC,
    "article-form (draft)": dict.fromkeys(ROLES, 404),
    "people": PUBLIC,
    "person": PUBLIC,
    "person (nobody names)": DESK,
    "organizations": PUBLIC,
    "organization": PUBLIC,
    "organization (nobody names)": DESK,
    "topics": PUBLIC,
    "topic": PUBLIC,
    "topic (nobody names)": DESK,
    "citations": PUBLIC,
    "citation": PUBLIC,
    "figures": PUBLIC,
    "corrections": PUBLIC,
    "revisions": PUBLIC,
    "revisions (draft)": dict.fromkeys(ROLES, 404),
    "revision": PUBLIC,
    "revision (draft)": dict.fromkeys(ROLES, 404),
    "changes": PUBLIC,
    "changes-stream": dict.fromkeys(ROLES, 421),
    "export": PUBLIC,
    "sections": PUBLIC,
    "section": PUBLIC,
    "posts": {**dict.fromkeys(ROLES, 405), "visitor": 401},
    "post": {
        "visitor": 401,
        "reader with account": 404,
        "owner": 200,
        "other reporter": 404,
        "section editor": 404,  # the post is not of their section
        "editor": 200,
        "administrator": 200,
    },
    "nowhere": dict.fromkeys(ROLES, 404),
}
POSTS = {
    "posts": {**dict.fromkeys(ROLES, 201), "visitor": 401, "reader with account": 403},
    "nowhere": dict.fromkeys(ROLES, 404),
}
PRIVATE = {"posts", "post"}  # these ask who is there before they say that a method is not allowed


@pytest.fixture
def addresses(world, write, reporter):
    from tests.factories import OrganizationFactory, PersonFactory, TopicFactory

    received = receive_post(
        raw=POST["content"], source="Elsewhere", format="markdown", by=reporter
    ).article
    given = {
        "article": [world["article"].public_id],
        "article (draft)": [write().public_id],
        "article-form": [world["article"].public_id, "md"],
        "article-form (draft)": [write().public_id, "md"],
        "person": [world["person"].slug],
        "person (nobody names)": [PersonFactory().slug],
        "organization": [world["organization"].slug],
        "organization (nobody names)": [OrganizationFactory().slug],
        "topic": [world["topic"].slug],
        "topic (nobody names)": [TopicFactory().slug],
        "citation": [Citation.objects.get(revision=world["article"].live_revision).pk],
        "revisions": [world["article"].public_id],
        "revisions (draft)": [write().public_id],
        "revision": [world["article"].public_id, 1],
        "revision (draft)": [write().public_id, 1],
        "section": ["technology"],
        "post": [received.post.public_id],
    }
    return {
        row: "/api/v1/nothing/"
        if row == "nowhere"
        else reverse(f"api:{row.split(' ')[0]}", args=given.get(row, []))
        for row in READS
    }


def test_every_route_is_declared():
    _prefix, resolver = get_resolver().namespace_dict["api"]

    assert set(routes(resolver)) == {row.split(" ")[0] for row in READS} | {
        one.route for one in OPERATIONS
    }


def routes(resolver):
    """Yield the name of every route; one without a name is declared nowhere."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern)
        else:
            yield pattern.name


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_the_declared_answers(client, cast, addresses, key_of, role):
    user = cast[role]
    headers = {} if role == "visitor" else key_of(user, Scope.POSTS_WRITE, Scope.DESK_READ)

    answers = {
        (row, method): ask(client, method, address, headers)
        for row, address in addresses.items()
        for method in METHODS
    }

    assert answers == {
        (row, method): declared(row, method, role) for row in addresses for method in METHODS
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_session_is_answered_as_a_key_is(client, cast, addresses, role):
    if role != "visitor":
        client.force_login(cast[role])

    answers = {row: ask(client, "get", address, {}) for row, address in addresses.items()}

    assert answers == {row: READS[row][role] for row in addresses}


@pytest.mark.parametrize("ended", ["revoked_at", "expires_at"])
def test_a_key_that_ended_is_refused_everywhere(client, addresses, administrator, key_of, ended):
    headers = key_of(administrator, *Scope)
    ApiKey.objects.update(**{ended: Now()})

    answers = {row: ask(client, "get", address, headers) for row, address in addresses.items()}

    assert answers == {row: 404 if row == "nowhere" else 401 for row in addresses}


def test_a_key_without_scopes_is_a_visitor_or_told_what_it_lacks(
    client, addresses, administrator, key_of
):
    headers = key_of(administrator, Scope.MEDIA_WRITE)

    answers = {row: ask(client, "get", address, headers) for row, address in addresses.items()}

    assert answers == {row: 403 if row in PRIVATE else READS[row]["visitor"] for row in addresses}


def ask(client, method, address, headers):
    body = json.dumps(POST) if method in ("post", "put", "patch") else ""
    kind = "application/json" if body else "application/octet-stream"
    answer = client.generic(method.upper(), address, body, content_type=kind, **headers)
    list(answer)  # to its end: what streams holds something until then
    return answer.status_code


def declared(row, method, role):
    if method in ("get", "head"):
        return READS[row][role]
    if method == "post" and row in POSTS:
        return POSTS[row][role]
    if row == "nowhere":
        return 404
    return 401 if row in PRIVATE and role == "visitor" else 405
