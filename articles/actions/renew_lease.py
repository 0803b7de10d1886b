"""Keep a long job a while longer."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db.models.functions import Now

from articles.actions.finish_job import LeaseLost
from articles.models import Job


def renew_lease(*, job_id: UUID, lease: UUID) -> None:
    """Start the lease anew, from now by the database's clock. Raises LeaseLost if it is gone."""
    renewed = Job.objects.filter(public_id=job_id, lease_token=lease).update(
        lease_until=Now() + settings.JOB_LEASE
    )
    if not renewed:
        raise LeaseLost(job_id)
