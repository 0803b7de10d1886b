"""Idempotency-Key: a POST that is sent again happens once."""

import datetime as dt
import json
import threading

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test import Client

from articles.actions.answer_once import Answer, StillRunning, answer_once
from articles.actions.forget_answers import forget_answers
from articles.models import ApiKey, Article, KeptAnswer, Post, Scope
from tests.api.test_drafts import DRAFTS
from tests.api.test_posts import INBOX, MARKDOWN, POST

pytestmark = pytest.mark.django_db
NEW = {"headline": "A compiler moves"}
KEY = {"HTTP_IDEMPOTENCY_KEY": '"8e03978e-40d5-43dd-bc93-6894a57f9324"'}


def send(client, address, body, **headers):
    return client.post(address, json.dumps(body), content_type="application/json", **headers)


@pytest.mark.parametrize(("address", "body"), [(DRAFTS, NEW), (INBOX, POST)])
def test_the_same_request_again_gets_the_same_answer(client, reporter, key_of, address, body):
    key = key_of(reporter, *Scope)
    first = send(client, address, body, **key, **KEY)
    again = send(client, address, dict(reversed(body.items())), **key, **KEY)

    assert (
        (again.status_code, again.content)
        == (first.status_code, first.content)
        == (201, again.content)
    )
    for name in ("Content-Type", "Location", "Cache-Control"):
        assert again[name] == first[name]
    assert again.get("ETag") == first.get("ETag")
    assert ("Idempotency-Replayed" in first, again["Idempotency-Replayed"]) == (False, "true")
    assert Article.objects.count() == 1


def test_a_text_body_counts_as_well(client, reporter, key_of):
    key = key_of(reporter, *Scope)
    sent = [
        client.post(f"{INBOX}?source=W", words, content_type="text/markdown", **key, **KEY)
        for words in (MARKDOWN, MARKDOWN, MARKDOWN + "More.")
    ]

    assert [one.status_code for one in sent] == [201, 201, 422]


@pytest.mark.parametrize(("address", "body"), [(DRAFTS, {"headline": "Another"}), (INBOX, NEW)])
def test_another_request_with_the_same_key_is_refused(client, reporter, key_of, address, body):
    key = key_of(reporter, *Scope)
    send(client, DRAFTS, NEW, **key, **KEY)

    response = send(client, address, body, **key, **KEY)

    assert response.status_code == 422
    assert response.json()["type"].endswith("#problem-key-reused")
    assert Article.objects.count() == 1


def test_a_key_is_one_programs_own(client, reporter, editor, key_of):
    first = send(client, DRAFTS, NEW, **key_of(reporter, *Scope), **KEY)
    other = send(client, DRAFTS, NEW, **key_of(editor, *Scope), **KEY)

    assert first.json()["id"] != other.json()["id"]


def test_what_failed_may_be_tried_again(client, reporter, key_of):
    key = key_of(reporter, *Scope)

    assert send(client, DRAFTS, {"headline": ""}, **key, **KEY).status_code == 422
    assert send(client, DRAFTS, NEW, **key, **KEY).status_code == 201


def test_effect_and_memory_are_one(client, reporter, key_of, monkeypatch):
    """What fails after the effect, while the answer is kept, takes the effect with it."""
    key = key_of(reporter, *Scope)

    def fail(**_):
        raise OSError

    client.raise_request_exception = False
    monkeypatch.setattr(KeptAnswer.objects, "create", fail)
    assert send(client, DRAFTS, NEW, **key, **KEY).status_code == 500
    monkeypatch.undo()

    assert not Article.objects.exists()
    assert not Post.objects.exists()
    assert send(client, DRAFTS, NEW, **key, **KEY).status_code == 201


@pytest.mark.parametrize("given", ["", '""', "x" * 256, "two words", 'a"b', "ü", '"a\\"b"'])
def test_a_key_that_is_none_is_refused(client, reporter, key_of, given):
    response = send(client, DRAFTS, NEW, **key_of(reporter, *Scope), HTTP_IDEMPOTENCY_KEY=given)

    assert response.status_code == 400
    assert not Article.objects.exists()


def test_a_revoked_key_gets_no_old_answer(client, reporter, key_of):
    key = key_of(reporter, *Scope)
    send(client, DRAFTS, NEW, **key, **KEY)
    ApiKey.objects.update(revoked_at=Now())

    assert send(client, DRAFTS, NEW, **key, **KEY).status_code == 401


def test_answers_are_kept_for_a_day(client, reporter, key_of):
    key = key_of(reporter, *Scope)
    first = send(client, DRAFTS, NEW, **key, **KEY).json()["id"]
    KeptAnswer.objects.update(created_at=Now() - dt.timedelta(hours=23))
    assert forget_answers() == 0
    assert send(client, DRAFTS, NEW, **key, **KEY).json()["id"] == first

    KeptAnswer.objects.update(created_at=Now() - dt.timedelta(hours=25))
    second = send(client, DRAFTS, NEW, **key, **KEY).json()["id"]
    KeptAnswer.objects.update(created_at=Now() - dt.timedelta(hours=25))

    assert second != first
    assert forget_answers() == 1


@pytest.mark.django_db(transaction=True)
def test_a_request_that_is_still_running_is_not_started_again(reporter, key_of):
    key = key_of(reporter, *Scope)
    api_key = ApiKey.objects.get()
    inside, go_on = threading.Event(), threading.Event()

    def slow():
        inside.set()
        go_on.wait(30)
        return Answer(201, {}, b"{}")

    def first():
        answer_once(api_key=api_key, idempotency_key="k", request_hash="h", do=slow)
        connection.close()

    running = threading.Thread(target=first)
    running.start()
    inside.wait(30)
    try:
        with pytest.raises(StillRunning):
            answer_once(api_key=api_key, idempotency_key="k", request_hash="h", do=slow)
        response = send(Client(), DRAFTS, NEW, **key, HTTP_IDEMPOTENCY_KEY="k")
    finally:
        go_on.set()
        running.join()

    assert response.status_code == 409
    assert response["Retry-After"] == "1"
    assert not Article.objects.exists()
