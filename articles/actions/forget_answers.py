"""Forget answers that nobody will ask for again."""

from __future__ import annotations

from django.db.models.functions import Now

from articles.actions.answer_once import KEPT_FOR
from articles.models import KeptAnswer


def forget_answers() -> int:
    """Delete what was kept for Idempotency-Keys longer than a day; return how many."""
    old = KeptAnswer.objects.filter(created_at__lte=Now() - KEPT_FOR)
    return old.delete()[0]
