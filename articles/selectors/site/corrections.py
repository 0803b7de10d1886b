"""The site's corrections, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.db.models.functions import Now

from articles.models import Correction, StoredDocument
from articles.selectors.site.cursor import Turn, Turns, newest_by, position_of

SHOWN = 20

_NEWEST = newest_by("published_at", "pk")


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction note, the article that it belongs to, and the number of the words it supersedes."""

    note: str
    was: str
    now: str
    published_at: dt.datetime
    headline: str
    path: str
    superseded: int


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """Some corrections, and the pages beside these."""

    lines: tuple[CorrectionLine, ...]
    turns: Turns


def corrections(*, turn: Turn | None = None) -> CorrectionPage:
    """Return the published corrections of the articles that are public now. One SELECT."""
    rows = Correction.objects.filter(
        published_at__lte=Now(),
        article__in=StoredDocument.objects.visible_at(Now()).values("article"),
    ).values(
        "pk",
        "note",
        "was",
        "now",
        "published_at",
        headline=F("article__document__headline"),
        path=F("article__document__path"),
        superseded=F("supersedes__number"),
    )
    page = _NEWEST.page(rows, limit=SHOWN, position=position_of(turn))
    return CorrectionPage(tuple(_line(dict(row)) for row in page.rows), Turns.of(page))


def _line(row: dict[str, Any]) -> CorrectionLine:
    del row["pk"]
    return CorrectionLine(**row)
