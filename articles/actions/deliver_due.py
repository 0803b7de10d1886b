"""Tell one endpoint what waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID

from django.db import transaction

from articles.actions.finish_job import finish_job
from articles.actions.prepare_delivery import prepare_delivery
from articles.actions.renew_lease import renew_lease
from articles.actions.settle_delivery import settle_delivery
from articles.gateways import webhooks
from articles.models import TEST_EVENT, Job, JobKind, JobState, WebhookEndpoint
from articles.selectors.clock import database_now

_BATCH = 50
LONGEST_RUN = 20.0  # seconds; then others have their turn, and the relay asks for another job


def deliver_due(*, job_id: UUID, lease: UUID) -> None:
    """Do what a DELIVER job asks for: send what is due, one after the other, and log the answers.

    Nothing is sent inside a transaction. A worker that dies on the way leaves a delivery that is
    sent again: the same id, the same bytes. Of an endpoint that was removed nothing is left to
    do. Raises LeaseLost.
    """
    name = Job.objects.values_list("content_hash", flat=True).get(public_id=job_id)
    with suppress(WebhookEndpoint.DoesNotExist):
        _deliver(WebhookEndpoint.objects.get(public_id=UUID(name)), job_id=job_id, lease=lease)
    with transaction.atomic():
        done = Job.objects.filter(kind=JobKind.DELIVER, content_hash=name, state=JobState.DONE)
        done.delete()
        finish_job(job_id=job_id, lease=lease)


def _deliver(endpoint: WebhookEndpoint, *, job_id: UUID, lease: UUID) -> None:
    end = time.monotonic() + LONGEST_RUN
    for delivery_id in _due(endpoint):
        renew_lease(job_id=job_id, lease=lease)
        message = prepare_delivery(delivery_id=delivery_id)
        if message is not None:
            answer = webhooks.post(message.url, body=message.body, headers=message.headers)
            settle_delivery(delivery_id=delivery_id, answer=answer, job_id=job_id, lease=lease)
        if time.monotonic() > end:
            break


def _due(endpoint: WebhookEndpoint) -> Iterator[int]:
    """Yield what may go out, a batch at a time, until nothing is left or the endpoint rests."""
    while True:
        endpoint.refresh_from_db()
        rows = endpoint.deliveries.due().order_by("next_attempt_at", "pk")
        if not endpoint.may_hear("", now=database_now()):
            rows = rows.filter(kind=TEST_EVENT)
        batch = list(rows.values_list("pk", flat=True)[:_BATCH])
        if not batch:
            return
        yield from batch
