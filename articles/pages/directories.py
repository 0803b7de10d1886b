"""Who and what the articles name: all people, all organizations, all topics."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.documents.addresses import SUBJECT_FOLDERS, subject_path
from articles.pages.responses import Head, framed, render_main
from articles.selectors import site

_SLUG = re.compile(r"[-\w]{1,200}", re.ASCII)
_TITLES = {
    "people": _("People"),
    "organizations": _("Organizations"),
    "topics": _("Topics"),
}
_DESCRIPTIONS = {
    "people": _("Everybody whom our articles name."),
    "organizations": _("Every organization that our articles name."),
    "topics": _("Products, places, works, laws and events that our articles name."),
}


@require_safe
def directory(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Return one page of names in their order. Raises Http404 for a place that no page gave out."""
    folder = SUBJECT_FOLDERS[kind]
    after, before = _slug(request, "after"), _slug(request, "before")
    page = site.directory(kind, after=after, before=before)
    context = {
        "title": _TITLES[folder],
        "description": _DESCRIPTIONS[folder],
        "names": [(subject, subject_path(subject)) for subject in page.subjects],
        "page": page,
        "folder": folder,
        "is_first": not (after or before),
    }
    head = Head(
        title=str(_TITLES[folder]),
        path=f"/{folder}/",
        description=str(_DESCRIPTIONS[folder]),
        is_indexed=not (after or before),
    )
    return framed(request, head=head, main=render_main("articles/directory.html", context))


def _slug(request: HttpRequest, name: str) -> str:
    """Return the slug from which the page goes on, empty if there is none. Raises Http404."""
    written = request.GET.get(name, "")
    if written and not _SLUG.fullmatch(written):
        raise Http404
    return written
