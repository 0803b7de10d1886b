"""Every move of an article from its publishing page."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Correction, Status, User


@pytest.fixture
def move(at_desk, enriched):
    address = reverse("admin:articles_article_publishing", args=[enriched.pk])

    def make(user, name, **fields):
        article = Article.objects.get(pk=enriched.pk)
        data = {"version": article.version, **fields}
        return at_desk(user).post(
            address, {"move": name} | {f"{name}-{key}": value for key, value in data.items()}
        )

    return make


@pytest.fixture
def status(enriched):
    return lambda: Article.objects.get(pk=enriched.pk).status


def test_from_draft_to_the_public_and_back(move, status, reporter, editor):
    steps = [
        (reporter, "submit", {}, Status.IN_REVIEW),
        (editor, "return", {"note": "Whom did you ask?"}, Status.DRAFT),
        (reporter, "submit", {}, Status.IN_REVIEW),
        (editor, "approve", {}, Status.APPROVED),
        (editor, "publish", {}, Status.PUBLISHED),
        (editor, "withdraw", {"note": "We were wrong."}, Status.WITHDRAWN),
    ]
    for user, name, fields, expected in steps:
        assert move(user, name, **fields).status_code == 302
        assert status() == expected


@pytest.mark.parametrize("name", ["approve", "return", "publish", "withdraw"])
def test_a_reporter_makes_no_move_of_an_editor(move, status, reporter, name):
    assert move(reporter, name).status_code == 403
    assert status() == Status.DRAFT


def test_a_reporter_is_shown_the_moves_of_a_reporter(at_desk, enriched, reporter):
    page = at_desk(reporter).get(reverse("admin:articles_article_publishing", args=[enriched.pk]))

    assert [entry["move"].name for entry in page.context["moves"]] == ["submit"]


def test_a_move_from_the_wrong_state_says_why(move, status, editor):
    response = move(editor, "return")

    assert response.status_code == 409
    assert "An article that is draft cannot go there." in response.content.decode()


def test_the_hour_is_read_in_the_zone_of_the_editor(move, enriched, editor):
    User.objects.filter(pk=editor.pk).update(time_zone="Asia/Tokyo")
    moment = timezone.now().replace(microsecond=0, second=0) + dt.timedelta(days=2)
    local = moment.astimezone(ZoneInfo("Asia/Tokyo"))
    move(editor, "schedule", visible_from=f"{local:%Y-%m-%dT%H:%M}")

    article = Article.objects.get(pk=enriched.pk)
    assert (article.status, article.visible_from) == (Status.SCHEDULED, moment)


def test_an_hour_that_has_passed_is_refused(move, status, editor):
    response = move(editor, "schedule", visible_from="2020-01-01T10:00")

    assert "This hour has passed." in response.content.decode()
    assert status() == Status.DRAFT


def test_words_that_changed_in_the_meantime_are_not_published_unseen(
    move, status, enriched, editor
):
    response = move(editor, "publish", version=enriched.version - 1)

    assert response.status_code == 409
    assert status() == Status.DRAFT


def test_a_correction_waits_for_the_next_publication(move, enriched, editor):
    move(editor, "publish")
    move(editor, "correct", note="The year was wrong.", was="2024", now="2025")
    correction = Correction.objects.get()
    assert (correction.note, correction.published_at) == ("The year was wrong.", None)

    move(editor, "publish")
    correction.refresh_from_db()
    assert correction.published_at is not None


def test_a_move_that_does_not_exist_is_not_found(move, editor):
    assert move(editor, "burn").status_code == 404


def test_the_preview_shows_the_draft_and_stores_nothing(at_desk, enriched, editor):
    response = at_desk(editor).get(reverse("admin:articles_article_preview", args=[enriched.pk]))

    shown = response.content.decode()
    assert enriched.draft_revision.headline in shown
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    article = Article.objects.get(pk=enriched.pk)
    assert (article.live_revision, article.first_published_at) == (None, None)


def test_the_preview_of_a_live_article_shows_the_draft(at_desk, move, enriched, editor):
    from articles.actions.revise_article import revise_article

    move(editor, "publish")
    article = Article.objects.get(pk=enriched.pk)
    revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline="Not out yet",
        summary="",
        body="<p>Soon.</p>",
    )
    response = at_desk(editor).get(reverse("admin:articles_article_preview", args=[article.pk]))

    assert "Not out yet" in response.content.decode()
