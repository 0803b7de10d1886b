"""Superseded revisions: readable as they were, only if readers could read them once."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.revise_article import revise_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import Article, StoredDocument, StoredRevision
from articles.selectors.clock import database_now
from tests.factories.departure import publish_departure
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
NOTE = "The day was wrong."
NEW = "Ines Ferreira leaves Lumen"


def revise(article, editor, headline=NEW):
    article = Article.objects.get(pk=article.pk)
    return revise_article(
        article_id=article.pk,
        by=editor,
        expected_version=article.version,
        headline=headline,
        summary="She leaves on 4 March 2025.",
        body="<p>The handover was tested for months.</p>",
    )


def move_back(article):
    earlier = database_now() - HOUR
    Article.objects.filter(pk=article.pk).update(
        first_published_at=earlier, updated_at=earlier, visible_from=earlier
    )
    StoredDocument.objects.filter(article=article).update(updated_at=earlier, visible_from=earlier)


@pytest.fixture
def corrected(published, editor):
    """Public for an hour, then corrected by other words."""
    move_back(published)
    correct_article(article_id=published.pk, by=editor, note=NOTE)
    revise(published, editor)
    return publish_article(article_id=published.pk, by=editor)


@pytest.fixture
def address(corrected):
    return f"{corrected.document.path}revisions/1/"


def page_at(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return parse(answer.content.decode())


def test_it_reads_as_it_did_under_a_note_that_says_when_and_why(client, corrected, address):
    page = page_at(client, address)

    assert texts(page, "article h1") == ["Ines Ferreira hands over Lumen"]
    (note,) = texts(page, ".superseded")
    until = corrected.updated_at
    assert f"until {until.day} {until:%B %Y, %H:%M} UTC" in note
    assert NOTE in note


def test_search_engines_are_kept_out_and_shown_the_article(client, corrected, address):
    page = page_at(client, address)

    assert select(page, "meta[name='robots']")[0].get("content") == "noindex"
    canonical = select(page, "link[rel='canonical']")[0].get("href")
    assert canonical == f"http://testserver{corrected.document.path}"
    assert not select(page, "script[type='application/ld+json']")


def test_the_correction_leads_to_the_version_that_it_supersedes_and_back(
    client, corrected, address
):
    article = page_at(client, corrected.document.path)
    (link,) = select(article, ".correction .pointer a")
    assert link.get("href") == address
    back = select(page_at(client, address), ".superseded a")[-1]

    assert select(article, back.get("href").removeprefix("../../"))


def test_the_article_lists_its_earlier_versions(client, corrected, editor, address):
    revise(corrected, editor, headline="Ines Ferreira has left Lumen")
    article = publish_article(article_id=corrected.pk, by=editor)

    links = select(page_at(client, article.document.path), ".versions a")

    assert [link.get("href") for link in links] == [
        f"{article.document.path}revisions/2/",
        f"{article.document.path}revisions/1/",
    ]
    assert not texts(page_at(client, links[0].get("href")), ".superseded q")


def test_it_costs_one_statement(client, address):
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) == 1


@pytest.mark.parametrize("number", ["2", "3", "0", "01", "999999999", "9999999999"])
def test_no_other_number_leads_anywhere(client, corrected, number):
    answer = client.get(f"{corrected.document.path}revisions/{number}/")

    assert answer.status_code == 404


def test_a_draft_that_was_never_out_is_not_kept(client, published, editor):
    revise(published, editor)
    revise(published, editor, headline="Ines Ferreira has left Lumen")
    article = publish_article(article_id=published.pk, by=editor)

    assert article.live_revision.number == 3
    assert [one.number for one in article.document.superseded.all()] == [1]
    assert client.get(f"{article.document.path}revisions/2/").status_code == 404


def test_what_was_scheduled_and_replaced_before_its_hour_is_not_kept(editor):
    article = publish_departure(by=editor, visible_from=database_now() + HOUR)
    revise(article, editor)
    publish_article(article_id=article.pk, by=editor, visible_from=database_now() + HOUR)

    assert not StoredRevision.objects.exists()


def test_the_same_words_published_again_supersede_nothing(published, editor):
    correct_article(article_id=published.pk, by=editor, note=NOTE)
    publish_article(article_id=published.pk, by=editor)

    assert not StoredRevision.objects.exists()


def test_a_reason_of_an_earlier_day_is_not_given_for_a_later_change(client, published, editor):
    move_back(published)
    correct_article(article_id=published.pk, by=editor, note=NOTE)
    publish_article(article_id=published.pk, by=editor)
    published.corrections.update(published_at=database_now() - HOUR)
    revise(published, editor)
    article = publish_article(article_id=published.pk, by=editor)

    page = page_at(client, f"{article.document.path}revisions/1/")

    assert not select(page, ".superseded q")


def test_it_is_gone_with_a_withdrawal_and_stays_gone(client, corrected, editor, address):
    withdraw_article(article_id=corrected.pk, by=editor, note="We were wrong.")
    gone = client.get(address)
    publish_article(article_id=corrected.pk, by=editor)

    assert gone.status_code == 404
    assert client.get(address).status_code == 404


def test_it_is_hidden_while_the_article_is(client, address):
    now = database_now()
    unknown = client.get("/technology/2026/11/nobody-wrote-this-0123abcd/revisions/1/")
    for window in (
        {"visible_from": now + HOUR},
        {"visible_from": now - HOUR, "visible_until": now - dt.timedelta(seconds=1)},
    ):
        StoredDocument.objects.update(**window)
        hidden = client.get(address)
        assert hidden.content == unknown.content
        assert dict(hidden.headers) == dict(unknown.headers)


def test_a_shared_cache_never_keeps_it_past_the_articles_end(client, corrected, address):
    StoredDocument.objects.update(visible_until=database_now() + dt.timedelta(seconds=2))

    kept = int(client.get(address)["Cache-Control"].rpartition("=")[2])

    assert kept <= 2


def test_its_old_address_leads_to_the_new_one(client, corrected, editor, address):
    Article.objects.filter(pk=corrected.pk).update(slug="lumen-changes-hands")
    article = publish_article(article_id=corrected.pk, by=editor)

    answer = client.get(address)

    assert answer.status_code == 301
    assert answer["Location"] == f"{article.document.path}revisions/1/"
    assert client.get(answer["Location"]).status_code == 200
    assert client.get(address.replace("/1/", "/7/")).status_code == 404
