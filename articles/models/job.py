"""Work that waits, as a row."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from articles.models.choices import JobKind, JobState
from articles.models.identity import PublicModel

ATTEMPT_LIMIT = 3
INTERRUPTION_LIMIT = 5


class JobQuerySet(models.QuerySet["Job"]):
    """Questions to the queue, answered by the database's clock."""

    def waiting(self) -> Self:
        """Return the jobs that a worker may take: pending, and past their back-off."""
        return self.filter(state=JobState.PENDING, next_check__lte=Now())

    def due(self) -> Self:
        """Return the waiting jobs whose bell should ring: those not rung for lately."""
        return self.waiting().filter(Q(lease_until__isnull=True) | Q(lease_until__lt=Now()))

    def under_way(self) -> Self:
        """Return the jobs that are neither done nor set aside."""
        return self.filter(state__in=[JobState.PENDING, JobState.RUNNING])

    def abandoned(self) -> Self:
        """Return the running jobs whose worker let the lease run out: it died, or lost us."""
        return self.filter(state=JobState.RUNNING, lease_until__lt=Now())


class Job(PublicModel):
    """One piece of work, written in the transaction that causes it. The broker is its doorbell.

    Exceptions count in `attempts`; leases that ran out count in `interruptions`, so that a
    killed worker does not quarantine an innocent job. `next_check` is since when the job is due.
    `lease_until` is until when it is left alone: a pending job because its bell was rung, a
    running one because the worker that holds `lease_token` has it.
    """

    kind = models.CharField(max_length=20, choices=JobKind.choices)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, null=True, blank=True, related_name="jobs"
    )
    content_hash = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=12, choices=JobState.choices, default=JobState.PENDING)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    interruptions = models.PositiveSmallIntegerField(default=0)
    next_check = models.DateTimeField(db_default=Now())
    reason = models.TextField(blank=True, help_text="Why it failed, when it did.")
    requested_by = models.ForeignKey(
        "articles.User", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="job_once_while_open",
                fields=["kind", "article", "content_hash"],
                condition=Q(state__in=[JobState.PENDING, JobState.RUNNING]),
            ),
            # It has no article, and so the constraint above does not see it.
            models.UniqueConstraint(
                name="job_deliver_once_while_open",
                fields=["content_hash"],
                condition=Q(kind=JobKind.DELIVER, state__in=[JobState.PENDING, JobState.RUNNING]),
            ),
            models.CheckConstraint(
                name="job_running_has_lease",
                condition=~Q(state=JobState.RUNNING)
                | Q(lease_token__isnull=False, lease_until__isnull=False),
            ),
            models.CheckConstraint(
                name="job_quarantined_says_why",
                condition=~Q(state=JobState.QUARANTINED) | ~Q(reason=""),
            ),
        ]
        indexes = [
            # The relay's sweep: what is due, oldest first.
            models.Index(
                fields=["next_check"],
                name="job_due",
                condition=Q(state__in=[JobState.PENDING, JobState.RUNNING]),
            ),
            # The watchdog: when did the last canary sing?
            models.Index(fields=["kind", "-finished_at"], name="job_last_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
