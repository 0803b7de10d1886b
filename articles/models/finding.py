"""What an editor should look at."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.models.choices import FindingStatus, Severity


class Finding(models.Model):
    """A contradiction or a weakness, with the passages that it compares."""

    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.CASCADE, related_name="findings", db_index=False
    )
    run = models.ForeignKey(
        "articles.EnrichmentRun",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="findings",
    )
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=8, choices=Severity.choices)
    message = models.CharField(max_length=500)
    spans = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64, editable=False, help_text="Of code and quotes.")
    status = models.CharField(
        max_length=10, choices=FindingStatus.choices, default=FindingStatus.OPEN
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["revision", "pk"]
        constraints = [
            models.UniqueConstraint(name="finding_once", fields=["revision", "fingerprint"]),
        ]
        indexes = [
            # Open findings of an article at the desk.
            models.Index(fields=["revision", "status"], name="finding_open_of_revision"),
        ]

    def __str__(self) -> str:
        return self.code
