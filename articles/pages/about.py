"""What the publication says of itself: how it works, its sources, its corrections, its software."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from articles.documents.dates import Moment
from articles.documents.linked_data import publisher
from articles.documents.own_words import shipped_body, shipped_title
from articles.pages.responses import Head, framed, render_main
from articles.selectors import site

_DESCRIPTION_LENGTH = 180


@require_safe
def about(request: HttpRequest, name: str = "") -> HttpResponseBase:
    """Return a page in its editors' words, else in those that the software ships."""
    del name  # the path says as much
    pages = site.own_pages()
    page = next((one for one in pages if one.path == request.path), None)
    if page is None:
        raise Http404
    body = shipped_body(page.name) if page.body is None else page.body
    title = page.title or shipped_title(page.name)
    context = {
        "title": title,
        "updated": Moment.of(page.updated_at) if page.updated_at else None,
        "others": [
            (one.title or shipped_title(one.name), one.path) for one in pages if one is not page
        ],
    }
    head = Head(
        title=title,
        path=page.path,
        description=Truncator(" ".join(strip_tags(body).split())).chars(_DESCRIPTION_LENGTH),
        graph={
            "@context": "https://schema.org",
            "@graph": [publisher()],
        },
    )
    return framed(request, head=head, main=render_main("articles/about.html", context, body=body))
