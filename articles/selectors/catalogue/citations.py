"""What live articles rest on."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Now

from articles.models import Citation, CitationKind, LinkState, Organization, Person, StoredDocument
from articles.selectors.catalogue.keys import named
from articles.selectors.catalogue.paging import Keyset, Page, Position

_SOURCES = ("person", "organization")
_NEWEST: Keyset[Citation] = Keyset(
    columns=("pk",), key_of=lambda citation: (citation.pk,), descending=True
)


# Whole revisions and documents would travel with every row otherwise.
_SHOWN = (
    *(
        field.name
        for field in Citation._meta.concrete_fields
        if field.name not in {"run", "judged_by", "prefix", "suffix", "reason"}
    ),
    *(f"{subject}__{name}" for subject in _SOURCES for name in ("public_id", "name", "slug")),
    "revision__article__public_id",
    "revision__article__document__path",
    "revision__article__document__headline",
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
    filters: CitationFilters, *, limit: int, position: Position | None = None
) -> Page[Citation]:
    """Return the newest public citations, each with its source and its article. One query."""
    return _NEWEST.page(_narrowed(public_citations(), filters), limit=limit, position=position)


def citation(pk: int) -> Citation | None:
    """Return one public citation with its source and its article, or None."""
    return public_citations().filter(pk=pk).first()


def public_citations() -> QuerySet[Citation]:
    """Return what was accepted in the words that the public reads now."""
    documents = StoredDocument.objects.visible_at(Now())
    rows: QuerySet[Citation] = (
        Citation.objects.accepted()
        .filter(is_orphan=False, revision__in=documents.values("revision"))
        .select_related("person", "organization", "revision__article__document")
        .only(*_SHOWN)
    )
    return rows


def _narrowed(rows: QuerySet[Citation], filters: CitationFilters) -> QuerySet[Citation]:
    if filters.article:
        rows = rows.filter(revision__article__public_id=filters.article)
    if filters.person:
        rows = rows.filter(person__in=Person.objects.filter(named(filters.person)))
    if filters.organization:
        rows = rows.filter(
            organization__in=Organization.objects.filter(named(filters.organization))
        )
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.medium:
        rows = rows.filter(medium=filters.medium)
    if filters.link:
        rows = rows.filter(link_state=filters.link)
    return rows
