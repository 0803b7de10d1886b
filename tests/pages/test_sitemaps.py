"""Sitemaps hold what is public, and nothing else; each keeps to its schema."""

import datetime as dt
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from articles.actions.publish_article import publish_article
from articles.actions.withdraw_article import withdraw_article
from articles.documents.dates import iso_utc
from articles.documents.news_entry import news_language
from articles.models import Article, Facet, StoredDocument
from articles.selectors.site import sitemaps
from tests.factories import PublishedArticleFactory
from tests.factories.departure import HEADLINE, publish_departure
from tests.pages.sitemap_files import NAMESPACES, places, read, schema

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def articles_page(article):
    return f"/sitemap-articles-{(article.pk - 1) // sitemaps.PER_PAGE + 1}.xml"


def test_the_index_leads_to_every_public_page(client, published, path):
    listed = {}
    for address in places(read(client, "/sitemap.xml")):
        listed |= places(read(client, address.removeprefix(HERE)))

    assert listed == {
        **dict.fromkeys(
            f"{HERE}{one}"
            for one in (
                "/",
                "/about/",
                "/about/sources/",
                "/about/corrections/",
                "/about/software/",
                "/about/contact/",
                "/corrections/",
                "/people/",
                "/organizations/",
                "/topics/",
                "/technology/",
                "/people/ines-ferreira/",
                "/people/mara-lind/",
                "/organizations/harbor-labs/",
                "/topics/lumen/",
            )
        ),
        f"{HERE}{path}": iso_utc(published.updated_at),
    }


def test_every_address_in_a_sitemap_answers(client, published):
    for sitemap in places(read(client, "/sitemap.xml")):
        for address in places(read(client, sitemap.removeprefix(HERE))):
            assert client.get(address.removeprefix(HERE)).status_code == 200, address


def test_the_index_says_what_changed_last_on_each_page(client, published):
    page = f"{HERE}{articles_page(published)}"

    assert places(read(client, "/sitemap.xml"))[page] == iso_utc(published.updated_at)


def test_nobody_is_listed_whom_no_public_article_names(client, published, editor):
    page = articles_page(published)
    withdraw_article(article_id=published.pk, by=editor)

    assert list(places(read(client, "/sitemap.xml"))) == [f"{HERE}/sitemap-pages.xml"]
    assert f"{HERE}/technology/" not in places(read(client, "/sitemap-pages.xml"))
    assert client.get(page).content == client.get("/nothing-here/").content


