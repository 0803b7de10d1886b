"""Finished articles: the bytes that publishing stored, found by one SELECT.

Everything here asks the window of the row against the database's clock, so an article is there
from its second on, whoever asks, and gone with its last.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Now

from articles.models import (
    Article,
    Facet,
    FacetKind,
    Organization,
    Person,
    SearchRow,
    Section,
    Status,
    StoredDocument,
    Topic,
)
from articles.selectors.catalogue.keys import named
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


@dataclass(frozen=True, slots=True)
class FinishedArticle:
    """The whole article as JSON, with its validators."""

    detail: str
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


def finished_article(public_id: uuid.UUID) -> FinishedArticle | None:
    """Return the article as it was published, or None while the public may not read it."""
    row = (
        StoredDocument.objects.visible_at(Now())
        .filter(public_id=public_id)
        .values_list("detail", "etag", "updated_at")
        .first()
    )
    return FinishedArticle(*row) if row else None


def tombstone(public_id: uuid.UUID) -> Tombstone | None:
    """Return the public note of a withdrawn article; None if it never was public or has no note."""
    row = (
        Article.objects.filter(
            public_id=public_id,
            status=Status.WITHDRAWN,
            visible_from__lte=F("withdrawn_at"),
        )
        .exclude(withdrawal_note="")
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
