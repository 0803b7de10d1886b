"""What waits, what moves, what needs a person. Every age is by the database's clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Count, F, Max, Min, When
from django.db.models.functions import Now

from articles.models import Job, JobKind, JobQuerySet, JobState


@dataclass(frozen=True, slots=True)
class QueueOverview:
    """The queue at a glance: how many jobs stand where, and whether work moves."""

    pending: int
    running: int
    quarantined: int
    oldest_due_age: dt.timedelta | None
    canary_age: dt.timedelta | None


def queue_overview() -> QueueOverview:
    """Return the state of the queue. Costs three queries, whatever its length in done jobs."""
    open_states = (JobState.PENDING, JobState.RUNNING, JobState.QUARANTINED)
    counted = dict(
        Job.objects.filter(state__in=open_states)
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    return QueueOverview(
        pending=counted.get(JobState.PENDING, 0),
        running=counted.get(JobState.RUNNING, 0),
        quarantined=counted.get(JobState.QUARANTINED, 0),
        oldest_due_age=oldest_due_age(),
        canary_age=canary_age(),
    )


def oldest_due_age() -> dt.timedelta | None:
    """Return for how long the longest waiting job could have been running; None if none waits.

    A back-off is no waiting. A job whose worker vanished waits since its lease ran out.
    """
    due = Job.objects.waiting() | Job.objects.abandoned()
    since = Case(When(state=JobState.RUNNING, then=F("lease_until")), default=F("next_check"))
    age: dt.timedelta | None = due.order_by().aggregate(age=Now() - Min(since))["age"]
    return age


def canary_age() -> dt.timedelta | None:
    """Return how long ago the last canary came through; None if none ever did."""
    done = Job.objects.filter(kind=JobKind.CANARY, state=JobState.DONE)
    age: dt.timedelta | None = done.order_by().aggregate(age=Now() - Max("finished_at"))["age"]
    return age


def quarantined_jobs() -> JobQuerySet:
    """Return the jobs that were set aside, newest first, each with its reason."""
    return Job.objects.filter(state=JobState.QUARANTINED).select_related("article__draft_revision")
