"""Let work wait as a row."""

from __future__ import annotations

from articles.models import Article, Job, JobKind, JobState, User


def queue_job(
    *, kind: JobKind, article: Article | None = None, content_hash: str = "", by: User | None = None
) -> Job:
    """Insert a job, or return the one that already waits for the same work.

    Call it in the transaction of the change that causes the work.
    """
    job, _created = Job.objects.get_or_create(
        kind=kind,
        article=article,
        content_hash=content_hash,
        state__in=[JobState.PENDING, JobState.RUNNING],
        defaults={"state": JobState.PENDING, "requested_by": by},
    )
    return job
