"""Hostile input to the desk's addresses is answered with a problem, and writes nothing."""

import json

import pytest

from articles.models import Article, AuditEntry, Mention, Revision, Scope
from tests.api.test_drafts import DRAFTS, address_of
from tests.api.test_hostile import assert_problem
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
JSON = "application/json"
BODIES = [
    b"{",
    b'{"a":' * 40 + b"1" + b"}" * 40,
    b'{"headline": "\\u0000"}',
    b'{"headline": "\\ud800"}',
    b'{"summary": "a\\u0000b", "note": "\\u0000", "answer": "\\u0000"}',
    b'"a string"',
    b"[]",
    b'{"faq": {"question": 1}, "note": [], "answer": {}}',
    b'{"byline": [{"person": 7}], "topics": {}, "note": null, "answer": null}',
    b'{"visible_from": "9999-12-31T23:59:59+14:00", "visible_until": 5, "answer": "maybe", "headlin": 1}',
    b'{"target": {"type": [], "id": {}}, "answer": "changed", "cards": [null], "notes": 1}',
]
VALUES = [10**30, True, None, [], {}, " ", "x" * 5000, "\u202e\u0301", ["x"] * 1000]
FIELDS = [
    "headline", "summary", "body_html", "faq", "cards", "byline", "topics", "section", "kind",
    "language", "slug", "lead_image", "primary_source_name", "primary_source_url",
    "source_stamp", "source_stamped_at", "note",
]  # fmt: skip


@pytest.fixture
def draft(write):
    return write(person=PersonFactory())


@pytest.fixture
def key(editor, key_of):
    return key_of(editor, *Scope)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:24]))
def test_a_body_that_nothing_can_be_made_of(client, draft, editor, key_of, body):
    key = key_of(editor, *Scope)
    mention = Mention.objects.get(revision=draft.draft_revision)
    acts = AuditEntry.objects.count()
    addresses = [
        ("POST", DRAFTS),
        ("PATCH", address_of(draft)),
        ("POST", f"/api/v1/desk/mentions/{mention.pk}/judgement/"),
        *(("POST", address_of(draft, verb)) for verb in ("submit", "publish", "schedule")),
        ("POST", "/api/v1/extract/"),
    ]

    for method, address in addresses:
        response = client.generic(
            method, address, body, content_type=JSON, HTTP_IF_MATCH='"1"', **key
        )
        assert_problem(response, 400, 422)

    assert AuditEntry.objects.count() == acts


@pytest.mark.parametrize("field", FIELDS)
def test_a_value_of_another_kind_is_taken_whole_or_not_at_all(client, draft, editor, key_of, field):
    key = key_of(editor, *Scope)
    for value in VALUES:
        before = Article.objects.get(pk=draft.pk)
        response = client.generic(
            "PATCH",
            address_of(draft),
            json.dumps({field: value}),
            content_type=JSON,
            HTTP_IF_MATCH=f'"{before.version}"',
            **key,
        )
        if response.status_code != 200:
            assert assert_problem(response, 422)["errors"]
            assert Article.objects.get(pk=draft.pk).version == before.version

    assert Revision.objects.filter(article=draft).count() >= 1


@pytest.mark.parametrize(
    ("last", "sent", "field"),
    [
        ("", {"headline": 5}, "headline"),
        ("", {"topics": [5]}, "topics[0]"),
        ("", {"byline": [{"person": 7}]}, "byline[0].person"),
        ("", {"lead_image": 7}, "lead_image"),
        ("submit/", {"note": 1768}, "note"),
        ("withdraw/", {"note": True}, "note"),
        ("judge", {"answer": "accepted", "everywhere": "yes"}, "everywhere"),
        ("judge", {"answer": "accepted", "everywhere": 1}, "everywhere"),
    ],
)
def test_a_number_is_no_text_and_a_word_is_not_true(client, draft, key, last, sent, field):
    mention = Mention.objects.get(revision=draft.draft_revision)
    address = address_of(draft, last.rstrip("/")) if last else address_of(draft)
    if last == "judge":
        address = f"/api/v1/desk/mentions/{mention.pk}/judgement/"

    response = client.generic(
        "POST" if last else "PATCH",
        address,
        json.dumps(sent),
        content_type=JSON,
        HTTP_IF_MATCH='"1"',
        **key,
    )

    assert assert_problem(response, 422)["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "tag",
    ["x", '"', '""', '"1', "W/1", '"1.1.1"', '"-1"', '"1" "1"', "1" * 5000, '"\uff11"', "\x00"],
)
def test_a_tag_that_is_none(client, draft, editor, key_of, tag):
    response = client.patch(
        address_of(draft),
        json.dumps({"summary": "x"}),
        content_type=JSON,
        HTTP_IF_MATCH=tag,
        **key_of(editor, *Scope),
    )

    assert_problem(response, 400)
