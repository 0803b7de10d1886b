"""Who wrote an article."""

from __future__ import annotations

from django.db import models


class Byline(models.Model):
    """One author of one article, in the order of the byline. An author needs no login."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="bylines", db_index=False
    )
    person = models.ForeignKey("articles.Person", on_delete=models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=60, blank=True, help_text="For example photographs.")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["article", "position"]
        constraints = [
            models.UniqueConstraint(name="byline_once", fields=["article", "person"]),
        ]

    def __str__(self) -> str:
        return f"{self.position}"
