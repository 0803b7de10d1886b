"""The site's corrections, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now

from articles.models import Correction, StoredDocument, StoredRevision
from articles.selectors.site.cursor import Turn, Turns, newest_by, position_of

SHOWN = 20

_NEWEST = newest_by("published_at", "pk")


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction note, the article that it belongs to, and the address of the words it supersedes."""

    note: str
    was: str
    now: str
    published_at: dt.datetime
    headline: str
    path: str
    superseded: str


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """Some corrections, and the pages beside these."""

    lines: tuple[CorrectionLine, ...]
    turns: Turns


def corrections(*, turn: Turn | None = None) -> CorrectionPage:
    """Return the published corrections of the articles that are public now. One SELECT."""
    kept = StoredRevision.objects.filter(
        document=OuterRef("article_id"), number=OuterRef("supersedes__number")
    )
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
        number=F("supersedes__number"),
        is_kept=Exists(kept),
    )
    page = _NEWEST.page(rows, limit=SHOWN, position=position_of(turn))
    return CorrectionPage(tuple(_line(dict(row)) for row in page.rows), Turns.of(page))


def _line(row: dict[str, Any]) -> CorrectionLine:
    del row["pk"]
    number, is_kept = row.pop("number"), row.pop("is_kept")
    return CorrectionLine(**row, superseded=f"{row['path']}revisions/{number}/" if is_kept else "")
