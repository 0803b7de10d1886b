"""The words of an article, as they were."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.article import Article


class Revision(models.Model):
    """One state of an article's words. Never changed once stored; annotations point into `text`."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="revisions", db_index=False
    )
    number = models.PositiveIntegerField()
    headline = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    body = models.TextField(help_text="Sanitized HTML. Holds no marks of names or sources.")
    cards = models.JSONField(default=list, blank=True, help_text="Cards: name, handle, bio.")
    text = models.TextField(editable=False, help_text="The parts' plain text, NFC.")
    parts = models.JSONField(editable=False, help_text="Where each part stands in the text.")
    content_hash = models.CharField(max_length=64, editable=False, help_text="SHA-256 of the text.")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    note = models.CharField(max_length=300, blank=True, help_text="Why these words changed.")

    class Meta:
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint(name="revision_number_once", fields=["article", "number"]),
            models.CheckConstraint(name="revision_has_headline", condition=~Q(headline="")),
        ]

    def __str__(self) -> str:
        return self.headline


class FaqEntry(models.Model):
    """A question and its answer. The answer points at the passage that it rests on."""

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="faq", db_index=False
    )
    position = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=500)
    answer = models.TextField()
    ground_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    ground_end = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["revision", "position"]
        verbose_name = "FAQ entry"
        verbose_name_plural = "FAQ entries"
        constraints = [
            models.UniqueConstraint(name="faq_position_once", fields=["revision", "position"]),
            models.CheckConstraint(
                name="faq_ground_is_a_span",
                condition=Q(ground_start__isnull=True, ground_end__isnull=True)
                | Q(ground_end__gt=F("ground_start")),
            ),
        ]

    def __str__(self) -> str:
        return self.question
