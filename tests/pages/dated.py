"""Where an article's instants are told, and what each place tells of them."""

import datetime as dt
import json

import feedparser

from articles.documents.dates import iso_utc
from articles.models import Article, StoredDocument
from articles.selectors.site.sitemaps import PER_PAGE
from tests.markup import parse, select
from tests.pages.sitemap_files import NAMESPACES, places, read

HERE = "http://testserver"
LISTS = ("/", "/people/mara-lind/", "/people/ines-ferreira/", "/organizations/harbor-labs/")
FEEDS = ("/", "/people/mara-lind/", "/people/ines-ferreira/", "/organizations/harbor-labs/")
DATED = ("feed.xml", "rss.xml", "feed.json")


def surfaces(client, article):
    """What each surface tells of the article: its pair of instants, or something that is false."""
    document = StoredDocument.objects.filter(article=article).first()
    path = document.path if document else "/gone/"
    page = client.get(path)
    tree = parse(page.content.decode()) if page.status_code == 200 else None
    return {
        "columns": _columns(article, tree),
        "page": tree is not None and _times(tree),
        "open graph": tree is not None and _open_graph(tree),
        "JSON-LD": tree is not None and _linked_data(tree),
        **{f"teaser on {place}": _teaser(client, place, path) for place in LISTS},
        "sitemap": _sitemap(client, article, path),
        "news sitemap": _news(client, path),
        **{
            f"{place}{file}": _entry(client, place + file, article)
            for place in FEEDS
            for file in DATED
        },
        "API list": _of_api_list(client, article),
        "API detail": _of_api(client.get(f"/api/v1/articles/{article.public_id}/")),
    }


ALL = {
    "columns",
    "page",
    "open graph",
    "JSON-LD",
    "sitemap",
    "news sitemap",
    "API list",
    "API detail",
    *(f"teaser on {place}" for place in LISTS),
    *(f"{place}{file}" for place in FEEDS for file in DATED),
}


def modified_addresses(article):
    """Where the article is all that is there, and a date of change is sent."""
    return [
        *(place + file for place in FEEDS for file in DATED),
        "/sitemap.xml",
        "/sitemap-news.xml",
        sitemap_of(article),
        f"/api/v1/articles/{article.public_id}/",
    ]


def sitemap_of(article):
    return f"/sitemap-articles-{(article.pk - 1) // PER_PAGE + 1}.xml"


def _columns(article, tree):
    stored = Article.objects.get(pk=article.pk)
    return tree is not None and (iso_utc(stored.first_published_at), iso_utc(stored.updated_at))


def _times(tree):
    first = select(tree, "article time.published")[0].get("datetime")
    updated = select(tree, "article time.updated")
    return first, updated[0].get("datetime") if updated else first


def _open_graph(tree):
    return tuple(
        select(tree, f"meta[property='article:{name}_time']")[0].get("content")
        for name in ("published", "modified")
    )


def _linked_data(tree):
    (script,) = tree.iterfind(".//script[@type='application/ld+json']")
    node = json.loads(script.text)["@graph"][0]
    return node["datePublished"], node["dateModified"]


def _teaser(client, place, path):
    answer = client.get(place)
    if answer.status_code != 200:
        return None
    for teaser in select(parse(answer.content.decode()), ".teaser"):
        if teaser.xpath(f".//h3/a[@href='{path}']"):
            first, *updated = [one.get("datetime") for one in select(teaser, "time")]
            return first, updated[0] if updated else first
    return None


def _sitemap(client, article, path):
    """A sitemap tells the last change only: the first instant is the column's, not its own."""
    if client.get(sitemap_of(article)).status_code == 404:
        return None
    changed = places(read(client, sitemap_of(article))).get(HERE + path)
    assert places(read(client, "/sitemap.xml"))[HERE + sitemap_of(article)] == changed
    document = StoredDocument.objects.get(article=article)
    return iso_utc(document.published_at), changed


def _news(client, path):
    if b"<loc>" not in client.get("/sitemap-news.xml").content:
        return None
    root = read(client, "/sitemap-news.xml")
    (first,) = root.iterfind(".//n:publication_date", NAMESPACES)
    return first.text, places(root)[HERE + path]


def _entry(client, address, article):
    answer = client.get(address)
    if answer.status_code != 200:
        return None
    if address.endswith(".json"):
        found = {item["id"]: item for item in json.loads(answer.content)["items"]}
        item = found.get(f"urn:uuid:{article.public_id}")
        return item and (item["date_published"], item["date_modified"])
    found = {entry.id: entry for entry in feedparser.parse(answer.content).entries}
    entry = found.get(f"urn:uuid:{article.public_id}")
    return entry and (_iso(entry.published_parsed), _iso(entry.updated_parsed))


def _iso(parsed):
    return iso_utc(dt.datetime(*parsed[:6], tzinfo=dt.UTC))


def _of_api_list(client, article):
    results = client.get("/api/v1/articles/").json()["results"]
    cards = [one for one in results if one["id"] == str(article.public_id)]
    return (cards[0]["published_at"], cards[0]["updated_at"]) if cards else None


def _of_api(answer):
    if answer.status_code != 200:
        return None
    record = answer.json()
    return record["published_at"], record["updated_at"]
