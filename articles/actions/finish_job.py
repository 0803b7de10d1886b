"""Complete a job, in the transaction that writes its effect."""

from __future__ import annotations

from uuid import UUID

from django.db.models.functions import Now

from articles.models import Job, JobState

__all__ = ["LeaseLost", "finish_job"]


class LeaseLost(Exception):
    """The job was given to another worker: whatever this one would write must be rolled back."""


def finish_job(*, job_id: UUID, lease: UUID) -> None:
    """Mark the job as done. Call it inside the transaction of the effect.

    Raises LeaseLost where `lease` is not the job's any more, which undoes the effect: of several
    runs of one job, one is seen.
    """
    finished = Job.objects.filter(public_id=job_id, lease_token=lease).update(
        state=JobState.DONE,
        lease_token=None,
        lease_until=None,
        finished_at=Now(),
        reason="",
    )
    if not finished:
        raise LeaseLost(job_id)
