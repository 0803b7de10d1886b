"""Feeds: three formats, one content, for the site and for whatever has a page."""

import datetime as dt
import html
import json
import re
from email.utils import parsedate_to_datetime
from time import struct_time
from xml.etree import ElementTree as ET

import feedparser
import pytest

from articles.actions.correct_article import correct_article
from articles.actions.describe_subject import describe_subject
from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.documents.dates import iso_utc
from articles.models import FacetKind, Organization, Person, Section, StoredDocument
from articles.selectors.site import feed_of
from articles.selectors.site.feeds import FEED_SIZE
from tests.factories import PublishedArticleFactory
from tests.factories.departure import ANSWER, BODY_HTML, HEADLINE, SUMMARY
from tests.markup import parse, select

pytestmark = pytest.mark.django_db

PLACES = [
    "/",
    "/technology/",
    "/people/ines-ferreira/",
    "/people/mara-lind/",
    "/organizations/harbor-labs/",
    "/topics/lumen/",
]
FILES = {
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}
TEXTS = {  # what JSON Feed 1.1 knows, and of what type it is
    "feed": {
        "version": str,
        "title": str,
        "home_page_url": str,
        "feed_url": str,
        "description": str,
        "language": str,
        "authors": list,
        "items": list,
    },
    "item": {
        "id": str,
        "url": str,
        "title": str,
        "content_html": str,
        "summary": str,
        "date_published": str,
        "date_modified": str,
        "authors": list,
        "tags": list,
        "language": str,
    },
    "author": {"name": str, "url": str},
}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def corrected(published, editor):
    correct_article(article_id=published.pk, by=editor, note="A <year> was wrong.")
    return publish_article(article_id=published.pk, by=editor)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", ["feed.xml", "rss.xml"])
