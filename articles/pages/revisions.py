"""A superseded revision: finished bytes in a frame, kept out of search engines."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.loader import get_template
from django.views.decorators.http import require_safe

from articles.documents.addresses import absolute
from articles.documents.superseded import revision_path
from articles.pages.responses import framed_document, moved
from articles.selectors.site import redirect_for, revision_at


@require_safe
def revision(
    request: HttpRequest, section: str, year: str, month: str, name: str, number: str
) -> HttpResponseBase:
    """Return the page of a revision as readers once read it; else its new address, or 404."""
    path = f"/{section}/{year}/{month}/{name}/"
    found = revision_at(path, int(number))
    if found is None:
        return _moved(path, int(number))
    context = {"headline": found.headline, "number": int(number), "article": absolute(path)}
    return framed_document(
        request,
        head=get_template("articles/article_superseded_head.html").render(context),
        main=found.page,
        sections=found.navigation,
        fresh_for=found.fresh_for,
        current=section,
    )


def _moved(path: str, number: int) -> HttpResponseBase:
    moved_to = redirect_for(path)
    if moved_to is None or revision_at(moved_to, number) is None:
        raise Http404
    return moved(revision_path(moved_to, number))
