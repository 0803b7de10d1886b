"""Publishing, and every other move, by the API: the desk's actions, each on the version seen."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.models import Article, AuditEntry, Change, Correction, Status
from tests.api.test_drafts import DRAFTS, address_of, draft
from tests.api.test_writing import send

__all__ = ["draft", "send"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def move(send):
    """Return a function that makes a move on the version of now, unless another is given."""

    def make(user, article, verb, body=None, seen=None, **headers):
        seen = seen or f'"{Article.objects.get(pk=article.pk).version}"'
        return send(user, "POST", address_of(article, verb), body, HTTP_IF_MATCH=seen, **headers)

    return make


def test_an_article_goes_its_whole_way(client, move, draft, reporter, editor):
    public = f"/api/v1/articles/{draft.public_id}/"
    steps = [
        (reporter, "submit", {"note": "Please look."}, "in_review", 404),
        (editor, "return", {"note": "Call them."}, "draft", 404),
        (editor, "approve", {}, "approved", 404),
        (editor, "publish", {}, "published", 200),
        (editor, "correct", {"note": "Forty, not fourteen."}, "published", 200),
        (editor, "publish", {}, "published", 200),
        (editor, "withdraw", {"note": "It was not so."}, "withdrawn", 410),
    ]

    for who, verb, body, status, public_status in steps:
        response = move(who, draft, verb, body)
        assert response.status_code == 200, (verb, response.content)
        assert response.json()["status"] == status
        assert client.get(public).status_code == public_status, verb

    assert Correction.objects.get().published_at
    assert list(Change.objects.order_by("sequence").values_list("kind", flat=True)) == [
        "published",
        "corrected",
        "withdrawn",
    ]
    acts = AuditEntry.objects.filter(subject_id=draft.pk, subject_type="article").order_by("pk")
    assert [act.verb for act in acts] == [verb for _, verb, _, _, _ in steps]


def test_a_schedule_keeps_its_hour(client, move, draft, editor):
    later = (timezone.now() + dt.timedelta(days=1)).replace(microsecond=0)
    end = later + dt.timedelta(days=1)

    record = move(
        editor,
        draft,
        "schedule",
        {"visible_from": later.isoformat(), "visible_until": end.isoformat()},
    ).json()

    draft.refresh_from_db()
    assert record["status"] == "scheduled"
    assert (draft.visible_from, draft.visible_until) == (later, end)
    assert client.get(f"/api/v1/articles/{draft.public_id}/").status_code == 404


@pytest.mark.parametrize(
    ("verb", "body", "field"),
    [
        ("schedule", {}, "visible_from"),
        ("schedule", {"visible_from": "2001-01-01T00:00:00Z"}, "visible_from"),
        ("schedule", {"visible_from": "soon"}, "visible_from"),
        ("publish", {"visible_from": "2199-01-01T00:00:00Z"}, "visible_from"),
        ("correct", {}, "note"),
        ("correct", {"note": " "}, "note"),
        ("submit", {"note": "x" * 301}, "note"),
        ("withdraw", {"reason": "x"}, "reason"),
    ],
)
def test_what_does_not_fit_is_named(move, draft, editor, verb, body, field):
    response = move(editor, draft, verb, body)

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == field
    assert Article.objects.get(pk=draft.pk).status == Status.DRAFT


@pytest.mark.parametrize(
    ("verb", "body", "reason"),
    [
        ("return", {}, "An article that is draft cannot go there."),
        ("withdraw", {}, "Only what is public, or about to be, can be withdrawn."),
        ("correct", {"note": "x"}, "Only what is public, or about to be, can be corrected."),
        ("publish", {"visible_until": "2001-01-01T00:00:00Z"}, "It would end before it begins."),
    ],
)
def test_a_move_that_does_not_start_here_says_why(move, draft, editor, verb, body, reason):
    response = move(editor, draft, verb, body)

    assert response.status_code == 409
    problem = response.json()
    assert problem["type"].endswith("#problem-wrong-state")
    assert (problem["detail"], problem["article_status"]) == (reason, "draft")


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("submit", {}),
        ("approve", {}),
        ("publish", {}),
        ("schedule", {"visible_from": "2199-01-01T00:00:00Z"}),
        ("correct", {"note": "x"}),
        ("withdraw", {}),
    ],
)
def test_nothing_moves_on_words_that_nobody_saw(send, move, draft, editor, verb, body):
    stale = move(editor, draft, verb, body, seen='"7"')
    blind = send(editor, "POST", address_of(draft, verb), body)

    assert (stale.status_code, blind.status_code) == (412, 428)
    draft.refresh_from_db()
    assert (draft.status, draft.version) == (Status.DRAFT, 1)


def test_a_publication_that_is_sent_again_is_one(move, draft, editor):
    again = {"HTTP_IDEMPOTENCY_KEY": "once", "seen": '"1"'}

    answers = [move(editor, draft, "publish", {}, **again) for _ in range(2)]

    assert answers[0].content == answers[1].content
    assert Change.objects.count() == 1


def test_what_is_hidden_is_the_same_bytes_as_nothing(send, draft, other_reporter):
    nothing = f"{DRAFTS}0198f6a1-7c3e-7b11-a9e6-5f0d3c2b1a00/publish/"

    answers = [
        send(other_reporter, "POST", address, {}, HTTP_IF_MATCH='"1"')
        for address in (address_of(draft, "publish"), nothing)
    ]

    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content
