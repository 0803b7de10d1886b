"""What was wrong, and what is right."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.identity import PublicModel


class Correction(PublicModel):
    """A correction note, bound to the revision that it supersedes. Frozen once published."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="corrections"
    )
    supersedes = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, related_name="corrections"
    )
    was = models.TextField(blank=True, help_text="What was wrong.")
    now = models.TextField(blank=True, help_text="What is right.")
    note = models.TextField(help_text="The note that readers see.")
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["article", "-pk"]
        constraints = [
            models.CheckConstraint(name="correction_has_note", condition=~Q(note="")),
        ]

    def __str__(self) -> str:
        return self.note[:80]
