"""What arrives, as it arrived."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.choices import PostFormat
from articles.models.identity import PublicModel
from articles.models.source import Source


class Post(PublicModel):
    """The raw arrival. Never changed once stored."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="posts")
    external_id = models.CharField(max_length=200, blank=True, help_text="The sender's own id.")
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of the raw words.")
    format = models.CharField(max_length=10, choices=PostFormat.choices)
    raw = models.TextField()
    file_name = models.CharField(max_length=255, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="received_posts",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="post_once_per_external_id",
                fields=["source", "external_id"],
                condition=~Q(external_id=""),
            ),
            models.UniqueConstraint(
                name="post_once_per_content",
                fields=["source", "content_hash"],
                condition=Q(external_id=""),
            ),
            models.CheckConstraint(name="post_has_words", condition=~Q(raw="")),
        ]

    def __str__(self) -> str:
        return self.external_id or self.content_hash[:12]
