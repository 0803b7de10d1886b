"""Send a job that was set aside back to work."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.actions.record_act import record_act
from articles.models import Job, JobState, User
from articles.policies import can_retry_jobs, require

__all__ = ["NothingToRetry", "retry_job"]


class NothingToRetry(Exception):
    """The job is not set aside, or the same work already waits in another job."""


def retry_job(*, job_id: UUID, by: User) -> Job:
    """Let a quarantined job start afresh, with all its attempts.

    Raises NotAllowed, NothingToRetry, and Job.DoesNotExist where there is no such job.
    """
    require(can_retry_jobs(by), "retry")
    try:
        with transaction.atomic():
            return _retry(Job.objects.select_for_update().get(public_id=job_id), by)
    except IntegrityError as error:
        message = "The same work already waits in another job."
        raise NothingToRetry(message) from error


def _retry(job: Job, by: User) -> Job:
    if job.state != JobState.QUARANTINED:
        message = "Only a job that was set aside can be tried again."
        raise NothingToRetry(message)
    record_act(by=by, verb="retry", subject=job, reason=job.reason.partition("\n")[0])
    job.state = JobState.PENDING
    job.attempts = job.interruptions = 0
    job.reason = ""
    job.next_check = timezone.now()
    job.save()
    return job
