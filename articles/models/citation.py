"""Statements that rest on a source."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.annotation import Annotation
from articles.models.choices import CitationKind, LinkState, SourceType, Verification


class Citation(Annotation):
    """A statement, its source, and where that can be read. `start`..`end` is its sentence."""

    kind = models.CharField(max_length=10, choices=CitationKind.choices)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.CharField(max_length=200, blank=True)
    content = models.JSONField(default=list, help_text="Spans of what is attributed.")
    source_type = models.CharField(
        max_length=8, choices=SourceType.choices, default=SourceType.ABSENT, blank=True
    )
    source_start = models.PositiveIntegerField(null=True, blank=True)
    source_end = models.PositiveIntegerField(null=True, blank=True)
    source_words = models.CharField(max_length=300, blank=True)
    source_key = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(
        "articles.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
    )
    organization = models.ForeignKey(
        "articles.Organization",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="citations",
    )
    medium = models.CharField(max_length=20, blank=True, help_text="What is cited: post, report…")
    cited_date = models.CharField(
        max_length=30, blank=True, help_text="Partial ISO 8601: 2023, 2023-11, 2023-11-06."
    )
    url = models.URLField(max_length=2000, blank=True)
    link_state = models.CharField(
        max_length=8, choices=LinkState.choices, default=LinkState.UNKNOWN
    )
    verification = models.CharField(
        max_length=10, choices=Verification.choices, default=Verification.UNVERIFIED
    )

    class Meta(Annotation.Meta):
        constraints = [
            *Annotation.Meta.constraints,
            models.UniqueConstraint(
                name="citation_once",
                fields=["revision", "start", "end", "kind", "method", "cue_start"],
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="citation_has_one_source",
                condition=Q(person__isnull=True) | Q(organization__isnull=True),
            ),
            models.CheckConstraint(
                name="citation_link_is_told",
                condition=Q(link_state=LinkState.LINKED) & ~Q(url="")
                | ~Q(link_state=LinkState.LINKED) & Q(url=""),
            ),
        ]
