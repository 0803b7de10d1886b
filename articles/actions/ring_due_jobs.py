"""Ring the workers for what is due. The only place that talks to the broker."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from articles.gateways import broker
from articles.models import Job, JobState

BATCH = 200


def ring_due_jobs() -> int:
    """Ring for the jobs that are due, oldest first, a batch at most; return for how many.

    A bell lost with the broker is rung again later, but never more than the workers can answer:
    where many bells already hang in the queue, none is added. Raises BrokerUnavailable; the jobs
    stay due.
    """
    if not Job.objects.due().exists() or broker.queue_length() >= 2 * BATCH:
        return 0
    job_ids = _take_due()
    try:
        broker.ring(job_ids)
    except broker.BrokerUnavailable:
        _give_back(job_ids)
        raise
    return len(job_ids)


def _take_due() -> list[UUID]:
    """Mark a batch as rung. Several relays may do so at once: each row is taken by one."""
    with transaction.atomic():
        due = Job.objects.due().order_by("next_check").select_for_update(skip_locked=True)
        job_ids = list(due.values_list("public_id", flat=True)[:BATCH])
        Job.objects.filter(public_id__in=job_ids).update(
            lease_until=Now() + settings.JOB_RING_AGAIN
        )
    return job_ids


def _give_back(job_ids: list[UUID]) -> None:
    Job.objects.filter(public_id__in=job_ids, state=JobState.PENDING).update(lease_until=None)
