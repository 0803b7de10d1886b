"""One reading of one revision by one engine."""

from __future__ import annotations

from django.db import models

from articles.models.choices import RunState


class EnrichmentRun(models.Model):
    """What the engine did, with which versions, how far it is, and what it counted."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="runs", db_index=False
    )
    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, related_name="runs")
    job = models.ForeignKey(
        "articles.Job", on_delete=models.SET_NULL, null=True, blank=True, related_name="runs"
    )
    content_hash = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=40)
    model_version = models.CharField(max_length=80)
    state = models.CharField(max_length=12, choices=RunState.choices, default=RunState.PARSING)
    dates = models.JSONField(default=list, help_text="Dates of the text: start, end, text, iso.")
    counts = models.JSONField(default=dict, help_text="How many of each were found.")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            # The key that makes an enrichment happen once, however often it is started.
            models.UniqueConstraint(
                name="enrichment_once_per_content",
                fields=["article", "content_hash", "engine_version", "model_version"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine_version} {self.state}"
