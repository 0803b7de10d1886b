"""Pages for what is not there: the same bytes whether it never was or must not be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from articles.documents.dates import Moment
from articles.pages.frame import frame
from articles.pages.responses import Head, framed, render_main

if TYPE_CHECKING:
    from articles.selectors.site import Tombstone


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """Return 404. Nothing in it depends on what was asked for."""
    del exception
    head = Head(title=_("Not found"), path="/", is_indexed=False)
    return framed(request, head=head, main=render_main("404.html", {}), status=404)


def gone(request: HttpRequest, tombstone: Tombstone) -> HttpResponseBase:
    """Return 410 with the public note on a withdrawn article, and no word of the article."""
    context = {"note": tombstone.note, "withdrawn": Moment.of(tombstone.withdrawn_at)}
    head = Head(title=_("Withdrawn"), path="/", is_indexed=False)
    return framed(request, head=head, main=render_main("410.html", context), status=410)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return 500 without asking the database anything."""
    del request
    head = Head(title=_("Something broke"), path="/", is_indexed=False).render()
    main = render_main("500.html", {"publication": settings.PUBLICATION_NAME})
    return HttpResponse(
        frame((), language=settings.LANGUAGE_CODE).around(head=head, main=main), status=500
    )
