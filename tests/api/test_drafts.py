"""Drafts for programs: what a key of the desk reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Finding, Scope, Severity
from tests.api.test_openapi import component, keys_beyond, require
from tests.factories import OrganizationFactory, PersonFactory, SectionFactory, TopicFactory

pytestmark = pytest.mark.django_db
DRAFTS = "/api/v1/desk/articles/"


@pytest.fixture
def draft(write, reporter):
    """A draft of the reporter with something of everything."""
    article = write(
        created_by=reporter,
        person=PersonFactory(name="Ines Marrow", slug="ines-marrow"),
        organization=OrganizationFactory(name="Marrow Foundation"),
        topic=TopicFactory(name="Marrow"),
        author=PersonFactory(name="Mira Okafor", slug="mira-okafor", is_staff_author=True),
    )
    Finding.objects.create(
        revision=article.draft_revision,
        code="figures-differ",
        severity=Severity.WARNING,
        message="Forty or fourteen?",
        spans=[[0, 12]],
        fingerprint="x",
    )
    return article


def address_of(article, verb=""):
    return f"{DRAFTS}{article.public_id}/" + (f"{verb}/" if verb else "")


def test_a_draft_has_its_words_and_everything_proposed_of_it(client, draft, reporter, key_of):
    response = client.get(address_of(draft), **key_of(reporter, Scope.DESK_READ))
    record = response.json()

    require(record, component("DraftRecord"))
    assert keys_beyond(record, component("DraftRecord")) == set()
    assert all(record[part] for part in ("mentions", "citations", "figures", "findings"))
    assert record["byline"] == [{"person": "mira-okafor", "role": ""}]
    for row in record["mentions"] + record["citations"] + record["figures"]:
        assert record["text"][row["start"] : row["end"]] == row["quote"]
    assert response["ETag"].startswith(f'"{record["version"]}.{record["revision"]}-')
    assert response["Cache-Control"] == "private, no-store"


def test_a_judgement_moves_the_etag_but_not_the_version(client, draft, reporter, key_of):
    key = key_of(reporter, Scope.DESK_READ)
    before = client.get(address_of(draft), **key)

    draft.draft_revision.mentions.update(score=0.1)
    after = client.get(address_of(draft), HTTP_IF_NONE_MATCH=before["ETag"], **key)

    assert after.status_code == 200
    assert before.json()["version"] == after.json()["version"]
    assert client.get(address_of(draft), HTTP_IF_NONE_MATCH=after["ETag"], **key).status_code == 304


def test_a_list_has_what_is_open(client, draft, editor, key_of):
    answer = client.get(DRAFTS, **key_of(editor, Scope.DESK_READ)).json()

    require(answer, component("DraftCardPage"))
    assert answer["results"][0]["open_findings"] == 1
    assert answer["results"][0]["headline"] == draft.draft_revision.headline


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 2), ("?status=draft", 2), ("?status=published", 0), ("?section=culture", 1)],
)
def test_a_list_is_narrowed(client, write, editor, key_of, query, found):
    write()
    write(section=SectionFactory(slug="culture", name="Culture"))

    answer = client.get(DRAFTS + query, **key_of(editor, Scope.DESK_READ)).json()

    assert len(answer["results"]) == found


def test_a_walk_meets_every_draft_once(client, write, editor, key_of):
    key = key_of(editor, Scope.DESK_READ)
    written = [str(write().public_id) for _ in range(5)]

    met, following = [], f"{DRAFTS}?limit=2"
    while following:
        page = client.get(following.removeprefix("http://testserver"), **key).json()
        met += [row["id"] for row in page["results"]]
        following = page["next"]

    assert met == written[::-1]


def test_the_number_of_queries_does_not_grow(client, write, draft, editor, key_of):
    key = key_of(editor, Scope.DESK_READ)
    client.get(DRAFTS, **key)  # notes that the key was used
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(DRAFTS, **key)
            client.get(address_of(draft), **key)
        counts.append(len(queries))
        for _ in range(3):
            write(person=PersonFactory())

    assert counts[0] == counts[1]


def test_what_is_hidden_is_the_same_bytes_as_nothing(client, write, other_reporter, key_of):
    key = key_of(other_reporter, Scope.DESK_READ)

    hidden = client.get(address_of(write()), **key)
    nothing = client.get(f"{DRAFTS}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/", **key)

    assert hidden.status_code == 404
    assert hidden.content == nothing.content
    assert hidden.headers == nothing.headers


@pytest.mark.parametrize("address", [DRAFTS, "draft"])
def test_a_key_without_the_scope_is_told_which_it_lacks(client, draft, editor, key_of, address):
    path = address_of(draft) if address == "draft" else address

    response = client.get(path, **key_of(editor, Scope.POSTS_WRITE))

    assert response.status_code == 403
    assert response.json()["scope"] == "desk:read"
