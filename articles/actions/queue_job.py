"""Let work wait as a row."""

from __future__ import annotations

import datetime as dt

from django.db.models.functions import Now

from articles.models import Article, Job, JobKind, JobState, User


def queue_job(
    *,
    kind: JobKind,
    article: Article | None = None,
    content_hash: str = "",
    by: User | None = None,
    due_at: dt.datetime | None = None,
) -> Job:
    """Insert a job, or return the one that already waits for the same work.

    A running one may have read what this change replaces: its worker loses the lease, and with it
    the effect, and the job waits again. `due_at` is when it may begin, at once if it is None; a
    waiting job moves to the new hour. Call it in the transaction of the change that causes the
    work.
    """
    same = Job.objects.filter(kind=kind, article=article, content_hash=content_hash)
    same.filter(state=JobState.RUNNING).update(
        state=JobState.PENDING, lease_token=None, lease_until=None, next_check=Now()
    )
    when = {} if due_at is None else {"next_check": due_at}
    job, created = same.get_or_create(
        kind=kind,
        article=article,
        content_hash=content_hash,
        state=JobState.PENDING,
        defaults={"requested_by": by, **when},
    )
    if when and not created:
        same.filter(state=JobState.PENDING).update(**when)
    return job
