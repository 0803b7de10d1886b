"""Standoff annotations: rows that point into a revision's text. The body holds no marks."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.choices import Verdict


class AnnotationQuerySet(models.QuerySet[Any]):
    """Proposals and judgements, kept apart."""

    def proposals(self) -> Self:
        """Return the rows that nobody has judged: a re-run may replace these and no others."""
        return self.filter(judgement=Verdict.NONE)

    def accepted(self) -> Self:
        """Return the rows that a person let stand and whose words are still there."""
        return self.filter(judgement__in=[Verdict.ACCEPTED, Verdict.CHANGED], is_orphan=False)


class Annotation(models.Model):
    """What every layer shares: where, what words, how found, how sure, and what a person said.

    Position and quote with context are W3C Web Annotation's TextPositionSelector and
    TextQuoteSelector: an anchor moves to a new revision only if its quote is found exactly once.
    """

    revision = models.ForeignKey(
        "articles.Revision",
        on_delete=models.CASCADE,
        related_name="%(class)ss",
        db_index=False,
    )
    run = models.ForeignKey(
        "articles.EnrichmentRun",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)
    is_orphan = models.BooleanField(
        default=False, help_text="Its words were not found again after an edit."
    )
    score = models.FloatField(default=0.5)
    method = models.CharField(max_length=60)
    reason = models.CharField(max_length=300, blank=True)
    judgement = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.NONE)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    judged_at = models.DateTimeField(null=True, blank=True)

    objects = AnnotationQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["start", "end"]
        constraints = [
            models.CheckConstraint(name="%(class)s_is_a_span", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(
                name="%(class)s_score_is_a_share", condition=Q(score__range=(0, 1))
            ),
            models.CheckConstraint(
                name="%(class)s_judged_says_when",
                condition=Q(judgement=Verdict.NONE, judged_at__isnull=True)
                | (~Q(judgement=Verdict.NONE) & Q(judged_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:80]
