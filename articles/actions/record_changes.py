"""Tell those who keep copies of many articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import connection
from django.db.models import Max

from articles.actions.queue_deliveries import queue_deliveries
from articles.models import Article, Change, ChangeKind

CHANGE_LOCK = 0x6E657773  # "news": held until commit, so that sequence is commit order


def record_changes(
    *, changes: Sequence[tuple[Article, ChangeKind]], since: dt.datetime | None = None
) -> list[Change]:
    """Append a change row for each, in this order, as `record_change` does for one.

    The lock is held until the transaction is seen by all, so whoever sees a sequence sees every
    smaller one.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHANGE_LOCK])
    last = Change.objects.aggregate(last=Max("sequence"))["last"] or 0
    rows = Change.objects.bulk_create(
        Change(
            sequence=sequence,
            article=article,
            kind=kind,
            document_version=article.document_version,
            visible_from=since or _begin(article),
        )
        for sequence, (article, kind) in enumerate(changes, last + 1)
    )
    queue_deliveries(changes=rows)
    return rows


def _begin(article: Article) -> dt.datetime:
    begin = article.withdrawn_at or article.visible_from
    if begin is None:
        raise ValueError("An article that was never public has no changes to tell of.")
    return begin
