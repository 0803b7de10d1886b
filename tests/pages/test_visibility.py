"""What is hidden does not exist: no page differs by it, in bytes or in headers."""

import datetime as dt

import pytest
from django.db import connection

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.models import (
    Article,
    Facet,
    SearchRow,
    StoredCitation,
    StoredDocument,
    StoredFigure,
)
from tests.factories.departure import publish_departure

pytestmark = pytest.mark.django_db

KEYS = {Article: "pk", StoredCitation: "document", StoredFigure: "document"}
HOUR = dt.timedelta(hours=1)
UNKNOWN = "/technology/2026/11/nobody-wrote-this-0123abcd/"
LISTS = [
    "/",
    "/technology/",
    "/people/ines-ferreira/",
    "/people/ines-ferreira/statements/",
    "/people/mara-lind/",
    "/people/mara-lind/articles/",
    "/organizations/harbor-labs/",
    "/topics/lumen/",
    "/topics/lumen/figures/",
    "/search/?q=Lumen",
    "/search/?q=Ines+Fereira",
    "/search/?q=Lumen&person=ines-ferreira&section=technology",
    "/search/?topic=lumen",
    "/corrections/",
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/technology/feed.xml",
    "/technology/rss.xml",
    "/technology/feed.json",
    "/people/ines-ferreira/feed.xml",
    "/people/mara-lind/rss.xml",
    "/organizations/harbor-labs/feed.json",
    "/topics/lumen/rss.xml",
    "/sitemap-news.xml",
]
MAPS = ["/sitemap.xml", "/sitemap-pages.xml"]


def scheduled(editor):
    return publish_departure(by=editor, visible_from=database_now() + HOUR)


def expired(editor):
    article = publish_departure(by=editor)
    now = database_now()
    for model in (Article, StoredDocument, Facet, SearchRow, StoredCitation, StoredFigure):
        key = KEYS.get(model, "article")
        model.objects.filter(**{key: article.pk}).update(
            visible_from=now - 2 * HOUR, visible_until=now - HOUR
        )
    return article


def withdrawn(editor, note=""):
    article = publish_departure(by=editor)
    move_back(article)
    path = article.document.path
    withdraw_article(article_id=article.pk, by=editor, note=note)
    article = Article.objects.get(pk=article.pk)
    article.old_path = path
    return article


def withdrawn_before_its_hour(editor):
    article = scheduled(editor)
    article.old_path = article.document.path
    withdraw_article(article_id=article.pk, by=editor, note="Never mind.")
    return article


def move_back(article):
    earlier = database_now() - HOUR
    Article.objects.filter(pk=article.pk).update(
        first_published_at=earlier, updated_at=earlier, visible_from=earlier
    )


def path_of(article):
    return getattr(article, "old_path", None) or article.document.path


HIDDEN = [scheduled, expired, withdrawn, withdrawn_before_its_hour]


@pytest.mark.parametrize("hide", HIDDEN)
def test_a_hidden_article_answers_like_one_that_never_was(client, editor, hide):
    hidden = client.get(path_of(hide(editor)))

    unknown = client.get(UNKNOWN)

    assert hidden.status_code == unknown.status_code == 404
    assert hidden.content == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


@pytest.mark.parametrize("hide", HIDDEN)
def test_no_earlier_version_of_a_hidden_article_can_be_read(client, editor, hide):
    hidden = client.get(f"{path_of(hide(editor))}revisions/1/")

    unknown = client.get(f"{UNKNOWN}revisions/1/")

    assert hidden.status_code == unknown.status_code == 404
    assert hidden.content == unknown.content


@pytest.mark.parametrize("hide", HIDDEN)
@pytest.mark.parametrize("address", LISTS + MAPS)
def test_no_list_differs_by_a_hidden_article(client, editor, hide, address):
    article = hide(editor)
    with_it = client.get(address)

    for model in (StoredDocument, Facet, SearchRow):
        model.objects.filter(article=article).delete()
    without_it = client.get(address)

    assert with_it.content == without_it.content
    assert with_it.status_code == without_it.status_code
    assert b"Lumen</a></h3>" not in with_it.content


@pytest.mark.parametrize("address", LISTS)
def test_every_list_shows_it_once_it_is_public(client, published, editor, address):
    correct_article(article_id=published.pk, by=editor, note="A year was wrong.")
    publish_article(article_id=published.pk, by=editor)

    answer = client.get(address)

    assert answer.status_code == 200
    assert (
        published.document.path.encode() in answer.content or b"Ines Ferreira</a>" in answer.content
    )


def test_a_scheduled_article_becomes_public_by_the_databases_clock_alone(client, editor):
    article = scheduled(editor)
    address = article.document.path
    assert client.get(address).status_code == 404

    StoredDocument.objects.filter(article=article).update(visible_from=database_now())

    assert client.get(address).status_code == 200


def test_a_withdrawal_with_a_note_leaves_the_note_and_no_word_of_the_article(client, editor):
    article = withdrawn(editor, note="The quotation was invented.")

    answer = client.get(article.old_path)

    assert answer.status_code == 410
    assert "The quotation was invented." in answer.content.decode()
    assert b"Lumen" not in answer.content
    assert b"Ferreira" not in answer.content


def test_a_note_stands_at_the_articles_address_only(client, editor):
    article = withdrawn(editor, note="The quotation was invented.")
    elsewhere = article.old_path.replace("/technology/", "/sport/")
    other_month = "/technology/1999/01/" + article.old_path.split("/")[-2] + "/"

    assert client.get(elsewhere).status_code == 404
    assert client.get(other_month).status_code == 404


def test_an_old_address_leads_to_the_new_one(client, published, editor):
    old = published.document.path
    Article.objects.filter(pk=published.pk).update(slug="lumen-changes-hands")
    new = publish_article(article_id=published.pk, by=editor).document.path

    answer = client.get(old)

    assert answer.status_code == 301
    assert answer["Location"] == new != old
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=5"


def test_an_old_address_of_a_hidden_article_leads_nowhere(client, published, editor):
    old = published.document.path
    Article.objects.filter(pk=published.pk).update(slug="lumen-changes-hands")
    publish_article(article_id=published.pk, by=editor)
    StoredDocument.objects.update(visible_from=database_now() + HOUR)

    assert client.get(old).content == client.get(UNKNOWN).content


def test_an_old_address_of_a_withdrawn_article_has_its_note(client, published, editor):
    move_back(published)
    old = published.document.path
    Article.objects.filter(pk=published.pk).update(slug="lumen-changes-hands")
    publish_article(article_id=published.pk, by=editor)
    withdraw_article(article_id=published.pk, by=editor, note="We were wrong.")

    assert client.get(old).status_code == 410


def test_somebody_named_in_hidden_articles_only_has_no_page(client, editor):
    scheduled(editor)

    assert client.get("/people/ines-ferreira/").content == client.get("/people/nobody/").content


def database_now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('second', now())")
        return cursor.fetchone()[0]
