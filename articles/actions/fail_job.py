"""Count a failure: try again later, or set the job aside for a person."""

from __future__ import annotations

import traceback
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from articles.models import ATTEMPT_LIMIT, Job, JobState

_MESSAGE_LENGTH = 500
_TRACEBACK_LINES = 6
_BACK_OFF_FACTOR = 4


def fail_job(*, job_id: UUID, lease: UUID, error: BaseException) -> None:
    """Note why the job failed; it waits for its back-off, after the last attempt for a person.

    Does nothing where `lease` is not the job's any more: who has it now will say how it ends.
    """
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(public_id=job_id, lease_token=lease).first()
        if job is None:
            return
        job.attempts += 1
        job.reason = _reason(error)
        job.lease_token = job.lease_until = None
        if job.attempts >= ATTEMPT_LIMIT:
            job.state = JobState.QUARANTINED
        else:
            job.state = JobState.PENDING
            pause = settings.JOB_BACK_OFF * _BACK_OFF_FACTOR ** (job.attempts - 1)
            job.next_check = Now() + pause
        job.save()


def _reason(error: BaseException) -> str:
    """Return the error on one line, then where it happened; only what PostgreSQL can store."""
    message = " ".join(str(error).split())[:_MESSAGE_LENGTH]
    *where, _error = "".join(traceback.format_exception(error)).splitlines()
    lines = [f"{type(error).__name__}: {message}".rstrip(": "), *where[-_TRACEBACK_LINES:]]
    text = "\n".join(lines).replace("\0", "\\x00")
    return text.encode(errors="backslashreplace").decode()
