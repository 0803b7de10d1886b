"""Posts arrive: as JSON or as the text itself, by key or by session."""

import json

import pytest
from django.test import Client

from articles.models import Article, EnrichmentRun, Job, Post, Role, RunState, Scope
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
INBOX = "/api/v1/posts/"
MARKDOWN = "# A foundation for the compiler\n\nThe Marrow Foundation has 40 members.\n"
POST = {"source": "Wire", "external_id": "w-1", "format": "markdown", "content": MARKDOWN}


@pytest.fixture
def reporter_key(reporter, key_of):
    return key_of(reporter)


def send(client, body, **headers):
    return client.post(INBOX, json.dumps(body), content_type="application/json", **headers)


def test_it_takes_a_post_in(client, reporter, reporter_key):
    response = send(client, POST, **reporter_key)

    article = Article.objects.get()
    assert response.status_code == 201
    assert response.json() == {
        "id": str(article.post.public_id),
        "article": str(article.public_id),
        "created": True,
        "status": f"http://testserver{INBOX}{article.post.public_id}/",
    }
    assert response["Location"] == response.json()["status"]
    assert article.created_by == reporter
    assert article.post.raw == MARKDOWN
    assert Job.objects.filter(article=article).count() == 1


def test_the_same_post_twice_is_one_article_and_says_so(client, reporter_key):
    first = send(client, POST, **reporter_key)
    second = send(client, POST, **reporter_key)

    assert second.status_code == 200
    assert second.json() == {**first.json(), "created": False}
    assert Article.objects.count() == 1


def test_the_same_id_with_other_words_is_a_conflict(client, reporter_key):
    first = send(client, POST, **reporter_key)
    second = send(client, {**POST, "content": f"{MARKDOWN}\nMore."}, **reporter_key)

    assert second.status_code == 409
    assert second.json()["article"] == first.json()["article"]
    assert Post.objects.get().raw == MARKDOWN


@pytest.mark.parametrize(
    ("media_type", "body", "format_"),
    [
        ("text/markdown", MARKDOWN, "markdown"),
        ("text/markdown; charset=UTF-8", MARKDOWN, "markdown"),
        ("text/plain", "A headline\n\nA paragraph of words.\n", "text"),
        ("text/html", "<h1>A headline</h1><p>A paragraph of words.</p>", "html"),
    ],
)
def test_it_takes_the_text_itself(client, reporter_key, media_type, body, format_):
    response = client.post(
        f"{INBOX}?source=Wire&external_id=w-2",
        body.encode(),
        content_type=media_type,
        **reporter_key,
    )

    post = Post.objects.get()
    assert response.status_code == 201
    assert (post.format, post.external_id, post.source.name) == (format_, "w-2", "Wire")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({**POST, "content": ""}, "content"),
        ({**POST, "content": 5}, None),
        ({**POST, "format": "docx"}, "format"),
        ({**POST, "source": ""}, "source"),
        ({**POST, "source": "!!!"}, "source"),
        ({**POST, "source": "W" * 121}, "source"),
        ({**POST, "external_id": "w" * 201}, "external_id"),
        ({"source": "Wire"}, "content"),
        ({**POST, "headline": "x"}, "headline"),
        ([POST], "body"),
        ("text", "body"),
        (None, "body"),
    ],
)
def test_it_names_the_field_and_the_reason(client, reporter_key, body, field):
    response = send(client, body, **reporter_key)

    if field is None:
        assert response.status_code in (201, 422)
        return
    assert response.status_code == 422
    assert field in {error["field"] for error in response.json()["errors"]}
    assert all(error["reason"] for error in response.json()["errors"])
    assert not Post.objects.exists()


def test_an_unknown_field_is_told_the_nearest_one(client, reporter_key):
    response = send(client, {**POST, "contnt": "x"}, **reporter_key)

    assert "content" in response.json()["errors"][0]["reason"]


def test_a_text_needs_its_sender_in_the_query(client, reporter_key):
    response = client.post(INBOX, MARKDOWN, content_type="text/markdown", **reporter_key)

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "source"


def test_it_takes_one_from_a_session_with_its_token_only(reporter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)

    without = send(client, POST)
    client.get("/desk/login/")
    token = client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""

    assert without.status_code == 403
    assert "CSRF" in without.json()["detail"]
    if token:
        assert send(client, POST, HTTP_X_CSRFTOKEN=token).status_code == 201


def test_a_key_needs_the_scope(client, editor, key_of):
    response = send(client, POST, **key_of(editor, Scope.DESK_READ))

    assert response.status_code == 403
    assert response.json()["scope"] == "posts:write"


def test_a_key_does_no_more_than_its_user(client, key_of):
    reader = UserFactory(role=Role.NONE)

    response = send(client, POST, **key_of(reader))

    assert response.status_code == 403
    assert not Post.objects.exists()


def test_it_shows_how_far_the_reading_is(client, reporter_key):
    address = send(client, POST, **reporter_key).json()["status"].removeprefix("http://testserver")
    waiting = client.get(address, **reporter_key).json()
    article = Article.objects.get()
    EnrichmentRun.objects.create(
        article=article,
        revision=article.draft_revision,
        content_hash="x",
        engine_version="1",
        model_version="1",
        state=RunState.RECONCILING,
        counts={"mentions": 3},
        started_at=article.created_at,
    )
    running = client.get(address, **reporter_key).json()

    assert waiting["enrichment"]["job"] == "pending"
    assert waiting["enrichment"]["step"] is None
    assert running["enrichment"]["step"] == "reconciling"
    assert running["enrichment"]["counts"] == {"mentions": 3}


def test_only_who_sent_it_and_its_editors_may_follow_it(client, reporter_key, cast, key_of):
    address = send(client, POST, **reporter_key).json()["status"].removeprefix("http://testserver")
    unknown = client.get(f"{INBOX}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/", **reporter_key)

    seen = {
        who: client.get(address, **key_of(user))
        for who, user in cast.items()
        if user.is_authenticated and user.is_active
    }

    assert {who for who, response in seen.items() if response.status_code == 200} == {
        "owner",
        "editor",
        "administrator",
    }
    assert unknown.status_code == 404
    assert seen["other reporter"].content == unknown.content


def test_who_lost_the_role_lost_the_post(client, reporter, reporter_key):
    address = send(client, POST, **reporter_key).json()["status"].removeprefix("http://testserver")
    reporter.role = Role.NONE
    reporter.save()

    assert client.get(address, **reporter_key).status_code == 404