def test_a_parser_finds_nothing_wrong_with_it(client, published, place, file):
    answer = client.get(place + file)

    feed = feedparser.parse(answer.content, response_headers=headers_of(answer))

    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == {"feed.xml": "atom10", "rss.xml": "rss20"}[file]
    assert [entry.id for entry in feed.entries] == [f"urn:uuid:{published.public_id}"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", FILES)
def test_it_says_what_it_is(client, published, place, file):
    answer = client.get(place + file)

    assert answer.status_code == 200
    assert answer["Content-Type"].partition(";")[0] == FILES[file]
    assert own_address(file, answer.content) == f"http://testserver{place}{file}"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("file", FILES)
def test_its_page_names_it(client, published, place, file):
    page = parse(client.get(place).content.decode())

    links = {(link.get("type"), link.get("href")) for link in select(page, "link[rel='alternate']")}

    assert (FILES[file], place + file) in links
    assert (FILES[file], f"/{file}") in links


@pytest.mark.parametrize("file", FILES)
def test_it_carries_the_article(client, corrected, file):
    (entry,) = entries_of(file, client.get(f"/{file}").content)

    assert entry == {
        "id": f"urn:uuid:{corrected.public_id}",
        "url": f"http://testserver{corrected.document.path}",
        "title": HEADLINE,
        "summary": SUMMARY,
        "published": iso_utc(corrected.first_published_at),
        "updated": iso_utc(corrected.updated_at),
        "authors": ["Mara Lind"],
        "tags": ["Technology", "Lumen"],
    }


@pytest.mark.parametrize("file", FILES)
def test_it_carries_the_whole_text_and_its_corrections(client, corrected, file):
    content = content_of(file, client.get(f"/{file}").content)

    assert BODY_HTML in content
    assert "A &lt;year&gt; was wrong." in content
    assert content.index("was wrong") < content.index("A quiet handover")


def test_the_three_give_the_same_text(client, corrected):
    found = {content_of(file, client.get(f"/{file}").content) for file in FILES}

    assert len(found) == 1


def test_a_parser_reads_the_text(client, published):
    for file in ("feed.xml", "rss.xml"):
        (entry,) = feedparser.parse(client.get(f"/{file}").content).entries
        words = parse(entry.content[0].value).text_content()
        assert "the handover was tested for months" in words
        assert ANSWER not in words


def test_a_json_feed_keeps_to_its_specification(client, corrected):
    feed = json.loads(client.get("/topics/lumen/feed.json").content)

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Verifiable: Lumen"
    assert feed["home_page_url"] == "http://testserver/topics/lumen/"
    assert {"version", "title", "items"} <= feed.keys()
    keeps_to("feed", feed)
    for item in feed["items"]:
        assert {"id", "content_html"} <= item.keys()
        assert RFC3339.fullmatch(item["date_published"])
        assert RFC3339.fullmatch(item["date_modified"])
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
        keeps_to("item", item)
    for author in feed["authors"] + [one for item in feed["items"] for one in item["authors"]]:
        keeps_to("author", author)
        assert author


def test_an_rss_feed_has_ids_that_are_no_addresses(client, published):
    channel = ET.fromstring(client.get("/rss.xml").content)[0]

    guid = channel.find("item/guid")

    assert guid.get("isPermaLink") == "false"
    assert guid.text == f"urn:uuid:{published.public_id}"
    assert all(channel.findtext(name) for name in ("title", "link", "description"))


@pytest.mark.parametrize("file", FILES)
def test_words_that_look_like_markup_stay_words(client, published, file):
    hostile = "</title><b>&amp;]]>\x07\ufffe"
    Section.objects.update(name=hostile, description=hostile)
    Organization.objects.update(name=hostile, description=hostile)

    for place in ("/technology/", "/organizations/harbor-labs/"):
        content = client.get(place + file).content
        written = hostile if file == "feed.json" else hostile[:-2]
        assert title_of(file, content) == f"The Verifiable: {written}"


@pytest.mark.parametrize("file", FILES)
def test_an_old_name_of_its_owner_leads_to_the_new(client, published, editor, file):
    describe_subject(subject=Person.objects.get(slug="ines-ferreira"), by=editor, slug="ines")

    answer = client.get(f"/people/ines-ferreira/{file}")

    assert answer.status_code == 301
    assert answer["Location"] == f"/people/ines/{file}"


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("place", ["/nothing/", "/people/nobody/", "/topics/nothing/"])
def test_nobody_has_no_feed(client, published, place, file):
    answer = client.get(place + file)

    assert answer.status_code == 404
    assert answer.content == client.get("/nothing-here/").content


@pytest.mark.parametrize("place", PLACES[2:])
@pytest.mark.parametrize("file", FILES)
def test_whoever_no_public_article_names_has_no_feed(client, published, editor, place, file):
    withdraw_article(article_id=published.pk, by=editor)

    assert client.get(place + file).status_code == 404


@pytest.mark.parametrize("file", FILES)
def test_an_empty_feed_is_a_feed(client, db, file):
    answer = client.get(f"/{file}")

    assert entries_of(file, answer.content) == []
    assert "Last-Modified" not in answer.headers


@pytest.mark.parametrize("file", FILES)
def test_its_last_modified_is_its_newest_change(client, corrected, file):
    answer = client.get(f"/technology/{file}")

    assert parsedate_to_datetime(answer["Last-Modified"]) == corrected.updated_at


@pytest.mark.parametrize("file", FILES)
def test_who_holds_it_is_told_so(client, published, file):
    first = client.get(f"/people/ines-ferreira/{file}")

    second = client.get(f"/people/ines-ferreira/{file}", headers={"if-none-match": first["ETag"]})

    assert second.status_code == 304


@pytest.mark.parametrize("file", FILES)
def test_a_withdrawal_is_never_missed(client, published, editor, file):
    first = client.get(f"/{file}")
    withdraw_article(article_id=published.pk, by=editor)

    later = client.get(f"/{file}", headers={"if-modified-since": first["Last-Modified"]})

    assert entries_of(file, later.content) == []


def test_who_wrote_an_article_that_names_them_has_it_once(published):
    mara = Person.objects.get(slug="mara-lind")
    facet = published.facets.get(kind=FacetKind.AUTHOR)
    facet.pk, facet.kind = None, FacetKind.PERSON
    facet.save()

    assert len(feed_of(FacetKind.PERSON, mara.pk, "rss_item").entries) == 1


def test_it_holds_the_newest_only(client, editor, django_assert_num_queries):
    for _ in range(FEED_SIZE + 2):
        publish_article(article_id=PublishedArticleFactory().pk, by=editor)
    newest = StoredDocument.objects.order_by("-visible_from", "-article_id").values_list(
        "public_id", flat=True
    )

    with django_assert_num_queries(3):
        entries = entries_of("feed.json", client.get("/technology/feed.json").content)

    assert [one["id"] for one in entries] == [f"urn:uuid:{pk}" for pk in newest[:FEED_SIZE]]


def test_a_document_that_lacks_a_form_is_left_out(client, published):
    StoredDocument.objects.update(json_feed_item="")

    assert json.loads(client.get("/feed.json").content)["items"] == []


def keeps_to(kind, record):
    """Nothing that the specification does not know; everything of its type."""
    for key, value in record.items():
        assert isinstance(value, TEXTS[kind][key]), key


def entries_of(file, content):
    """The entries of a feed, whatever its format, in one form."""
    if file == "feed.json":
        return [_of_json(item) for item in json.loads(content)["items"]]
    return [_of_xml(entry, file) for entry in feedparser.parse(content).entries]


def _of_json(item):
    return {
        "id": item["id"],
        "url": item["url"],
        "title": item["title"],
        "summary": item["summary"],
        "published": item["date_published"],
        "updated": item["date_modified"],
        "authors": [one["name"] for one in item["authors"]],
        "tags": item["tags"],
    }


def _of_xml(entry, file):
    summary = html.unescape(entry.summary) if file == "rss.xml" else entry.summary
    return {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "summary": summary,
        "published": _instant(entry.published_parsed),
        "updated": _instant(entry.updated_parsed),
        "authors": [one["name"] for one in entry.authors],
        "tags": [tag.get("label") or tag.term for tag in entry.tags],
    }


def _instant(parsed):
    assert isinstance(parsed, struct_time)
    return f"{dt.datetime(*parsed[:6], tzinfo=dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def content_of(file, content):
    """The text of the only entry, as it stands there: no parser has cleaned it."""
    if file == "feed.json":
        return json.loads(content)["items"][0]["content_html"]
    root = ET.fromstring(content)
    name = {
        "feed.xml": "{http://www.w3.org/2005/Atom}content",
        "rss.xml": "{http://purl.org/rss/1.0/modules/content/}encoded",
    }[file]
    return next(root.iter(name)).text


def own_address(file, content):
    if file == "feed.json":
        return json.loads(content)["feed_url"]
    links = ET.fromstring(content).iter("{http://www.w3.org/2005/Atom}link")
    return next(link.get("href") for link in links if link.get("rel") == "self")


def title_of(file, content):
    if file == "feed.json":
        return json.loads(content)["title"]
    root = ET.fromstring(content)
    return root.findtext("{http://www.w3.org/2005/Atom}title") or root.findtext("channel/title")


def headers_of(answer):
    return {"content-type": answer["Content-Type"]}
