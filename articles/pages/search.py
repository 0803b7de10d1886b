"""The search page."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.documents.addresses import subject_path
from articles.documents.cards import kind_words
from articles.documents.dates import Moment
from articles.pages.responses import Head, framed, render_main
from articles.selectors import site

PERIODS = {
    "day": ("Past day", dt.timedelta(days=1)),
    "week": ("Past week", dt.timedelta(days=7)),
    "month": ("Past month", dt.timedelta(days=31)),
    "year": ("Past year", dt.timedelta(days=366)),
}
LAST_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Return the form and, for a question, articles and names. Unknown filters count as none."""
    asked = request.GET.get("q", "")[: site.MAX_QUERY]
    section = request.GET.get("section", "")[:80].replace("\x00", "")
    period = request.GET.get("period", "")
    page = _page_number(request.GET.get("page", ""))
    since = PERIODS[period][1] if period in PERIODS else None
    found = site.search(asked, section=section, since=since, page=page)
    following = {"q": asked, "section": section, "period": period, "page": page + 1}
    context = {
        "asked": asked.strip(),
        "section": section,
        "sections": site.navigation(),
        "period": period,
        "periods": [(key, label) for key, (label, _) in PERIODS.items()],
        "results": [(one, Moment.of(one.published_at)) for one in found.results],
        "names": [(one, kind_words(one), subject_path(one)) for one in found.names],
        "instead": found.instead,
        "next": urlencode(following) if found.has_more and page < LAST_PAGE else "",
    }
    fragments = {"instead": "".join(found.instead.teasers)} if found.instead else {}
    main = render_main("articles/search.html", context, **fragments)
    title = f"Search: {asked.strip()}" if asked.strip() else "Search"
    head = Head(title=title, path="/search/", is_indexed=False)
    return framed(request, head=head, main=main)


def _page_number(text: str) -> int:
    number = int(text[:3]) if text.isascii() and text.isdecimal() else 1
    return min(max(number, 1), LAST_PAGE)
