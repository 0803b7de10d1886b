"""Who is told of changes, and whether they heard."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from articles.models.change import Change
from articles.models.choices import DeliveryState, EndpointState
from articles.models.identity import PublicModel

TEST_EVENT = "test"
"""The kind of a delivery that tells of no change: somebody tries the way."""


class EndpointQuerySet(models.QuerySet["WebhookEndpoint"]):
    """Questions about addresses, answered by the database's clock."""

    def reachable(self) -> Self:
        """Return those that may be called now: neither paused, disabled nor at rest."""
        awake = Q(resting_until__isnull=True) | Q(resting_until__lte=Now())
        return self.filter(awake, paused_at__isnull=True, disabled_at__isnull=True)


class WebhookEndpoint(PublicModel):
    """An address that is told of changes (Standard Webhooks 1.0).

    The secrets that sign are not stored: they are made of a seed and the SECRET_KEY
    (docs/decisions/0012). `failures` counts tries that failed in a row; after one the address
    rests for a while, so that one that hangs costs little.
    """

    name = models.CharField(max_length=100, help_text="Who listens there.")
    url = models.CharField("address", max_length=1000, help_text="Where to: https only.")
    kinds = ArrayField(
        models.CharField(max_length=10),
        default=list,
        blank=True,
        help_text="The kinds of change that are told. None: all.",
    )
    secret_seed = models.CharField(max_length=64, editable=False)
    secret_check = models.CharField(max_length=32, editable=False)
    former_seed = models.CharField(max_length=64, blank=True, editable=False)
    former_check = models.CharField(max_length=32, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, blank=True, editable=False)
    paused_at = models.DateTimeField(null=True, blank=True, editable=False)
    disabled_at = models.DateTimeField(null=True, blank=True, editable=False)
    disabled_reason = models.CharField(max_length=300, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    resting_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EndpointQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="endpoint_disabled_says_why",
                condition=Q(disabled_at__isnull=True) | ~Q(disabled_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> EndpointState:
        """Where the endpoint stands."""
        if self.disabled_at:
            return EndpointState.DISABLED
        if self.paused_at:
            return EndpointState.PAUSED
        return EndpointState.FAILING if self.failures else EndpointState.ACTIVE


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions about messages, answered by the database's clock."""

    def pending(self) -> Self:
        """Return those that are neither delivered nor given up."""
        return self.filter(state=DeliveryState.PENDING)

    def due(self) -> Self:
        """Return those whose hour has come, and whose article has no earlier one on its way."""
        earlier = Delivery.objects.pending().filter(
            endpoint=OuterRef("endpoint"),
            article=OuterRef("article"),
            sequence__lt=OuterRef("sequence"),
        )
        return self.pending().filter(~Exists(earlier), next_attempt_at__lte=Now())


class Delivery(PublicModel):
    """One change to one endpoint, with what came of it. Its public id is the webhook-id.

    `payload` is written before the first attempt and never changes: each attempt sends the same
    bytes. `first_attempt_at` is since when it is tried; three days later it is given up.
    """

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", db_index=False
    )
    change = models.ForeignKey(
        Change, on_delete=models.CASCADE, null=True, blank=True, related_name="deliveries"
    )
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    sequence = models.BigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10)
    state = models.CharField(
        max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING
    )
    payload = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    first_attempt_at = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField(db_default=Now())
    last_status = models.PositiveSmallIntegerField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    log = models.JSONField(default=list, help_text="The last attempts: at, status, error, ms.")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(name="delivery_once", fields=["endpoint", "change"]),
        ]
        indexes = [
            # What an endpoint waits for, by the hour.
            models.Index(
                fields=["endpoint", "next_attempt_at"],
                name="delivery_due",
                condition=Q(state=DeliveryState.PENDING),
            ),
            # Whether an earlier event of the same article is still on its way.
            models.Index(
                fields=["endpoint", "article", "sequence"],
                name="delivery_order",
                condition=Q(state=DeliveryState.PENDING),
            ),
            # The log of one endpoint, newest first.
            models.Index(fields=["endpoint", "-id"], name="delivery_log"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
