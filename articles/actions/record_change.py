"""Tell those who keep a copy."""

from __future__ import annotations

import datetime as dt

from django.db import connection
from django.db.models import Max

from articles.actions.queue_deliveries import queue_deliveries
from articles.models import Article, Change, ChangeKind

CHANGE_LOCK = 0x6E657773  # "news": held until commit, so that sequence is commit order


def record_change(
    *, article: Article, kind: ChangeKind, since: dt.datetime | None = None
) -> Change:
    """Append a change row. Call it last in the publishing transaction: it queues publishers.

    The lock is held until the transaction is seen by all, so whoever sees a sequence sees every
    smaller one. `since` is from when on it holds, where the article does not say so itself; it
    never lies ahead: what is scheduled is told of at its hour.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHANGE_LOCK])
    since = since or article.withdrawn_at or article.visible_from
    if since is None:
        raise ValueError("An article that was never public has no changes to tell of.")
    last = Change.objects.aggregate(last=Max("sequence"))["last"] or 0
    change = Change.objects.create(
        sequence=last + 1,
        article=article,
        kind=kind,
        document_version=article.document_version,
        visible_from=since,
    )
    queue_deliveries(changes=[change])
    return change
