"""Finished articles: the bytes that publishing stored, found by one SELECT.

Everything here asks the window of the row against the database's clock, so an article is there
from its second on, whoever asks, and gone with its last.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Literal

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import NegatedExpression
from django.db.models.functions import Now

from articles.models import (
    Article,
    ArticleKind,
    CitationKind,
    Correction,
    Facet,
    FacetKind,
    Organization,
    Person,
    Redirect,
    SearchRow,
    Section,
    Status,
    StoredCitation,
    StoredDocument,
    Topic,
    slug_in,
)
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import id_in, named
from articles.selectors.catalogue.paging import Keyset, Page, Position
from articles.selectors.catalogue.words import words_query

CardRow = tuple[dt.datetime, int, str]

Range = tuple[dt.datetime | None, dt.datetime | None]
Order = Literal["newest", "oldest", "updated"]

_ORDERS: Mapping[Order, Keyset[CardRow]] = {
    "newest": Keyset(
        columns=("visible_from", "article_id"), key_of=lambda row: row[:2], descending=True
    ),
    "oldest": Keyset(
        columns=("visible_from", "article_id"), key_of=lambda row: row[:2], descending=False
    ),
    "updated": Keyset(
        columns=("updated_at", "article_id"), key_of=lambda row: row[:2], descending=True
    ),
}
_TARGETS: Mapping[FacetKind, type[Person | Organization | Topic]] = {
    FacetKind.PERSON: Person,
    FacetKind.AUTHOR: Person,
    FacetKind.ORGANIZATION: Organization,
    FacetKind.TOPIC: Topic,
}


@dataclass(frozen=True, slots=True)
class ArticleFilters:
    """What a list of articles is narrowed to. All of it must hold; records by slug or id.

    Of `any_author` one is enough. Ranges are half open. A language holds its regions.
    """

    facets: Sequence[tuple[FacetKind, str]] = ()
    any_author: Sequence[str] = ()
    is_unsigned: bool = False
    words: str = ""
    in_headline: bool = False
    kind: ArticleKind | None = None
    language: str = ""
    cited_person: str = ""
    cited_organization: str = ""
    citation_kind: CitationKind | None = None
    has_correction: bool | None = None
    published: Range = (None, None)
    updated: Range = (None, None)


Form = Literal["detail", "json_ld", "ninjs", "markdown", "feed_entry"]


@dataclass(frozen=True, slots=True)
class FinishedArticle:
    """The whole article in one of its forms, with its validators."""

    public_id: uuid.UUID
    form: str
    etag: str
    updated_at: dt.datetime
    path: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is said in the place of an article that was withdrawn with a public note."""

    note: str
    withdrawn_at: dt.datetime


def articles_page(
    filters: ArticleFilters,
    *,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
    order: Order = "newest",
) -> Page[CardRow]:
    """Return the cards of articles as (instant that orders them, article, JSON). One query."""
    rows: QuerySet[Any, Any]
    if filters.facets and order != "updated":
        rows = _by_first_facet(filters.facets[0])
        rows = _narrowed(rows, filters, filters.facets[1:], document="article__document__")
        columns = ("visible_from", "article_id", "article__document__card")
    else:
        rows = StoredDocument.objects.visible_at(Now())
        rows = _narrowed(rows, filters, filters.facets)
        columns = ("updated_at" if order == "updated" else "visible_from", "article_id", "card")
    rows = rows.values_list(*columns)
    return _ORDERS[order].page(rows, limit=limit, position=position, count=count)


def finished_article(key: str, *, form: Form = "detail") -> FinishedArticle | None:
    """Return the article of that id, or the newest of that slug, as it was published. One query.

    None while the public may not read any such.
    """
    rows = StoredDocument.objects.visible_at(Now())
    public_id = id_in(key)
    if public_id:
        rows = rows.filter(public_id=public_id)
    else:
        rows = rows.alias(slug=slug_in("path")).filter(slug=key)
        rows = rows.order_by("-visible_from", "-article_id")
    row = rows.values_list("public_id", form, "etag", "updated_at", "path")[:1]
    return next((FinishedArticle(*one) for one in row), None)


def article_after_move(slug: str) -> uuid.UUID | None:
    """Return the id of the newest public article that once had this slug, or None."""
    return (
        StoredDocument.objects.visible_at(Now())
        .filter(article__in=_once_at(slug))
        .order_by("-visible_from", "-article_id")
        .values_list("public_id", flat=True)
        .first()
    )


