"""Finished articles: the bytes that publishing stored, found by one SELECT.

Everything here asks the window of the row against the database's clock, so an article is there
from its second on, whoever asks, and gone with its last.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import NegatedExpression
from django.db.models.functions import Coalesce, Now

from articles.models import (
    SUBJECT_MODELS,
    AnySubject,
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
    Status,
    StoredCitation,
    StoredDocument,
    slug_in,
)
from articles.selectors.catalogue.compiled import CompiledQuery
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import among, id_in, record, section_record
from articles.selectors.catalogue.paging import Keyset, Page, Position
from articles.selectors.catalogue.words import as_stored, words_query

CardRow = tuple[dt.datetime, int, str]

# Stand for values that differ from one question to the next; nobody asks for these.
_SOME_ID = uuid.UUID(int=0x5BA1_0000)
_SOME_KEY = "some-key-or-words"
_SOME_PLACE = (dt.datetime(1900, 1, 1, tzinfo=dt.UTC), 1_900_010_101)

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
_TARGETS: Mapping[str, type[AnySubject]] = {**SUBJECT_MODELS, FacetKind.AUTHOR: Person}


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
    if count is None and filters == _usual(filters):
        return _usual_page(filters, limit=limit, position=position, order=order)
    rows = _cards(filters, order)
    return _ORDERS[order].page(rows, limit=limit, position=position, count=count)


def finished_article(key: str, *, form: Form = "detail") -> FinishedArticle | None:
    """Return the article of that id, or the newest of that slug, as it was published. One query.

    None while the public may not read any such.
    """
    public_id = id_in(key)
    rows = _finished(form, by_id=public_id is not None).rows([public_id or key])
    return FinishedArticle(*rows[0]) if rows else None


@cache
def _finished(form: Form, *, by_id: bool) -> CompiledQuery:
    rows = StoredDocument.objects.visible_at(Now())
    if by_id:
        rows = rows.filter(public_id=_SOME_ID)
    else:
        rows = rows.alias(slug=slug_in("path")).filter(slug=_SOME_KEY)
        rows = rows.order_by("-visible_from", "-article_id")
    found = rows.values_list("public_id", form, "etag", "updated_at", "path")[:1]
    return CompiledQuery(found, [_SOME_ID if by_id else _SOME_KEY])


def _cards(filters: ArticleFilters, order: Order) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any]
    if filters.facets and order != "updated":
        rows = _by_first_facet(filters.facets[0])
        rows = _narrowed(rows, filters, filters.facets[1:], document="article__document__")
        return rows.values_list("visible_from", "article_id", "article__document__card")
    rows = StoredDocument.objects.visible_at(Now())
    rows = _narrowed(rows, filters, filters.facets)
    instant = "updated_at" if order == "updated" else "visible_from"
    return rows.values_list(instant, "article_id", "card")


def _usual(filters: ArticleFilters) -> ArticleFilters:
    """Return what is asked for most, and so compiled: some facets, some words."""
    return ArticleFilters(
        facets=filters.facets, words=filters.words, in_headline=filters.in_headline
    )


def _usual_page(
    filters: ArticleFilters, *, limit: int, position: Position | None, order: Order
) -> Page[CardRow]:
    keys = [_key(kind, key) for kind, key in filters.facets]
    query = _compiled_page(
        tuple(
            (kind, isinstance(key, uuid.UUID))
            for (kind, _), key in zip(filters.facets, keys, strict=True)
        ),
        has_words=bool(filters.words),
        in_headline=filters.in_headline,
        backwards=position.backwards if position else None,
        limit=limit,
        order=order,
    )
    values: list[object] = [*keys]
    values += [as_stored(filters.words)] if filters.words else []
    values += position.key if position else []
    return _ORDERS[order].page_of(query.rows(values), limit=limit, position=position)


def _key(kind: FacetKind, key: str) -> uuid.UUID | str:
    """Return what `_target` looks a record up by."""
    return key if kind == FacetKind.SECTION else id_in(key) or key


@lru_cache(maxsize=512)
def _compiled_page(
    facets: tuple[tuple[FacetKind, bool], ...],
    *,
    has_words: bool,
    in_headline: bool,
    backwards: bool | None,
    limit: int,
    order: Order,
) -> CompiledQuery:
    """Return the query of one shape of question: `facets` says of each whether an id names it."""
    stand_ins: list[object] = []
    wanted = []
    for number, (kind, is_id) in enumerate(facets):
        key = uuid.UUID(int=_SOME_ID.int + number) if is_id else f"{_SOME_KEY}-{number}"
        stand_ins.append(key)
        wanted.append((kind, str(key)))
    words = _SOME_KEY if has_words else ""
    filters = ArticleFilters(facets=wanted, words=words, in_headline=in_headline)
    position = None if backwards is None else Position(_SOME_PLACE, backwards=backwards)
    stand_ins += [words] if words else []
    stand_ins += position.key if position else []
    rows = _ORDERS[order].from_position(_cards(filters, order), limit=limit, position=position)
    return CompiledQuery(rows, stand_ins)


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
        yield _has_facet(among("target_id", Person, filters.any_author), kind=FacetKind.AUTHOR)
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


def _has_facet(*conditions: Q, **wanted: Any) -> Exists:
    return Exists(Facet.objects.filter(*conditions, article=OuterRef("article_id"), **wanted))


def _cited(filters: ArticleFilters) -> dict[str, Any]:
    """Return what one and the same citation must have."""
    wanted: dict[str, Any] = {}
    if filters.cited_person:
        wanted["person_id"] = record(Person, filters.cited_person)
    if filters.cited_organization:
        wanted["organization_id"] = record(Organization, filters.cited_organization)
    if filters.citation_kind:
        wanted["kind"] = filters.citation_kind
    return wanted


def _target(kind: FacetKind, key: str) -> Coalesce:
    return section_record(key) if kind == FacetKind.SECTION else record(_TARGETS[kind], key)
