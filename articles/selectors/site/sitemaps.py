"""What sitemaps list: addresses that are public now, by the database's clock.

A page of a sitemap is a block of record numbers, so that it never shifts and costs one range scan,
however many pages there are.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import (
    BigIntegerField,
    Exists,
    F,
    JSONField,
    Max,
    OuterRef,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Coalesce, Now

from articles.models import SUBJECT_MODELS, Facet, FacetKind, Section, StoredDocument
from articles.selectors.site.subjects import public_subjects

PER_PAGE = 10_000
"""How many records a page spans; a file may hold 50,000 addresses at most (sitemaps.org)."""
NEWS_SIZE = 1000
NEWS_AGE = dt.timedelta(hours=48)
"""What Google takes: articles of the last two days, and a thousand of them."""

_AS_PERSON = (FacetKind.PERSON, FacetKind.AUTHOR)


def article_pages() -> tuple[tuple[int, dt.datetime], ...]:
    """Return the number of each page of articles, with the newest change on it. One SELECT."""
    rows = (
        StoredDocument.objects.visible_at(Now())
        .values(block=(F("article_id") - 1) / PER_PAGE + 1)
        .annotate(changed=Max("updated_at"))
        .order_by("block")
    )
    return tuple((row["block"], row["changed"]) for row in rows)


def articles_on(page: int) -> tuple[tuple[str, dt.datetime, str], ...]:
    """Return path, last change and picture of each public article on a page. One SELECT."""
    rows = _on(StoredDocument.objects.visible_at(Now()), "article_id", page)
    card = Cast("card", JSONField())
    picture = KeyTextTransform("url", KeyTransform("image", card))
    return tuple(
        rows.order_by("article_id").values_list(
            "path", "updated_at", Coalesce(picture, Value(""), output_field=TextField())
        )
    )


def subject_pages(kind: str) -> tuple[int, ...]:
    """Return the numbers of the pages that list public subjects of a kind. Two SELECTs at most."""
    last = SUBJECT_MODELS[kind].objects.aggregate(last=Max("pk"))["last"] or 0
    facets = Facet.objects.visible_at(Now()).filter(kind__in=_kinds(kind))
    probes = [
        _on(facets, "target_id", page).values_list(Value(page, BigIntegerField()))[:1]
        for page in range(1, (last - 1) // PER_PAGE + 2)
    ]
    if not probes:
        return ()
    return tuple(sorted(page for (page,) in probes[0].union(*probes[1:])))


def subjects_on(kind: str, page: int) -> tuple[str, ...]:
    """Return the slugs of the public subjects of a kind on a page. One SELECT."""
    return tuple(
        _on(public_subjects(kind), "pk", page).order_by("pk").values_list("slug", flat=True)
    )


def sections_in_use() -> tuple[Section, ...]:
    """Return the sections that hold a public article. One SELECT."""
    facets = Facet.objects.visible_at(Now()).filter(
        kind=FacetKind.SECTION, target_id=OuterRef("pk")
    )
    return tuple(Section.objects.filter(Exists(facets)))


def news() -> tuple[tuple[str, ...], dt.datetime | None]:
    """Return the entries of what first came out in the last 48 hours, and their newest change.

    One SELECT. Nothing is public before its first publication: both instants bound the scan.
    """
    since = Now() - NEWS_AGE
    rows = list(
        StoredDocument.objects.visible_at(Now())
        .filter(visible_from__gt=since, published_at__gt=since)
        .exclude(news_entry="")
        .order_by("-visible_from", "-article_id")
        .values_list("news_entry", "updated_at")[:NEWS_SIZE]
    )
    return tuple(entry for entry, _ in rows), max((changed for _, changed in rows), default=None)


def _on(rows: QuerySet[Any], number: str, page: int) -> QuerySet[Any]:
    """Narrow rows to the block of record numbers that a page spans."""
    return rows.filter(
        **{f"{number}__gt": (page - 1) * PER_PAGE, f"{number}__lte": page * PER_PAGE}
    )


def _kinds(kind: str) -> tuple[str, ...]:
    return _AS_PERSON if kind == FacetKind.PERSON else (kind,)
