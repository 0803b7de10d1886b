"""Drafts through the API: written by the desk's own actions, and never over somebody's words."""

import json

import pytest

from articles.models import (
    Article,
    AuditEntry,
    Job,
    JobKind,
    Post,
    Revision,
    Scope,
    Status,
)
from tests.api.test_drafts import DRAFTS, address_of, draft
from tests.factories import PersonFactory, SectionFactory, TopicFactory

__all__ = ["draft"]
pytestmark = pytest.mark.django_db
JSON = "application/json"
NEW = {"headline": "A compiler moves", "body_html": "<p>Ines Marrow <b>moved</b> it.</p>"}


@pytest.fixture
def send(client, key_of):
    """Return a function that sends JSON as somebody, with all scopes."""
    keys = {}

    def send_as(user, method, address, body=None, **headers):
        key = keys.setdefault(user.pk, key_of(user, *Scope))
        return client.generic(
            method,
            address,
            json.dumps({} if body is None else body),
            content_type=JSON,
            **key,
            **headers,
        )

    return send_as


@pytest.fixture
def patch(send):
    """Return a function that changes a draft, based on its version of now unless another is given."""

    def patch_as(user, article, body, seen=None):
        seen = seen or f'"{Article.objects.get(pk=article.pk).version}"'
        return send(user, "PATCH", address_of(article), body, HTTP_IF_MATCH=seen)

    return patch_as


def test_a_draft_is_started_whole(send, reporter):
    section = SectionFactory(slug="culture", name="Culture")
    author = PersonFactory(slug="mira", is_staff_author=True)
    topic = TopicFactory(slug="marrow")
    body = {
        **NEW,
        "summary": "It did.",
        "faq": [{"question": "Who?", "answer": "Ines Marrow."}],
        "cards": [{"name": "Ines Marrow", "handle": "@ines"}],
        "section": "culture",
        "kind": "analysis",
        "slug": "moved",
        "byline": [{"person": "mira", "role": "text"}],
        "topics": [str(topic.public_id)],
        "source_stamped_at": "2025-11-06T18:36:00Z",
    }

    response = send(reporter, "POST", DRAFTS, body)

    assert response.status_code == 201, response.content
    record = response.json()
    article = Article.objects.get(public_id=record["id"])
    assert response["Location"].endswith(address_of(article))
    assert (article.section, article.kind, article.slug) == (section, "analysis", "moved")
    assert article.created_by == reporter
    assert [row.person for row in article.bylines.all()] == [author]
    assert record["body_html"] == "<p>Ines Marrow <strong>moved</strong> it.</p>"
    assert record["cards"] == [{"name": "Ines Marrow", "handle": "ines", "bio": ""}]
    assert record["source_stamped_at"] == "2025-11-06T18:36:00Z"
    assert Job.objects.filter(article=article, kind=JobKind.ENRICH).exists()
    assert AuditEntry.objects.filter(subject_id=article.pk, actor=reporter).exists()


