"""What was corrected in public articles."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Now

from articles.models import Correction, Facet, FacetKind, StoredDocument, StoredRevision
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import section_record
from articles.selectors.catalogue.paging import Keyset, Page, Position

Row = Mapping[str, Any]

_NEWEST: Keyset[Row] = Keyset(
    columns=("published_at", "pk"),
    key_of=lambda row: (row["published_at"], row["pk"]),
    descending=True,
)


@dataclass(frozen=True, slots=True)
class CorrectionFilters:
    """What a list of corrections is narrowed to. All of it must hold; the range is half open."""

    article: uuid.UUID | None = None
    section: str = ""
    published_from: dt.datetime | None = None
    published_to: dt.datetime | None = None


def corrections_page(
    filters: CorrectionFilters,
    *,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
) -> Page[Row]:
    """Return the newest published corrections of articles that are public now. One query.

    `number` is that of the superseded revision, `is_kept` whether readers can still read it.
    """
    kept = StoredRevision.objects.filter(
        document=OuterRef("article_id"), number=OuterRef("supersedes__number")
    )
    documents = StoredDocument.objects.visible_at(Now())
    if filters.article:
        documents = documents.filter(public_id=filters.article)
    rows = Correction.objects.filter(published_at__lte=Now(), article__in=documents.values("pk"))
    if filters.section:
        under = Facet.objects.filter(article=OuterRef("article_id"), kind=FacetKind.SECTION)
        rows = rows.filter(Exists(under.filter(target_id=section_record(filters.section))))
    if filters.published_from:
        rows = rows.filter(published_at__gte=filters.published_from)
    if filters.published_to:
        rows = rows.filter(published_at__lt=filters.published_to)
    listed = rows.values(
        "pk",
        "public_id",
        "note",
        "was",
        "now",
        "published_at",
        article_public_id=F("article__document__public_id"),
        headline=F("article__document__headline"),
        path=F("article__document__path"),
        number=F("supersedes__number"),
        is_kept=Exists(kept),
    )
    return _NEWEST.page(listed, limit=limit, position=position, count=count)
