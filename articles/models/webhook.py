"""Who is told of changes, and whether they heard."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.change import Change
from articles.models.choices import DeliveryState
from articles.models.identity import PublicModel


class WebhookEndpoint(PublicModel):
    """An address that is told of changes (Standard Webhooks)."""

    url = models.URLField(max_length=1000)
    secret = models.CharField(max_length=100)
    kinds = models.JSONField(default=list, help_text="Kinds of change. Empty: all.")
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_reason = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.url


class Delivery(PublicModel):
    """One change to one endpoint, with what came of it."""

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(
        max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(name="delivery_once", fields=["endpoint", "change"]),
        ]
        indexes = [
            # Deliveries whose hour has come.
            models.Index(
                fields=["next_attempt_at"],
                name="delivery_due",
                condition=Q(state=DeliveryState.PENDING),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state}"
