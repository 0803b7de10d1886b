"""Validators, caching, statements: what an answer carries and what it costs."""

import datetime as dt

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.withdraw_article import withdraw_article
from articles.actions.write_documents import write_documents
from articles.models import StoredDocument
from articles.pages.errors import server_error
from articles.selectors.site.lists import PAGE_SIZE
from tests.factories import PublishedArticleFactory, SectionFactory
from tests.markup import parse, select, texts

pytestmark = pytest.mark.django_db


def test_an_article_costs_two_statements(client, path):
    client.get(path)  # the frame is rendered once

    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200

    assert len(queries) == 2  # the document, and what is related to it at this moment


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/", 6),
        ("/technology/", 5),
        ("/people/ines-ferreira/", 9),
        ("/search/?q=Lumen", 8),
        ("/corrections/", 3),
        ("/about/", 3),
        ("/feed.xml", 2),
        ("/nothing-here/", 3),
    ],
)
def test_a_page_costs_few_statements(client, editor, published, address, most):
    client.get(address)

    with CaptureQueriesContext(connection) as queries:
        client.get(address)

    assert len(queries) <= most


@pytest.mark.parametrize(
    "address", ["/", "/technology/", "/people/ines-ferreira/", "/search/?q=Lumen", "/feed.xml"]
)
def test_who_holds_the_bytes_is_told_so(client, published, address):
    first = client.get(address)

    second = client.get(address, headers={"if-none-match": first["ETag"]})

    assert second.status_code == 304
    assert second.content == b""
    assert second["Cache-Control"] == first["Cache-Control"]


def test_an_article_that_did_not_change_is_not_sent_again(client, path):
    first = client.get(path)

    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_an_article_answers_conditionals_by_its_etag_alone(client, path):
    answer = client.get(path)
    later = "Fri, 01 Jan 2100 00:00:00 GMT"

    assert "Last-Modified" not in answer.headers
    assert client.get(path, headers={"if-modified-since": later}).status_code == 200


def test_a_feed_says_when_it_changed_but_a_withdrawal_is_never_missed(client, published, editor):
    first = client.get("/feed.xml")
    withdraw_article(article_id=published.pk, by=editor)

    second = client.get("/feed.xml", headers={"if-modified-since": first["Last-Modified"]})

    assert second.status_code == 200
    assert not feedparser.parse(second.content).entries


def test_a_shared_cache_keeps_an_article_for_seconds(client, path):
    assert client.get(path)["Cache-Control"] == "public, max-age=0, s-maxage=5"


@pytest.mark.parametrize("address", ["article", "/", "/feed.xml"])
def test_a_shared_cache_never_keeps_it_past_its_end(client, published, path, address):
    end = published.visible_from + dt.timedelta(seconds=2)
    StoredDocument.objects.update(visible_until=end)

    answer = client.get(path if address == "article" else address)

    kept = int(answer["Cache-Control"].rpartition("=")[2])
    assert kept <= 2


def test_nobody_is_recognised_on_public_pages(client, path):
    for address in (path, "/", "/search/?q=Lumen"):
        answer = client.get(address)
        assert "Vary" not in answer.headers
        assert not answer.cookies


@pytest.mark.parametrize("address", ["article", "/", "/about/", "/missing/"])
def test_the_policy_forbids_scripts_and_styles_that_stand_in_the_page(client, path, address):
    answer = client.get(path if address == "article" else address)

    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    page = parse(answer.content.decode())
    assert [one for one in page.iter() if one.get("style") or one.get("onclick")] == []
    assert all(
        one.get("src") or one.get("type") == "application/ld+json" for one in page.iter("script")
    )


@pytest.mark.parametrize("address", ["/", "/feed.xml", "/search/"])
def test_only_reading_is_allowed(client, db, address):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_a_feed_is_an_atom_feed_with_stable_ids(client, published):
    feed = feedparser.parse(client.get("/technology/feed.xml").content)

    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "The Verifiable: Technology"
    assert [entry.id for entry in feed.entries] == [f"urn:uuid:{published.public_id}"]


def test_a_feed_of_nothing_is_a_feed(client, db):
    feed = feedparser.parse(client.get("/feed.xml").content)

    assert not feed.bozo
    assert feed.entries == []


def test_lists_are_walked_without_gap_or_repetition(client, editor):
    section = SectionFactory()
    published = PAGE_SIZE + 3
    moment = timezone.now().replace(microsecond=0) - dt.timedelta(hours=1)
    for _ in range(published):  # in one second: the order must not hang on the time alone
        article = PublishedArticleFactory(section=section, live__at=moment)
        write_documents(articles=[article])

    seen, address = [], "/technology/"
    while address:
        page = parse(client.get(address).content.decode())
        seen += [link.get("href") for link in select(page, ".teaser h3 a")]
        older = select(page, "a[rel='next']")
        address = f"/technology/{older[0].get('href')}" if older else None

    assert len(seen) == len(set(seen)) == published


@pytest.mark.parametrize("cursor", ["x", "1", "1-", "99999999999999999999-1", "1-1-1", "-1-1"])
def test_a_cursor_of_no_list_is_not_found(client, published, cursor):
    assert client.get(f"/technology/?after={cursor}").status_code == 404


def test_a_broken_server_still_has_a_page_and_asks_the_database_nothing(rf):
    with CaptureQueriesContext(connection) as queries:
        answer = server_error(rf.get("/"))

    assert answer.status_code == 500
    assert texts(parse(answer.content.decode()), "h1") == ["Something broke on our side"]
    assert len(queries) == 0


def test_robots_are_kept_from_the_desk_only(client, db):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert lines[0] == "User-agent: *"
    assert "Disallow: /desk/" in lines
    assert "Disallow: /" not in lines
