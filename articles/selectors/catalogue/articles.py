"""Finished articles: the bytes that publishing stored, found by one SELECT.

Everything here asks the window of the row against the database's clock, so an article is there
from its second on, whoever asks, and gone with its last.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Now

from articles.models import (
    Article,
    Facet,
    FacetKind,
    Organization,
    Person,
    Redirect,
    SearchRow,
    Section,
    Status,
    StoredDocument,
    Topic,
    slug_in,
)
from articles.selectors.catalogue.keys import id_in, named
from articles.selectors.catalogue.paging import Keyset, Page, Position

CardRow = tuple[dt.datetime, int, str]

_NEWEST: Keyset[CardRow] = Keyset(
    columns=("visible_from", "article_id"), key_of=lambda row: row[:2], descending=True
)
_TARGETS: Mapping[FacetKind, type[Person | Organization | Topic]] = {
    FacetKind.PERSON: Person,
    FacetKind.AUTHOR: Person,
    FacetKind.ORGANIZATION: Organization,
    FacetKind.TOPIC: Topic,
}


@dataclass(frozen=True, slots=True)
class ArticleFilters:
    """What a list of articles is narrowed to. All of it must hold."""

    facets: Mapping[FacetKind, str] = field(default_factory=dict)  # kind -> slug or public id
    words: str = ""


Form = Literal["detail", "json_ld", "ninjs", "markdown", "feed_entry"]


@dataclass(frozen=True, slots=True)
class FinishedArticle:
    """The whole article in one of its forms, with its validators."""

    public_id: uuid.UUID
    form: str
    etag: str
    updated_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is said in the place of an article that was withdrawn with a public note."""

    note: str
    withdrawn_at: dt.datetime


def articles_page(
    filters: ArticleFilters, *, limit: int, position: Position | None = None
) -> Page[CardRow]:
    """Return the cards of the newest articles, as (visible_from, article, JSON). One query."""
    rows: QuerySet[Any, CardRow]
    if filters.facets:
        rows = _by_facets(filters.facets).values_list(
            "visible_from", "article_id", "article__document__card"
        )
    else:
        rows = StoredDocument.objects.visible_at(Now()).values_list(
            "visible_from", "article_id", "card"
        )
    if filters.words:
        query = SearchQuery(filters.words, search_type="websearch", config="english")
        rows = rows.filter(
            Exists(SearchRow.objects.filter(article=OuterRef("article_id"), vector=query))
        )
    return _NEWEST.page(rows, limit=limit, position=position)


def finished_article(key: str, *, form: Form = "detail") -> FinishedArticle | None:
    """Return the article of that id, or the newest of that slug, as it was published. One query.

    None while the public may not read any such.
    """
    rows = StoredDocument.objects.visible_at(Now())
    public_id = id_in(key)
    if public_id:
        rows = rows.filter(public_id=public_id)
    else:
        rows = rows.filter(article__slug=key).order_by("-visible_from", "-article_id")
    row = rows.values_list("public_id", form, "etag", "updated_at")[:1]
    return next((FinishedArticle(*one) for one in row), None)


def article_after_move(slug: str) -> uuid.UUID | None:
    """Return the id of the newest public article that once had this slug, or None."""
    moved = Redirect.objects.alias(slug=slug_in("path")).filter(slug=slug)
    return (
        StoredDocument.objects.visible_at(Now())
        .filter(article__in=moved.values("article"))
        .order_by("-visible_from", "-article_id")
        .values_list("public_id", flat=True)
        .first()
    )


def tombstone(key: str) -> Tombstone | None:
    """Return the public note of a withdrawn article, by id or slug, the newest of that slug.

    None if it never was public or has no note.
    """
    row = (
        Article.objects.filter(
            named(key),
            status=Status.WITHDRAWN,
            visible_from__lte=F("withdrawn_at"),
        )
        .exclude(withdrawal_note="")
        .order_by("-withdrawn_at")
        .values_list("withdrawal_note", "withdrawn_at")
        .first()
    )
    return Tombstone(row[0], row[1]) if row and row[1] else None


def _by_facets(facets: Mapping[FacetKind, str]) -> QuerySet[Any, Any]:
    """Walk the index of the first facet, newest first; ask each other facet of each article."""
    (first, key), *others = facets.items()
    rows: QuerySet[Any, Any] = Facet.objects.visible_at(Now()).filter(
        kind=first, target_id=_target(first, key), article__document__isnull=False
    )
    for kind, key in others:
        rows = rows.filter(
            Exists(
                Facet.objects.filter(
                    article=OuterRef("article_id"), kind=kind, target_id=_target(kind, key)
                )
            )
        )
    return rows


def _target(kind: FacetKind, key: str) -> Subquery:
    """Return the record's id as a subquery, so that an unknown name is simply an empty list."""
    if kind == FacetKind.SECTION:
        return Subquery(Section.objects.filter(slug=key).values("pk")[:1])
    return Subquery(_TARGETS[kind].objects.filter(named(key)).values("pk")[:1])
