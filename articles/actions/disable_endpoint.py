"""Stop calling an endpoint that does not listen, and say so to people."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.queue_job import queue_job
from articles.actions.record_act import record_act
from articles.models import JobKind, WebhookEndpoint


@transaction.atomic
def disable_endpoint(*, endpoint: WebhookEndpoint, reason: str) -> None:
    """Disable it until an administrator resumes it; the house acts, nobody asked.

    What waits keeps waiting, what happens from now on is not told. The administrators get a mail
    by job. One that is disabled stays as it is. Call it with the row locked.
    """
    disabled = WebhookEndpoint.objects.filter(pk=endpoint.pk, disabled_at__isnull=True).update(
        disabled_at=Now(), disabled_reason=reason
    )
    if disabled:
        record_act(by=None, verb="disable", subject=endpoint, reason=reason)
        queue_job(kind=JobKind.NOTIFY, content_hash=endpoint.public_id.hex)
