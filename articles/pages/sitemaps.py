"""Sitemaps (sitemaps.org 0.9) and the sitemap of news (Google News, sitemap-news/0.9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.documents.addresses import SUBJECT_FOLDERS, absolute, section_path
from articles.documents.dates import iso_utc
from articles.pages.responses import answer, render_main
from articles.selectors import site

_LISTS = ("/", "/corrections/", *(f"/{folder}/" for folder in SUBJECT_FOLDERS.values()))

Place = tuple[str, dt.datetime | None] | tuple[str, dt.datetime | None, str]
"""A path, and when what stands there changed, if that is known."""


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Return the addresses of all sitemaps but that of news, which robots.txt names."""
    places: list[Place] = [("/sitemap-pages.xml", None)]
    places += [(f"/sitemap-articles-{page}.xml", when) for page, when in site.article_pages()]
    places += [
        (f"/sitemap-{folder}-{page}.xml", None)
        for kind, folder in SUBJECT_FOLDERS.items()
        for page in site.subject_pages(kind)
    ]
    return _sitemap(request, "articles/sitemap_index.xml", "sitemap", places)


@require_safe
def own_pages(request: HttpRequest) -> HttpResponseBase:
    """Return the pages that are no article's and nobody's: the front page, sections and the like."""
    places: list[Place] = [(path, None) for path in _LISTS]
    places += [(page.path, page.updated_at) for page in site.own_pages()]
    places += [(section_path(section), None) for section in site.sections_in_use()]
    return _sitemap(request, "articles/sitemap.xml", "url", places)


@require_safe
def articles(request: HttpRequest, page: str) -> HttpResponseBase:
    """Return the public articles of one block of numbers."""
    return _sitemap(request, "articles/sitemap.xml", "url", site.articles_on(int(page)))


@require_safe
def subjects(request: HttpRequest, kind: str, page: str) -> HttpResponseBase:
    """Return the pages of those of one block of numbers whom public articles name."""
    folder = SUBJECT_FOLDERS[kind]
    places = [(f"/{folder}/{slug}/", None) for slug in site.subjects_on(kind, int(page))]
    return _sitemap(request, "articles/sitemap.xml", "url", places)


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """Return what came out in the last 48 hours, finished entries. It may be empty."""
    entries, changed = site.news()
    return _answer(request, "articles/sitemap_news.xml", entries, changed)


def _sitemap(
    request: HttpRequest, template: str, element: str, places: Iterable[Place]
) -> HttpResponseBase:
    """Return the sitemap of the places. One of no places is not found, as the format wants."""
    found = list(places)
    if not found:
        raise Http404
    changed = max((one[1] for one in found if one[1]), default=None)
    return _answer(request, template, [_entry(element, *place) for place in found], changed)


def _entry(element: str, path: str, changed: dt.datetime | None, picture: str = "") -> str:
    when = f"<lastmod>{iso_utc(changed)}</lastmod>" if changed else ""
    shown = f"<image:image><image:loc>{escape(picture)}</image:loc></image:image>"
    own = f"<loc>{escape(absolute(path))}</loc>{when}{shown if picture else ''}"
    return f"<{element}>{own}</{element}>\n"


def _answer(
    request: HttpRequest, template: str, entries: Iterable[str], changed: dt.datetime | None
) -> HttpResponseBase:
    body = render_main(template, {}, entries="".join(entries))
    return answer(
        request,
        body.encode(),
        fresh_for=site.seconds_until_change(),
        content_type="application/xml; charset=utf-8",
        headers={"Last-Modified": http_date(changed.timestamp())} if changed else None,
    )
