"""What an editor puts first."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Lead(models.Model):
    """The article that opens a section, or, without one, the front page: while it is public.

    Until a time, or until another takes its place. Whether it is public is asked when a page is read.
    """

    section = models.OneToOneField(
        "articles.Section", on_delete=models.CASCADE, null=True, blank=True, related_name="lead"
    )
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="leads")
    until = models.DateTimeField(null=True, blank=True)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="lead_once_a_place", fields=["section"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section_id or 'front'}: {self.article_id}"
