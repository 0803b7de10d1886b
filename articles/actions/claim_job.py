"""Take a job: the one door to running it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models.functions import Now

from articles.models import Job, JobKind, JobState


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that is this worker's until its lease runs out, and the token that proves it."""

    job_id: UUID
    kind: JobKind
    lease: UUID


def claim_job(*, job_id: UUID) -> Claim | None:
    """Return the claim, or None where the job is unknown, done, taken or waits for its back-off.

    One UPDATE by the database's clock decides, so that of many callers one gets the job.
    """
    lease = uuid.uuid4()
    taken = (
        Job.objects.waiting()
        .filter(public_id=job_id)
        .update(
            state=JobState.RUNNING,
            lease_token=lease,
            lease_until=Now() + settings.JOB_LEASE,
            started_at=Now(),
        )
    )
    if not taken:
        return None
    kind = Job.objects.values_list("kind", flat=True).get(public_id=job_id)
    return Claim(job_id=job_id, kind=JobKind(kind), lease=lease)
