"""What programs look for at addresses that everybody knows."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.documents.addresses import absolute
from articles.documents.dates import iso_utc
from articles.pages.responses import answer
from articles.selectors import site


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Return what crawlers are asked to leave alone (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /search/", ""]
    lines += [f"Sitemap: {absolute(path)}" for path in ("/sitemap.xml", "/sitemap-news.xml")]
    return _words(request, lines)


@require_safe
def security(request: HttpRequest) -> HttpResponseBase:
    """Return where to report a weakness (RFC 9116). Not found where nobody is named to take it."""
    contacts = dict.fromkeys([*settings.SECURITY_CONTACT, *settings.PUBLICATION_CONTACT])
    if not contacts or settings.SECURITY_EXPIRES is None:
        raise Http404
    lines = [f"Contact: {contact}" for contact in contacts]
    lines += [
        f"Expires: {iso_utc(settings.SECURITY_EXPIRES)}",
        f"Preferred-Languages: {settings.LANGUAGE_CODE}",
        f"Canonical: {absolute('/.well-known/security.txt')}",
    ]
    return _words(request, lines)


def _words(request: HttpRequest, lines: Sequence[str]) -> HttpResponseBase:
    data = "\n".join([*lines, ""]).encode()
    return answer(request, data, fresh_for=site.MAX_AGE, content_type="text/plain; charset=utf-8")
