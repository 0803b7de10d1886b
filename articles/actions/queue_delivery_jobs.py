"""Find the endpoints that somebody should call now."""

from __future__ import annotations

from articles.models import Job, JobKind, JobState, WebhookEndpoint

_OPEN = [JobState.PENDING, JobState.RUNNING, JobState.QUARANTINED]


def queue_delivery_jobs() -> int:
    """Insert a job for each endpoint that has something to hear and no job yet; return how many.

    The relay calls it on every round; where nothing waits it costs one query. One endpoint has
    one job at a time, so that a slow one holds one worker at most; one that was set aside waits
    for a person.
    """
    ripe = {one.public_id.hex: one for one in WebhookEndpoint.objects.with_ripe_deliveries()}
    if not ripe:
        return 0
    jobs = Job.objects.filter(kind=JobKind.DELIVER, state__in=_OPEN, content_hash__in=[*ripe])
    for name in jobs.values_list("content_hash", flat=True):
        del ripe[name]
    due = [name for name, endpoint in sorted(ripe.items()) if endpoint.deliveries.due().exists()]
    Job.objects.bulk_create(
        [Job(kind=JobKind.DELIVER, content_hash=name) for name in due], ignore_conflicts=True
    )
    return len(due)
