"""How long a shared cache may keep an answer: never past the next scheduled change."""

from __future__ import annotations

import datetime as dt

from django.db.models import F
from django.db.models.functions import Now

from articles.models import StoredDocument

MAX_AGE = 5
"""Seconds. A withdrawal may stay visible in a shared cache this long, and no longer."""


def seconds_until_change() -> int:
    """Return for how many whole seconds lists stay as they are, at most MAX_AGE. One SELECT."""
    soon = Now() + dt.timedelta(seconds=MAX_AGE)
    opens = StoredDocument.objects.filter(visible_from__gt=Now(), visible_from__lte=soon)
    closes = StoredDocument.objects.filter(visible_until__gt=Now(), visible_until__lte=soon)
    waits = opens.values_list(F("visible_from") - Now()).union(
        closes.values_list(F("visible_until") - Now())
    )
    return min([MAX_AGE, *(int(wait.total_seconds()) for (wait,) in waits)])