def test_a_page_is_a_block_of_numbers(client, editor, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_PAGE", 2)
    articles = [
        publish_article(article_id=PublishedArticleFactory().pk, by=editor) for _ in range(5)
    ]

    pages = [
        address
        for address in places(read(client, "/sitemap.xml"))
        if address.startswith(f"{HERE}/sitemap-articles-")
    ]
    listed = [list(places(read(client, page.removeprefix(HERE)))) for page in pages]

    assert max(map(len, listed)) == 2
    assert [one for page in listed for one in page] == [
        f"{HERE}{one.document.path}" for one in articles
    ]
    assert pages == [
        f"{HERE}{page}" for page in dict.fromkeys(articles_page(one) for one in articles)
    ]


def test_so_is_a_page_of_people(client, published, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_PAGE", 1)

    pages = [
        address.removeprefix(HERE)
        for address in places(read(client, "/sitemap.xml"))
        if address.startswith(f"{HERE}/sitemap-people-")
    ]

    assert len(pages) == 2
    assert {address for page in pages for address in places(read(client, page))} == {
        f"{HERE}/people/ines-ferreira/",
        f"{HERE}/people/mara-lind/",
    }


@pytest.mark.parametrize(
    "address",
    [
        "/sitemap-articles-0.xml",
        "/sitemap-articles-01.xml",
        "/sitemap-articles-999999999.xml",
        "/sitemap-articles-9999999999999999999.xml",
        "/sitemap-people-999999999.xml",
        "/sitemap-sources-1.xml",
    ],
)
def test_a_page_of_nothing_is_not_found(client, published, address):
    assert client.get(address).status_code == 404


def test_the_news_sitemap_carries_the_article(client, published, path):
    root = read(client, "/sitemap-news.xml")

    assert places(root) == {f"{HERE}{path}": iso_utc(published.updated_at)}
    (news,) = root.iterfind("s:url/n:news", NAMESPACES)
    assert [element.text for element in news.iter() if element.text and element.text.strip()] == [
        "The Verifiable",
        "en",
        iso_utc(published.first_published_at),
        HEADLINE,
    ]


@pytest.mark.parametrize(
    ("age", "is_listed"),
    [(dt.timedelta(hours=47, minutes=59), True), (dt.timedelta(hours=48, seconds=1), False)],
)
def test_news_is_what_came_out_in_two_days(client, published, age, is_listed):
    then = published.first_published_at - age
    StoredDocument.objects.update(published_at=then, visible_from=then)

    assert (b"<loc>" in client.get("/sitemap-news.xml").content) is is_listed


def test_what_is_published_again_is_no_news(client, published, editor):
    earlier = published.first_published_at - dt.timedelta(days=3)
    withdraw_article(article_id=published.pk, by=editor)
    Article.objects.update(first_published_at=earlier, updated_at=earlier, visible_from=earlier)
    publish_article(article_id=published.pk, by=editor)

    assert b"<loc>" not in client.get("/sitemap-news.xml").content


def test_there_may_be_no_news(client, db):
    answer = client.get("/sitemap-news.xml")

    root = etree.fromstring(answer.content)
    assert answer.status_code == 200
    assert root.tag == f"{{{NAMESPACES['s']}}}urlset"
    assert len(root) == 0
    assert "Last-Modified" not in answer.headers


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        ("fil", "fil"),
        ("zh", "zh-cn"),
        ("zh-Hans", "zh-cn"),
        ("zh-Hant-HK", "zh-tw"),
        ("ZH-TW", "zh-tw"),
        ("", "und"),
        ("x-klingon", "und"),
    ],
)
def test_a_language_is_named_as_news_wants_it(tag, expected):
    assert news_language(tag) == expected


def test_the_schema_refuses_what_it_should():
    urlset = '<urlset xmlns="{s}" xmlns:n="{n}">{{}}</urlset>'.format(**NAMESPACES)
    for wrong in (
        "",
        "<url><lastmod>2025-01-01</lastmod></url>",
        "<url><loc>http://testserver/</loc><lastmod>yesterday</lastmod></url>",
        "<url><loc>http://testserver/</loc><n:news><n:title>x</n:title></n:news></url>",
    ):
        assert not schema().validate(etree.fromstring(urlset.format(wrong)))


def test_robots_are_told_where_the_sitemaps_are(client, db):
    lines = client.get("/robots.txt").content.decode().splitlines()

    for name in ("/sitemap.xml", "/sitemap-news.xml"):
        assert f"Sitemap: {HERE}{name}" in lines
        assert client.get(name).status_code == 200


@pytest.mark.parametrize("address", ["/sitemap.xml", "articles", "/sitemap-news.xml"])
def test_last_modified_is_the_newest_change(client, published, address):
    answer = client.get(articles_page(published) if address == "articles" else address)

    assert parsedate_to_datetime(answer["Last-Modified"]) == published.updated_at
    again = client.get(answer.request["PATH_INFO"], headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/sitemap-pages.xml", "/sitemap-people-1.xml"])
def test_where_no_date_tells_it_none_is_given(client, published, monkeypatch, address):
    monkeypatch.setattr(sitemaps, "PER_PAGE", 10**9)

    answer = client.get(address)

    assert answer.status_code == 200
    assert "Last-Modified" not in answer.headers


def test_the_index_costs_the_same_however_many_articles(
    client, editor, django_assert_max_num_queries
):
    publish_departure(by=editor)

    with django_assert_max_num_queries(8):
        client.get("/sitemap.xml")


def test_a_person_in_an_old_articles_facets_alone_is_not_public(client, published):
    Facet.objects.update(visible_until=published.visible_from + dt.timedelta(microseconds=1))

    assert not [
        one
        for one in places(read(client, "/sitemap.xml"))
        if one.startswith(f"{HERE}/sitemap-people")
    ]
