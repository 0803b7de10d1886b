"""Pages about the publication, in its editors' own words."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.choices import PageName


class Page(models.Model):
    """What editors wrote in place of the words that the software ships for a page."""

    name = models.CharField(
        "page", max_length=20, choices=PageName.choices, unique=True, help_text="Which page it is."
    )
    title = models.CharField(max_length=120)
    body = models.TextField(help_text="Sanitized HTML.")
    updated_at = models.DateTimeField()
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="page_is_known_and_filled",
                condition=Q(name__in=PageName.values) & ~Q(title="") & ~Q(body=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title
