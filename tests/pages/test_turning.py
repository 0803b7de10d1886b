"""Lists are walked both ways, by keyset."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.actions.correct_article import correct_article
from articles.actions.publish_article import publish_article
from articles.actions.write_documents import write_documents
from articles.models import Article, Correction
from articles.selectors.site.corrections import SHOWN
from articles.selectors.site.lists import PAGE_SIZE
from tests.factories import PublishedArticleFactory, SectionFactory
from tests.markup import parse, select

pytestmark = pytest.mark.django_db


@pytest.fixture
def full_section(db):
    section = SectionFactory()
    moment = timezone.now().replace(microsecond=0) - dt.timedelta(hours=1)
    for _ in range(2 * PAGE_SIZE + 3):
        write_documents(articles=[PublishedArticleFactory(section=section, live__at=moment)])


def opened(client, address):
    return parse(client.get(address).content.decode())


def turned(client, page, rel, path="/technology/"):
    (link,) = select(page, f".pager a[rel='{rel}']")
    return opened(client, path + link.get("href"))


def links(page):
    return [link.get("href") for link in select(page, ".teaser h3 a, .correction h2 a")]


def test_turning_back_leads_to_the_same_pages(client, full_section):
    first = opened(client, "/technology/")
    second = turned(client, first, "next")
    third = turned(client, second, "next")

    assert len(set(links(first) + links(second) + links(third))) == 2 * PAGE_SIZE + 3
    assert links(turned(client, third, "prev")) == links(second)
    assert not select(third, ".pager a[rel='next']")
    assert not select(first, ".pager a[rel='prev']")


def test_back_at_the_beginning_is_the_first_page(client, full_section):
    second = turned(client, opened(client, "/technology/"), "next")
    (back,) = select(second, ".pager a[rel='prev']")

    answer = client.get("/technology/" + back.get("href"))

    assert answer.status_code == 302
    assert answer["Location"] == "/technology/"


def test_only_the_first_page_is_for_search_engines(client, full_section):
    first = opened(client, "/technology/")
    second = turned(client, first, "next")

    assert not select(first, "meta[name='robots']")
    assert select(second, "meta[name='robots']")[0].get("content") == "noindex"


def test_corrections_are_walked_without_gap_or_repetition(client, published, editor):
    for number in range(SHOWN + 2):
        correct_article(article_id=published.pk, by=editor, note=f"Correction {number}.")
    publish_article(article_id=published.pk, by=editor)

    first = opened(client, "/corrections/")
    second = turned(client, first, "next", "/corrections/")

    notes = [one.text_content() for page in (first, second) for one in select(page, ".correction")]
    assert len(set(notes)) == len(notes) == Correction.objects.count()


def test_a_correction_is_frozen_at_its_place_in_the_order(client, published, editor):
    for note in ("First.", "Second."):
        correct_article(article_id=published.pk, by=editor, note=note)
        publish_article(article_id=published.pk, by=editor)

    notes = [one.text_content() for one in select(opened(client, "/corrections/"), ".correction")]

    assert ["Second." in notes[0], "First." in notes[1]] == [True, True]


def test_a_correction_leads_to_the_words_that_it_supersedes(client, published, editor):
    correct_article(article_id=published.pk, by=editor, note="The year was wrong.")
    words = published.live_revision
    words.pk, words.number, words.content_hash = None, 2, "other"
    words.save()
    Article.objects.filter(pk=published.pk).update(draft_revision=words)
    publish_article(article_id=published.pk, by=editor)

    (link,) = select(opened(client, "/corrections/"), ".correction .pointer a")

    assert link.get("href") == f"{published.document.path}revisions/1/"
    assert client.get(link.get("href")).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/topics/lumen/statements/",  # nobody: a topic says nothing
        "/people/ines-ferreira/figures/",
        "/people/ines-ferreira/articles/",
        "/people/nobody/statements/",
    ],
)
def test_an_empty_list_is_no_page(client, published, address):
    assert client.get(address).status_code == 404
