"""The article: finished bytes in a frame."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from articles.pages.errors import gone
from articles.pages.responses import framed_document, moved
from articles.selectors.site import document_at, redirect_for, tombstone_at


@require_safe
def article(
    request: HttpRequest, section: str, year: str, month: str, name: str
) -> HttpResponseBase:
    """Return the document at this address; else its new address, its note, or 404."""
    path = f"/{section}/{year}/{month}/{name}/"
    document = document_at(path)
    if document is not None:
        return framed_document(
            request,
            head=document.head,
            main=document.page,
            sections=document.navigation,
            fresh_for=document.fresh_for,
            current=section,
        )
    moved_to = redirect_for(path)
    if moved_to is not None:
        return moved(moved_to)
    tombstone = tombstone_at(path)
    if tombstone is not None:
        return gone(request, tombstone)
    raise Http404
