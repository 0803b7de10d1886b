"""The site's corrections, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.db.models.functions import Now

from articles.models import Correction, StoredDocument

if TYPE_CHECKING:
    from django.db.models import QuerySet

SHOWN = 100


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction note and the article that it belongs to."""

    note: str
    was: str
    now: str
    published_at: dt.datetime
    headline: str
    path: str


def corrections() -> tuple[CorrectionLine, ...]:
    """Return the published corrections of the articles that are public now. One SELECT."""
    rows: QuerySet[Any, Any] = (
        Correction.objects.filter(
            published_at__lte=Now(),
            article__in=StoredDocument.objects.visible_at(Now()).values("article"),
        )
        .order_by("-published_at", "-pk")
        .values(
            "note",
            "was",
            "now",
            "published_at",
            headline=F("article__document__headline"),
            path=F("article__document__path"),
        )[:SHOWN]
    )
    return tuple(CorrectionLine(**row) for row in rows)
