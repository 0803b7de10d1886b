"""What programs look for at addresses that everybody knows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.pages.responses import answer
from articles.selectors import site


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Return what crawlers are asked to leave alone (RFC 9309)."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /search/", ""]
    data = "\n".join(lines).encode()
    return answer(request, data, fresh_for=site.MAX_AGE, content_type="text/plain; charset=utf-8")
