"""What the head of a page tells of its article: JSON-LD first, then meta elements, then the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from articles.engine.parsing.linked_data import Node, text, texts
from articles.engine.parsing.masthead import read_names
from articles.engine.plaintext import one_line

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_NAME = re.compile(r"^https?:|^\(|@", re.IGNORECASE)
_TRAILER = re.compile(r"\s+[|–—·•-]\s+([^|–—·•]{2,40})$")
_BYLINE = re.compile(r"^by\s+", re.IGNORECASE)
_MOST_TOPICS = 30


@dataclass(frozen=True, slots=True)
class PageHead:
    """The fields of a page, as words; empty where the page is silent."""

    headline: str
    summary: str
    authors: tuple[str, ...]
    published: str
    updated: str
    site: str
    url: str
    language: str
    section: str
    topics: tuple[str, ...]


def read_head(tree: HtmlElement, article: Node) -> PageHead:
    """Return what a page says of its article."""
    meta = _Meta(tree)
    site = meta.first("og:site_name", "application-name") or text(article.get("publisher"))
    return PageHead(
        headline=_headline(tree, article, meta, site),
        summary=_words(
            text(article.get("description")) or meta.first("og:description", "description")
        ),
        authors=_authors(article, meta),
        published=_first(
            text(article.get("datePublished")),
            meta.first(
                "article:published_time",
                "datepublished",
                "date",
                "dc.date.issued",
                "parsely-pub-date",
            ),
            _time(tree),
        ),
        updated=_first(
            text(article.get("dateModified")),
            meta.first("article:modified_time", "og:updated_time", "datemodified"),
        ),
        site=_words(site),
        url=_url(tree, article, meta),
        language=(tree.get("lang") or "").replace("_", "-").split("-")[0].lower(),
        section=_words(text(article.get("articleSection")) or meta.first("article:section")),
        topics=_topics(article, meta),
    )


class _Meta:
    """The meta elements of a page by lower-case name, in order of appearance."""

    def __init__(self, tree: HtmlElement) -> None:
        self._values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = (element.get("content") or "").strip()
            if name and content:
                self._values.setdefault(name.strip().lower(), []).append(content)

    def first(self, *names: str) -> str:
        return next((self._values[name][0] for name in names if name in self._values), "")

    def all(self, name: str) -> list[str]:
        return self._values.get(name, [])


def _headline(tree: HtmlElement, article: Node, meta: _Meta, site: str) -> str:
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    titles = (_words(element.text_content()) for element in tree.iter("title"))
    told = _first(
        _words(text(article.get("headline"))),
        _words(meta.first("og:title", "twitter:title")),
        next((heading for heading in headings if heading), ""),
        next(titles, ""),
    )
    return _without_trailer(told, site)


def _without_trailer(headline: str, site: str) -> str:
    """Return a headline without the name of its site at the end, if that is what stands there."""
    found = _TRAILER.search(headline)
    named = (
        found
        and site
        and found[1].strip().casefold() in (site.casefold(), f"the {site}".casefold())
    )
    return headline[: found.start()] if found and (named or " | " in found[0]) else headline


def _authors(article: Node, meta: _Meta) -> tuple[str, ...]:
    told = [*texts(article.get("author"))] or [
        *meta.all("author"), *meta.all("article:author"), *meta.all("parsely-author")
    ]  # fmt: skip
    lines = (_BYLINE.sub("", _words(name)) for name in told if not _NO_NAME.search(name))
    names = (name for line in lines for name in read_names(line) or (line,))
    return tuple(dict.fromkeys(name for name in names if name))


def _time(tree: HtmlElement) -> str:
    """Return the first time element inside an article or with a role in publishing."""
    stamps = tree.xpath(
        "//article//time[@datetime] | //time[@datetime][@pubdate or @itemprop='datePublished']"
    )
    return next((str(element.get("datetime")).strip() for element in stamps), "")


def _url(tree: HtmlElement, article: Node, meta: _Meta) -> str:
    canonical = (
        link.get("href") or "" for link in tree.iter("link") if link.get("rel") == "canonical"
    )
    told = (*canonical, meta.first("og:url"), text(article.get("url")))
    return next((url.strip() for url in told if _ADDRESS.fullmatch(url.strip())), "")


def _topics(article: Node, meta: _Meta) -> tuple[str, ...]:
    told: Iterable[str] = texts(article.get("keywords")) or meta.all("article:tag")
    told = list(told) or [meta.first("news_keywords", "keywords")]
    words = (_words(topic) for line in told for topic in line.split(","))
    return tuple(dict.fromkeys(topic for topic in words if topic))[:_MOST_TOPICS]


def _words(told: str) -> str:
    return one_line(unescape(told))


def _first(*told: str) -> str:
    return next((words for words in told if words), "")
