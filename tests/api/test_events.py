"""The stream of changes: in order, resumable, silent about what is hidden."""

import json

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("newsroom.event_urls")]


@async_to_sync
async def stream(*, pieces, **headers):
    """Return the first pieces of the stream."""
    response = await AsyncClient().get("/events/changes/", headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/event-stream"
    chunks = aiter(response.streaming_content)
    return [(await anext(chunks)).decode() for _ in range(pieces)]


def events(*, count, after):
    return [
        dict(line.split(": ", 1) for line in piece.strip().splitlines())
        for piece in stream(pieces=count + 1, last_event_id=str(after))[1:]
    ]


@pytest.fixture
def two_changes(editor):
    article = publish_article(article_id=ArticleFactory().pk, by=editor)
    return publish_article(article_id=article.pk, by=editor)


def test_it_sends_every_change_in_order(two_changes):
    first, second = events(count=2, after=0)

    assert (first["id"], first["event"]) == ("1", "published")
    assert (second["id"], second["event"]) == ("2", "updated")
    assert json.loads(first["data"])["id"] == str(two_changes.public_id)


def test_it_goes_on_after_the_last_one_seen(two_changes):
    assert [one["id"] for one in events(count=1, after=1)] == ["2"]


def test_it_tells_of_what_is_gone_only_that_it_is(two_changes, editor):
    withdraw_article(article_id=two_changes.pk, by=editor)

    (event,) = events(count=1, after=0)

    assert (event["id"], event["event"]) == ("3", "withdrawn")


@async_to_sync
async def answer_to_post():
    return await AsyncClient().post("/events/changes/")


def test_it_is_read_only():
    assert answer_to_post().status_code == 405
