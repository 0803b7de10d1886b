"""Spellings that never mean anyone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class ExcludedName(models.Model):
    """A spelling that looks like a name and never is one: it never becomes a mention."""

    text = models.CharField(
        max_length=200, unique=True, help_text="The whole name, as it is written."
    )
    case_sensitive = models.BooleanField(
        default=True, help_text="Off where no spelling of it in other letters is a name, either."
    )
    excluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    excluded_at = models.DateTimeField()

    class Meta:
        ordering = ["text"]
        constraints = [
            models.CheckConstraint(name="excluded_name_is_filled", condition=~Q(text=""))
        ]

    def __str__(self) -> str:
        return self.text
