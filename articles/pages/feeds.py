"""Atom feeds (RFC 4287) and robots.txt."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.documents.addresses import absolute
from articles.documents.dates import iso_utc
from articles.pages.responses import answer, render_main
from articles.selectors import site
from articles.selectors.site import Feed

_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@require_safe
def site_feed(request: HttpRequest) -> HttpResponseBase:
    """Return the newest articles of the site."""
    return _feed(request, site.feed(), title=settings.PUBLICATION_NAME, path="/")


@require_safe
def section_feed(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the newest articles of a section."""
    section = site.section_with(slug)
    if section is None:
        raise Http404
    title = f"{settings.PUBLICATION_NAME}: {section.name}"
    return _feed(request, site.feed(section.pk), title=title, path=f"/{section.slug}/")


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Return what crawlers are asked to leave alone (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /search/", ""]
    data = "\n".join(lines).encode()
    return answer(request, data, fresh_for=site.MAX_AGE, content_type="text/plain; charset=utf-8")


def _feed(request: HttpRequest, feed: Feed, *, title: str, path: str) -> HttpResponseBase:
    updated = feed.updated_at or _NEVER
    context = {
        "title": title,
        "publication": settings.PUBLICATION_NAME,
        "address": absolute(path),
        "own_address": absolute(f"{path}feed.xml"),
        "updated": iso_utc(updated),
    }
    body = render_main("articles/feed.xml", context, entries="".join(feed.entries))
    return answer(
        request,
        body.encode(),
        fresh_for=site.seconds_until_change(),
        content_type="application/atom+xml; charset=utf-8",
        headers={"Last-Modified": http_date(updated.timestamp())} if feed.updated_at else None,
    )
