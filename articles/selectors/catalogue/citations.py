"""What live articles rest on, as it was published."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet
from django.db.models.functions import Now

from articles.models import CitationKind, LinkState, Organization, Person, StoredCitation
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import record
from articles.selectors.catalogue.paging import Keyset, Page, Position

_NEWEST: Keyset[StoredCitation] = Keyset(
    columns=("pk",), key_of=lambda citation: (citation.pk,), descending=True
)


@dataclass(frozen=True, slots=True)
class CitationFilters:
    """What a list of citations is narrowed to. All of it must hold; people by slug or id."""

    article: uuid.UUID | None = None
    person: str = ""
    organization: str = ""
    kind: CitationKind | None = None
    medium: str = ""
    link: LinkState | None = None


def citations_page(
    filters: CitationFilters,
    *,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
) -> Page[StoredCitation]:
    """Return the newest public citations, as they were published. One query."""
    rows = _narrowed(_public(), filters)
    return _NEWEST.page(rows, limit=limit, position=position, count=count)


def citation(pk: int) -> StoredCitation | None:
    """Return one public citation as it was published, or None."""
    return _public().filter(pk=pk).first()


def _public() -> QuerySet[StoredCitation]:
    rows = StoredCitation.objects.visible_at(Now()).only("pk", "record")
    return cast("QuerySet[StoredCitation]", rows)


def _narrowed(rows: QuerySet[StoredCitation], filters: CitationFilters) -> QuerySet[StoredCitation]:
    if filters.article:
        rows = rows.filter(document__public_id=filters.article)
    if filters.person:
        rows = rows.filter(person_id=record(Person, filters.person))
    if filters.organization:
        rows = rows.filter(organization_id=record(Organization, filters.organization))
    for name in ("kind", "medium", "link"):
        if value := getattr(filters, name):
            rows = rows.filter(**{name: value})
    return rows
