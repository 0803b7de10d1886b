"""The article: finished bytes in a frame, and the related articles as they are at this moment."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.loader import get_template
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.documents.dates import Moment
from articles.documents.languages import direction_of
from articles.pages.errors import gone
from articles.pages.responses import framed_document, moved
from articles.selectors.site import (
    RelatedArticle,
    document_at,
    redirect_for,
    related_to,
    tombstone_at,
)

KEPT = 1024
"""How many fragments a process keeps: the same articles under the same names read the same."""


@require_safe
def article(
    request: HttpRequest, section: str, year: str, month: str, name: str
) -> HttpResponseBase:
    """Return the document at this address; else its new address, its note, or 404."""
    path = f"/{section}/{year}/{month}/{name}/"
    document = document_at(path)
    if document is not None:
        related = related_to(document.article_id)
        return framed_document(
            request,
            head=document.head,
            main=document.page + related_fragment(related.articles),
            sections=document.navigation,
            fresh_for=min(document.fresh_for, related.fresh_for),
            current=section,
        )
    moved_to = redirect_for(path)
    if moved_to is not None:
        return moved(moved_to)
    tombstone = tombstone_at(path)
    if tombstone is not None:
        return gone(request, tombstone)
    raise Http404


@lru_cache(maxsize=KEPT)
def related_fragment(articles: tuple[RelatedArticle, ...]) -> str:
    """Return the list of related articles, each with its reason; nothing for none."""
    lines = [
        {
            "path": one.path,
            "headline": one.headline,
            "language": one.language,
            "direction": direction_of(one.language),
            "published": Moment.of(one.published_at),
            "is_about": one.is_about,
            "names": get_text_list(list(one.names), _("and")),
        }
        for one in articles
    ]
    return get_template("articles/article_related.html").render({"lines": lines}) if lines else ""
