"""What happened to public articles, for those who follow."""

from __future__ import annotations

from typing import TypedDict

from django.db.models import F, Q
from django.db.models.functions import Now

from articles.models import Article, Change, ChangeKind, Status

BATCH = 200


class PublicChange(TypedDict):
    """One change as programs see it."""

    sequence: int
    kind: str
    id: str
    version: int
    at: str


def changes_after(sequence: int, *, limit: int = BATCH) -> list[PublicChange]:
    """Return the next changes after `sequence`, in commit order.

    An article that is hidden now has no history: only live ones, and those that were withdrawn
    with a public note, appear.
    """
    known = Article.objects.live_at(Now()) | Article.objects.filter(
        Q(status=Status.WITHDRAWN) & ~Q(withdrawal_note="")
    )
    rows = (
        Change.objects.filter(sequence__gt=sequence, article__in=known)
        .order_by("sequence")
        .annotate(public_id=F("article__public_id"))[:limit]
    )
    return [
        PublicChange(
            sequence=row.sequence,
            kind=ChangeKind(row.kind).value,
            id=str(row.public_id),
            version=row.document_version,
            at=row.created_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        for row in rows
    ]


def last_sequence() -> int:
    """Return the newest sequence, 0 where nothing happened yet. Costs one query."""
    return Change.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