def test_the_same_words_twice_are_two_drafts(send, reporter):
    first, second = (send(reporter, "POST", DRAFTS, NEW).json()["id"] for _ in range(2))

    assert first != second


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"headline": "x" * 301}, "headline"),
        ({"headline": None}, "headline"),
        ({"hedline": "x"}, "hedline"),
        ({"section": "nowhere"}, "section"),
        ({"kind": "rumour"}, "kind"),
        ({"slug": "two words"}, "slug"),
        ({"topics": ["nobody"]}, "topics[0]"),
        ({"byline": [{"person": "nobody"}]}, "byline[0].person"),
        ({"byline": [{"persn": "nobody"}]}, "byline[0].persn"),
        ({"faq": [{"question": "Who?"}]}, "faq[0].answer"),
        ({"faq": "x"}, "faq"),
        ({"lead_image": "x"}, "lead_image"),
        ({"lead_image": "0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00"}, "lead_image"),
        ({"primary_source_url": "javascript:alert(1)"}, "primary_source_url"),
        ({"body_html": "<blockquote>" * 2000}, "body_html"),
        ({"source_stamped_at": "yesterday"}, "source_stamped_at"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_named_and_nothing_is_stored(
    send, patch, draft, editor, change, field
):
    posts, revisions = Post.objects.count(), Revision.objects.count()

    for response in (send(editor, "POST", DRAFTS, {**NEW, **change}), patch(editor, draft, change)):
        assert response.status_code == 422, response.content
        assert field in [error["field"] for error in response.json()["errors"]]

    assert (Post.objects.count(), Revision.objects.count()) == (posts, revisions)


def test_a_change_leaves_what_it_does_not_name(patch, draft, editor):
    before = draft.draft_revision

    record = patch(editor, draft, {"summary": "Another.", "note": "Shorter"}).json()

    assert record["summary"] == "Another."
    assert (record["headline"], record["body_html"]) == (before.headline, before.body)
    assert (record["revision"], record["note"]) == (before.number + 1, "Shorter")
    assert record["byline"] == [{"person": "mira-okafor", "role": ""}]
    assert {one["judgement"] for one in record["mentions"]} == {"accepted"}


def test_the_same_again_changes_nothing(patch, draft, editor):
    first = patch(editor, draft, {"summary": "Another.", "kind": "opinion"})
    again = patch(editor, draft, {"summary": "Another.", "kind": "opinion"})

    assert again.json() == first.json()
    assert again["ETag"] == first["ETag"]


def test_an_answer_names_the_version_for_the_next_change(patch, draft, editor):
    etag = patch(editor, draft, {"summary": "One."})["ETag"]

    assert patch(editor, draft, {"summary": "Two."}, seen=etag).status_code == 200
    assert patch(editor, draft, {"summary": "Three."}, seen=etag).status_code == 412


@pytest.mark.parametrize(
    ("seen", "status", "kind"),
    [
        (None, 428, "precondition-required"),
        ("*", 428, "precondition-required"),
        ("", 428, "precondition-required"),
        ("1", 400, "malformed"),
        ('"x"', 400, "malformed"),
        ('"1", "2"', 400, "malformed"),
        ('"99999999999999999999"', 400, "malformed"),
        ('"0"', 412, "stale"),
        ('"7.3-5f0d3c2b"', 412, "stale"),
        ('"1"', 200, ""),
        ('W/"1.1-5f0d3c2b"', 200, ""),
    ],
)
def test_a_change_says_what_it_is_based_on(send, draft, editor, seen, status, kind):
    given = {} if seen is None else {"HTTP_IF_MATCH": seen}

    response = send(editor, "PATCH", address_of(draft), {"summary": "Another."}, **given)

    assert response.status_code == status
    if kind:
        assert response.json()["type"].endswith(f"#problem-{kind}")


def test_a_stale_change_gets_the_version_and_what_changed(client, patch, draft, editor, key_of):
    key = key_of(editor, Scope.DESK_READ)
    seen = client.get(address_of(draft), **key)["ETag"]
    patch(editor, draft, {"summary": "It will hold nothing.", "body_html": "<p>A.</p><p>B.</p>"})

    refused = patch(editor, draft, {"headline": "Mine"}, seen=seen)

    assert refused.status_code == 412
    problem = refused.json()
    now = client.get(address_of(draft), **key)
    assert refused["ETag"] == now["ETag"]
    assert problem["version"] == now.json()["version"]
    assert "--- summary\t1\n+++ summary\t2\n" in problem["diff"]
    assert "-It will hold the trademarks.\n+It will hold nothing.\n" in problem["diff"]
    assert "+<p>A.</p>\n+<p>B.</p>\n" in problem["diff"]
    assert "headline" not in problem["diff"]
    assert now.json()["headline"] != "Mine"


@pytest.mark.parametrize("verb", ["GET", "PATCH"])
def test_what_is_hidden_is_the_same_bytes_as_nothing(send, write, other_reporter, verb):
    seen = {"HTTP_IF_MATCH": '"1"'}
    nothing = f"{DRAFTS}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/"

    hidden = send(other_reporter, verb, address_of(write()), {"summary": "x"}, **seen)
    absent = send(other_reporter, verb, nothing, {"summary": "x"}, **seen)

    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content


def test_a_reporter_may_not_change_what_was_approved(patch, draft, reporter):
    Article.objects.filter(pk=draft.pk).update(status=Status.APPROVED)

    response = patch(reporter, draft, {"summary": "Another."})

    assert response.status_code == 403


def test_nobody_moves_an_article_out_of_their_reach(patch, draft, section_editor):
    SectionFactory(slug="culture", name="Culture")

    response = patch(section_editor, draft, {"section": "culture", "summary": "Another."})

    assert response.status_code == 403
    assert Revision.objects.filter(article=draft).count() == 1


def test_public_bytes_stay_as_they_are(client, patch, world, editor):
    address = f"/api/v1/articles/{world['article'].public_id}/"
    before = client.get(address).content

    assert patch(editor, world["article"], {"headline": "Another"}).status_code == 200

    assert client.get(address).content == before
