"""Tell those who keep a copy."""

from __future__ import annotations

import datetime as dt

from articles.actions.record_changes import record_changes
from articles.models import Article, Change, ChangeKind


def record_change(
    *, article: Article, kind: ChangeKind, since: dt.datetime | None = None
) -> Change:
    """Append a change row. Call it last in the publishing transaction: it queues publishers.

    `since` is from when on it holds, where the article does not say so itself; it never lies
    ahead: what is scheduled is told of at its hour.
    """
    [change] = record_changes(changes=[(article, kind)], since=since)
    return change
