"""Write down what came of a try, and decide what follows."""

from __future__ import annotations

import datetime as dt
import random
from uuid import UUID

from django.conf import settings
from django.db import transaction

from articles.actions.disable_endpoint import disable_endpoint
from articles.actions.renew_lease import renew_lease
from articles.gateways.webhooks import Answer
from articles.models import TEST_EVENT, Delivery, DeliveryState, WebhookEndpoint
from articles.selectors.clock import database_now

_LOG_LENGTH = 20
_SHORTEST_REST = dt.timedelta(seconds=2)
_JITTER = 0.2
_WAS_AWAY = 3  # failures in a row after which a success means that the endpoint is back


@transaction.atomic
def settle_delivery(*, delivery_id: int, answer: Answer, job_id: UUID, lease: UUID) -> None:
    """Store the answer with its delivery and what it means for the endpoint.

    A failure lets the delivery wait for its pause, for three days from its first try; the
    endpoint rests meanwhile. 410 disables the endpoint at once, three days or a long run of
    failures do so, too. Raises LeaseLost where `lease` is not the job's any more: whoever has it
    now sends the same bytes again. Raises DoesNotExist where the endpoint was removed meanwhile.
    """
    renew_lease(job_id=job_id, lease=lease)
    endpoint = WebhookEndpoint.objects.select_for_update(no_key=True).get(deliveries=delivery_id)
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    now = database_now()
    _note(delivery, answer, now)
    if answer.is_accepted:
        delivery.state, delivery.delivered_at = DeliveryState.DELIVERED, now
    elif delivery.kind == TEST_EVENT:
        delivery.state = DeliveryState.FAILED
    elif not answer.is_gone:
        _put_off(delivery, now)
    delivery.save()
    if answer.is_accepted:
        _praise(endpoint, now)
    elif delivery.kind != TEST_EVENT:
        _blame(endpoint, answer, now)


def _note(delivery: Delivery, answer: Answer, now: dt.datetime) -> None:
    delivery.attempts += 1
    delivery.first_attempt_at = delivery.first_attempt_at or now
    delivery.last_status = answer.status
    delivery.last_error = answer.error
    entry = {"at": now.isoformat(), "status": answer.status, "ms": answer.milliseconds}
    delivery.log = [*delivery.log, entry | {"error": answer.error}][-_LOG_LENGTH:]


def _put_off(delivery: Delivery, now: dt.datetime) -> None:
    pauses = settings.WEBHOOK_BACK_OFF
    end = (delivery.first_attempt_at or now) + settings.WEBHOOK_GIVE_UP_AFTER
    if now >= end:
        delivery.state = DeliveryState.FAILED
        return
    pause = pauses[min(delivery.attempts, len(pauses)) - 1]
    delivery.next_attempt_at = min(now + _jittered(pause), end)


def _praise(endpoint: WebhookEndpoint, now: dt.datetime) -> None:
    """Forget the failures of an endpoint that listens; after a run of them what waits goes out."""
    if not endpoint.failures:
        return
    if endpoint.failures >= _WAS_AWAY:
        endpoint.deliveries.pending().filter(next_attempt_at__gt=now).update(next_attempt_at=now)
    endpoint.failures = 0
    endpoint.failing_since = endpoint.resting_until = None
    endpoint.save(update_fields=["failures", "failing_since", "resting_until"])


def _blame(endpoint: WebhookEndpoint, answer: Answer, now: dt.datetime) -> None:
    endpoint.failures += 1
    endpoint.failing_since = endpoint.failing_since or now
    doubled = _SHORTEST_REST * 2 ** min(endpoint.failures - 1, 20)
    endpoint.resting_until = now + _jittered(min(doubled, settings.WEBHOOK_LONGEST_REST))
    endpoint.save(update_fields=["failures", "failing_since", "resting_until"])
    reason = _reason_to_disable(endpoint, answer, now)
    if reason:
        disable_endpoint(endpoint=endpoint, reason=reason)


def _reason_to_disable(endpoint: WebhookEndpoint, answer: Answer, now: dt.datetime) -> str:
    if answer.is_gone:
        return "It answered 410 Gone: it wants no more messages."
    since = endpoint.failing_since or now
    if now - since >= settings.WEBHOOK_GIVE_UP_AFTER:
        return f"Every message failed since {since:%Y-%m-%d %H:%M} UTC."
    if endpoint.failures >= settings.WEBHOOK_FAILURE_LIMIT:
        return f"{endpoint.failures} messages failed in a row."
    return ""


def _jittered(pause: dt.timedelta) -> dt.timedelta:
    """Return `pause`, a little longer or shorter: what failed together does not return together."""
    return pause * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311
