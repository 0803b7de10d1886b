"""What happened to public articles, in the order in which it was committed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.choices import ChangeKind

REMOVALS = (ChangeKind.EXPIRED, ChangeKind.WITHDRAWN)
"""After these an article is gone."""


class Change(models.Model):
    """One public event. `sequence` is given under a lock, so it grows in commit order."""

    sequence = models.BigIntegerField(unique=True)
    article = models.ForeignKey(
        "articles.Article",
        on_delete=models.PROTECT,  # whoever was told of it must be told that it is gone
        related_name="changes",
    )
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    document_version = models.PositiveIntegerField()
    visible_from = models.DateTimeField(
        help_text="Nobody is told earlier: a scheduled article's change waits for its hour."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["sequence"]
        constraints = [
            models.CheckConstraint(name="change_sequence_is_positive", condition=Q(sequence__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind}"
