"""What stands at an address: a document, a pointer to a new address, a note, or nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F
from django.db.models.functions import Extract, Now

from articles.models import Article, Redirect, Status, StoredDocument
from articles.selectors.site.freshness import MAX_AGE
from articles.selectors.site.navigation import NavigationItem, navigation_query, to_items

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """A stored document as a page needs it, with the site's sections from the same statement."""

    article_id: int
    head: str
    page: str
    etag: str
    fresh_for: int
    navigation: tuple[NavigationItem, ...]


@dataclass(frozen=True, slots=True)
class PublicRevision:
    """A superseded revision of a public article, with what its page needs from the same statement."""

    headline: str
    page: str
    fresh_for: int
    navigation: tuple[NavigationItem, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What readers find in place of an article that was withdrawn with a public note."""

    note: str
    withdrawn_at: dt.datetime


def document_at(path: str) -> PublicDocument | None:
    """Return the public document at `path`, by the database's clock. One SELECT."""
    row = (
        StoredDocument.objects.visible_at(Now())
        .filter(path=path)
        .annotate(
            closes_in=Extract(F("visible_until") - Now(), "epoch"), sections=navigation_query()
        )
        .values("article_id", "head", "page", "etag", "closes_in", "sections")
        .first()
    )
    return _public(row) if row else None


def revision_at(path: str, number: int) -> PublicRevision | None:
    """Return a superseded revision of the public article at `path`, if it was public. One SELECT."""
    row = (
        StoredDocument.objects.visible_at(Now())
        .filter(path=path, superseded__number=number)
        .annotate(
            closes_in=Extract(F("visible_until") - Now(), "epoch"), sections=navigation_query()
        )
        .values("superseded__headline", "superseded__page", "closes_in", "sections")
        .first()
    )
    if row is None:
        return None
    return PublicRevision(
        headline=row["superseded__headline"],
        page=row["superseded__page"],
        fresh_for=_fresh_for(row["closes_in"]),
        navigation=to_items(row["sections"]),
    )


def redirect_for(path: str) -> str | None:
    """Return where the article that once lived at `path` can be read now, if it can be."""
    documents = StoredDocument.objects.visible_at(Now())
    return (
        documents.filter(article__in=Redirect.objects.filter(path=path).values("article"))
        .values_list("path", flat=True)
        .first()
    )


def tombstone_at(path: str) -> Tombstone | None:
    """Return the public note on the article that stood at `path`, if it was withdrawn with one.

    Withdrawing keeps the address. What was withdrawn before its hour came was never public: nothing
    stands in its place.
    """
    withdrawn = Article.objects.filter(
        redirects__path=path, status=Status.WITHDRAWN, first_published_at__lt=F("withdrawn_at")
    ).exclude(withdrawal_note="")
    article = withdrawn.first()
    if article is None or article.withdrawn_at is None:
        return None
    return Tombstone(article.withdrawal_note, article.withdrawn_at)


def _public(row: Mapping[str, object]) -> PublicDocument:
    return PublicDocument(
        article_id=int(str(row["article_id"])),
        head=str(row["head"]),
        page=str(row["page"]),
        etag=str(row["etag"]),
        fresh_for=_fresh_for(row["closes_in"]),
        navigation=to_items(row["sections"]),
    )


def _fresh_for(closes_in: object) -> int:
    """Return for how many seconds a cache may keep what ends after that many, if it ends."""
    return MAX_AGE if closes_in is None else min(MAX_AGE, int(str(closes_in).partition(".")[0]))
