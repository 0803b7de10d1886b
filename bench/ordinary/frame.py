"""A whole page, rendered when it is asked for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import get_template

from articles.documents.languages import direction_of
from articles.documents.markers import fill
from articles.models import Section


def page(*, head: str, main: str, current: str = "") -> HttpResponse:
    """Return the page around a head and a content: one query for the sections, one template."""
    frame = get_template("base.html").render(
        {
            "navigation": Section.objects.values("name", "slug"),
            "current": current,
            "language": settings.LANGUAGE_CODE,
            "direction": direction_of(settings.LANGUAGE_CODE),
            "publication": settings.PUBLICATION_NAME,
        }
    )
    return HttpResponse(fill(frame, head=head, main=main))
