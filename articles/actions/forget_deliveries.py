"""Keep the log of deliveries short."""

from __future__ import annotations

from django.conf import settings
from django.db.models.functions import Now

from articles.models import Delivery, DeliveryState


def forget_deliveries() -> int:
    """Delete what ended and is older than the log is kept; return how many."""
    old = Delivery.objects.filter(created_at__lt=Now() - settings.WEBHOOK_LOG_KEPT)
    deleted, _by_model = old.exclude(state=DeliveryState.PENDING).delete()
    return deleted