def tombstone(key: str) -> Tombstone | None:
    """Return the public note of a withdrawn article, by id or slug, the newest of that slug.

    None if it never was public or has no note.
    """
    public_id = id_in(key)
    row = (
        Article.objects.filter(
            Q(public_id=public_id) if public_id else Q(pk__in=_once_at(key)),
            status=Status.WITHDRAWN,
            visible_from__lte=F("withdrawn_at"),
        )
        .exclude(withdrawal_note="")
        .order_by("-withdrawn_at")
        .values_list("withdrawal_note", "withdrawn_at")
        .first()
    )
    return Tombstone(row[0], row[1]) if row and row[1] else None


def _once_at(slug: str) -> QuerySet[Any, Any]:
    """Return the keys of the articles that once stood at an address with this slug."""
    return Redirect.objects.alias(slug=slug_in("path")).filter(slug=slug).values("article")


def _by_first_facet(facet: tuple[FacetKind, str]) -> QuerySet[Any, Any]:
    """Walk the index of one facet; whatever else must hold is asked of each article."""
    kind, key = facet
    rows: QuerySet[Any, Any] = Facet.objects.visible_at(Now()).filter(
        kind=kind, target_id=_target(kind, key), article__document__isnull=False
    )
    return rows


def _narrowed(
    rows: QuerySet[Any, Any],
    filters: ArticleFilters,
    facets: Iterable[tuple[FacetKind, str]],
    *,
    document: str = "",
) -> QuerySet[Any, Any]:
    """Return the rows whose article fulfils all; `document` leads from a row to its document."""
    for wanted in _wanted(filters, facets):
        rows = rows.filter(wanted)
    if filters.kind:
        rows = rows.filter(**{f"{document}kind": filters.kind})
    if filters.language:
        language = filters.language.lower()
        rows = rows.filter(
            Q(**{f"{document}language": language})
            | Q(**{f"{document}language__startswith": f"{language}-"})
        )
    for column, (begin, end) in (
        ("published_at", filters.published),
        ("updated_at", filters.updated),
    ):
        if begin:
            rows = rows.filter(**{f"{document}{column}__gte": begin})
        if end:
            rows = rows.filter(**{f"{document}{column}__lt": end})
    return rows


def _wanted(
    filters: ArticleFilters, facets: Iterable[tuple[FacetKind, str]]
) -> Iterator[Exists | NegatedExpression[Any]]:
    for kind, key in facets:
        yield _has_facet(kind=kind, target_id=_target(kind, key))
    if filters.any_author:
        people = Person.objects.filter(reduce(or_, map(named, filters.any_author)))
        yield _has_facet(kind=FacetKind.AUTHOR, target_id__in=people.values("pk"))
    if filters.is_unsigned:
        yield ~_has_facet(kind=FacetKind.AUTHOR)
    if filters.words:
        query = words_query(filters.words, in_headline=filters.in_headline)
        yield Exists(SearchRow.objects.filter(article=OuterRef("article_id"), vector=query))
    if cited := _cited(filters):
        yield Exists(StoredCitation.objects.filter(document=OuterRef("article_id"), **cited))
    if filters.has_correction is not None:
        corrected = Exists(
            Correction.objects.filter(article=OuterRef("article_id"), published_at__isnull=False)
        )
        yield corrected if filters.has_correction else ~corrected


def _has_facet(**wanted: Any) -> Exists:
    return Exists(Facet.objects.filter(article=OuterRef("article_id"), **wanted))


def _cited(filters: ArticleFilters) -> dict[str, Any]:
    """Return what one and the same citation must have."""
    wanted: dict[str, Any] = {}
    if filters.cited_person:
        wanted["person_id"] = Subquery(
            Person.objects.filter(named(filters.cited_person)).values("pk")[:1]
        )
    if filters.cited_organization:
        wanted["organization_id"] = Subquery(
            Organization.objects.filter(named(filters.cited_organization)).values("pk")[:1]
        )
    if filters.citation_kind:
        wanted["kind"] = filters.citation_kind
    return wanted


def _target(kind: FacetKind, key: str) -> Subquery:
    """Return the record's id as a subquery, so that an unknown name is simply an empty list."""
    if kind == FacetKind.SECTION:
        return Subquery(Section.objects.filter(slug=key).values("pk")[:1])
    return Subquery(_TARGETS[kind].objects.filter(named(key)).values("pk")[:1])
