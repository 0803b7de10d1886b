"""Let work wait as a row."""

from __future__ import annotations

import datetime as dt

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

    `due_at` is when it may begin, at once if it is None; a waiting job moves to the new hour.
    Call it in the transaction of the change that causes the work.
    """
    when = {} if due_at is None else {"next_check": due_at}
    job, created = Job.objects.get_or_create(
        kind=kind,
        article=article,
        content_hash=content_hash,
        state__in=[JobState.PENDING, JobState.RUNNING],
        defaults={"state": JobState.PENDING, "requested_by": by, **when},
    )
    if when and not created:
        Job.objects.filter(pk=job.pk, state=JobState.PENDING).update(**when)
    return job
