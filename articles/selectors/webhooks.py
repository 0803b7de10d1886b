"""How the endpoints of webhooks do, for those who look after them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from articles.models import Delivery, DeliveryState, WebhookEndpoint

_SHOWN = 25


@dataclass(frozen=True, slots=True)
class EndpointOverview:
    """An endpoint at a glance: how many deliveries stand where, and the newest of them."""

    waiting: int
    delivered: int
    given_up: int
    waiting_since: dt.datetime | None
    deliveries: list[Delivery]


def endpoint_overview(endpoint: WebhookEndpoint) -> EndpointOverview:
    """Return how the endpoint does, as far as the log is kept. Costs two queries."""
    waiting = Q(state=DeliveryState.PENDING)
    counted = endpoint.deliveries.aggregate(
        waiting=Count("pk", filter=waiting),
        delivered=Count("pk", filter=Q(state=DeliveryState.DELIVERED)),
        given_up=Count("pk", filter=Q(state=DeliveryState.FAILED)),
        waiting_since=Min("created_at", filter=waiting),
    )
    newest = endpoint.deliveries.select_related("article__live_revision").order_by("-pk")
    return EndpointOverview(**counted, deliveries=list(newest[:_SHOWN]))


def troubled_endpoints() -> int:
    """Return how many endpoints fail or were disabled: the desk says so on its first page."""
    return WebhookEndpoint.objects.filter(
        Q(disabled_at__isnull=False) | Q(failures__gt=0, paused_at__isnull=True)
    ).count()
