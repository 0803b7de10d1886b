"""What feeds are made of: entries that publishing wrote, newest first, by the database's clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import F, QuerySet
from django.db.models.functions import Now

from articles.models import Facet, FacetKind, StoredDocument

FEED_SIZE = 30

FeedForm = Literal["feed_entry", "rss_item", "json_feed_item"]
"""The column of a stored document that a feed joins."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, newest first, and the newest change among them (None for an empty feed)."""

    entries: tuple[str, ...]
    updated_at: dt.datetime | None


def site_feed(form: FeedForm) -> Feed:
    """Return the newest entries of the whole site. One SELECT."""
    documents = StoredDocument.objects.visible_at(Now())
    return _feed(_newest(documents, entry=F(form), updated=F("updated_at")))


def feed_of(kind: FacetKind | str, target_id: int, form: FeedForm) -> Feed:
    """Return the newest entries of a section or of anybody or anything. One SELECT.

    A person's feed holds what they wrote, too, each article once.
    """
    kinds = [FacetKind.PERSON, FacetKind.AUTHOR] if kind == FacetKind.PERSON else [kind]
    parts = [
        _newest(
            Facet.objects.visible_at(Now()).filter(kind=one, target_id=target_id),
            entry=F(f"article__document__{form}"),
            updated=F("article__document__updated_at"),
        )
        for one in kinds
    ]
    rows = {row["article_id"]: row for row in parts[0].union(*parts[1:], all=True)}
    ordered = sorted(
        rows.values(), key=lambda row: (row["visible_from"], row["article_id"]), reverse=True
    )
    return _feed(ordered[:FEED_SIZE])


def _newest(rows: QuerySet[Any], **columns: F) -> QuerySet[Any]:
    """Return the newest rows in the form that one range scan answers."""
    return rows.order_by("-visible_from", "-article_id").values(
        "visible_from", "article_id", **columns
    )[:FEED_SIZE]


def _feed(rows: QuerySet[Any] | Sequence[dict[str, Any]]) -> Feed:
    """Join what is there: a document of an older renderer may lack a form until its job ran."""
    found = [(row["entry"], row["updated"]) for row in rows if row["entry"]]
    return Feed(
        entries=tuple(entry for entry, _ in found),
        updated_at=max((updated for _, updated in found), default=None),
    )
