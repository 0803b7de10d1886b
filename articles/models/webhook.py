"""Who is told of changes, and whether they heard."""

from __future__ import annotations

import datetime as dt
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

    def with_ripe_deliveries(self) -> Self:
        """Return those that may be called now and have something to hear; for a test all may."""
        ripe = Delivery.objects.ripe().filter(endpoint=OuterRef("pk"))
        awake = Q(resting_until__isnull=True) | Q(resting_until__lte=Now())
        is_open = awake & Q(paused_at__isnull=True, disabled_at__isnull=True)
        return self.filter((is_open & Exists(ripe)) | Exists(ripe.filter(kind=TEST_EVENT)))


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

    def may_hear(self, kind: str, *, now: dt.datetime) -> bool:
        """Return whether a message of this kind may be sent now: a test always."""
        is_at_rest = self.resting_until is not None and now < self.resting_until
        return kind == TEST_EVENT or not (self.paused_at or self.disabled_at or is_at_rest)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions about messages, answered by the database's clock."""

    def pending(self) -> Self:
        """Return those that are neither delivered nor given up."""
        return self.filter(state=DeliveryState.PENDING)

    def ripe(self) -> Self:
        """Return the pending ones whose hour has come, in whatever order they may go."""
        return self.pending().filter(next_attempt_at__lte=Now())

    def due(self) -> Self:
        """Return the ripe ones of the queryset that no earlier one of their article holds up."""
        heads = self.pending().order_by("endpoint_id", "article_id", "sequence")
        return self.ripe().filter(pk__in=heads.distinct("endpoint_id", "article_id").values("pk"))


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
            # What is old enough to be forgotten.
            models.Index(fields=["created_at"], name="delivery_age"),
            # The log of one endpoint, newest first.
            models.Index(fields=["endpoint", "-id"], name="delivery_log"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
