"""Send a canary down the whole way: row, bell, worker, row."""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction
from django.db.models.functions import Now

from articles.actions.queue_job import queue_job
from articles.models import Job, JobKind, JobState

_LOCK = 0x0CA_A27  # of PostgreSQL's advisory locks: one beat at a time, whoever started a second
_KEPT = dt.timedelta(hours=1)


def start_canary() -> Job | None:
    """Insert a canary job, unless one is under way or another process is at it; forget old ones.

    How long ago the last one was done tells whether work moves: `selectors.jobs.canary_age`.
    """
    with transaction.atomic():
        if not _alone():
            return None
        canaries = Job.objects.filter(kind=JobKind.CANARY)
        canaries.filter(state=JobState.DONE, finished_at__lt=Now() - _KEPT).delete()
        return canaries.under_way().first() or queue_job(kind=JobKind.CANARY)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        (alone,) = cursor.fetchone()
    return bool(alone)
