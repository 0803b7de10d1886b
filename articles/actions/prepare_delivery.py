"""Choose what an endpoint hears next, and write it down before it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from articles.actions._webhook_secret import SecretLost, secret_of, signed_headers
from articles.actions.disable_endpoint import disable_endpoint
from articles.documents.change_event import change_event
from articles.models import Delivery, DeliveryState, WebhookEndpoint
from articles.selectors.clock import database_now

__all__ = ["Message", "prepare_delivery"]


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent, and where."""

    url: str
    headers: dict[str, str]
    body: bytes


@transaction.atomic
def prepare_delivery(*, delivery_id: int) -> Message | None:
    """Return the message of a delivery, signed for this moment; None if it may not go out now.

    What it tells of must be public now, else it is withheld. Its bytes are made once and stored:
    a retry sends the same. An endpoint whose secret cannot be made any more is disabled. Raises
    DoesNotExist where the endpoint was removed.
    """
    endpoint = WebhookEndpoint.objects.select_for_update(no_key=True).get(deliveries=delivery_id)
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    now = database_now()
    if delivery.state != DeliveryState.PENDING or not endpoint.may_hear(delivery.kind, now=now):
        return None
    event = change_event(delivery)
    if event is None:
        delivery.state = DeliveryState.WITHHELD
        delivery.last_error = "What it tells of is not public any more."
        delivery.save(update_fields=["state", "last_error"])
        return None
    if not delivery.payload:
        delivery.payload = event
        delivery.save(update_fields=["payload"])
    try:
        secrets = list(_secrets(endpoint, now=now))
    except SecretLost as loss:
        disable_endpoint(endpoint=endpoint, reason=str(loss))
        return None
    body = delivery.payload.encode()
    headers = signed_headers(secrets, message_id=str(delivery.public_id), at=now, body=body)
    return Message(endpoint.url, headers, body)


def _secrets(endpoint: WebhookEndpoint, *, now: dt.datetime) -> Iterator[str]:
    yield secret_of(endpoint.secret_seed, endpoint.secret_check)
    if endpoint.former_until and now < endpoint.former_until:
        yield secret_of(endpoint.former_seed, endpoint.former_check)
