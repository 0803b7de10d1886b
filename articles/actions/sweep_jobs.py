"""Take back the jobs whose worker was killed, hung or lost the database."""

from __future__ import annotations

from django.db.models import Case, F, Q, TextField, Value, When
from django.db.models.functions import Now

from articles.models import INTERRUPTION_LIMIT, Job, JobState

_REASON = (
    f"Interrupted {INTERRUPTION_LIMIT + 1} times: its worker was killed, hung or lost the"
    " database each time before the job was done."
)


def sweep_jobs() -> int:
    """Let abandoned jobs wait again, set aside those interrupted too often; return how many.

    Their old leases are void from here on. The database's clock decides.
    """
    too_often = Q(interruptions__gte=INTERRUPTION_LIMIT)
    return Job.objects.abandoned().update(
        state=Case(
            When(too_often, then=Value(JobState.QUARANTINED)), default=Value(JobState.PENDING)
        ),
        reason=Case(
            When(too_often, then=Value(_REASON, output_field=TextField())), default=F("reason")
        ),
        interruptions=F("interruptions") + 1,
        lease_token=None,
        lease_until=None,
        next_check=Now(),
    )
