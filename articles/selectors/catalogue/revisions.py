"""The words of a public article as readers read them: now, and before others took their place."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import cast

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Now

from articles.models import Correction, Revision, StoredDocument, StoredRevision, slug_in
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import id_in
from articles.selectors.catalogue.paging import Keyset, Page, Position

_NEWEST: Keyset[Revision] = Keyset(
    columns=("number",), key_of=lambda revision: (revision.number,), descending=True
)


@dataclass(frozen=True, slots=True)
class PublicArticle:
    """A public article, as far as its revisions need it."""

    pk: int
    public_id: uuid.UUID
    path: str
    live_id: int
    published_at: dt.datetime


def public_article(key: str) -> PublicArticle | None:
    """Return the article of that id, or the newest of that slug, while the public may read it."""
    rows = StoredDocument.objects.visible_at(Now())
    if public_id := id_in(key):
        rows = rows.filter(public_id=public_id)
    else:
        rows = rows.alias(slug=slug_in("path")).filter(slug=key)
    row = rows.order_by("-visible_from", "-article_id").values_list(
        "pk", "public_id", "path", "revision_id", "published_at"
    )
    return next((PublicArticle(*one) for one in row[:1]), None)


def revisions_page(
    article: PublicArticle,
    *,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
) -> Page[Revision]:
    """Return the revisions that readers can read, the live one first. One query."""
    rows = _readable(article).defer("body", "text", "parts", "cards")
    return _NEWEST.page(rows, limit=limit, position=position, count=count)


def revision(article: PublicArticle, number: int) -> tuple[Revision, list[Correction]] | None:
    """Return a revision that readers can read, with the corrections that superseded it."""
    found = _readable(article).filter(number=number).first()
    if found is None:
        return None
    corrections = Correction.objects.filter(supersedes=found, published_at__lte=Now())
    return found, list(corrections.order_by("-published_at", "-pk"))


def _readable(article: PublicArticle) -> QuerySet[Revision]:
    """Return the live revision and the kept ones: `since` null is the first, `until` null is live."""
    kept = StoredRevision.objects.filter(document=article.pk)
    same = kept.filter(number=OuterRef("number")).exclude(document__revision__number=F("number"))
    before = kept.filter(number__lt=OuterRef("number")).order_by("-number")
    rows = Revision.objects.filter(article=article.pk).filter(Q(pk=article.live_id) | Exists(same))
    return cast(
        "QuerySet[Revision]",
        rows.annotate(
            until=Subquery(same.values("superseded_at")[:1]),
            since=Subquery(before.values("superseded_at")[:1]),
        ),
    )
