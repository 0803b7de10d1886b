"""What was answered to a request that says under which key it may be sent again."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class KeptAnswer(models.Model):
    """The answer to a POST with an Idempotency-Key, written in the transaction of its effect."""

    api_key = models.ForeignKey("articles.ApiKey", on_delete=models.CASCADE, related_name="+")
    idempotency_key = models.CharField(max_length=255)
    request_hash = models.CharField(max_length=64, help_text="Of address and body.")
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField(default=dict)
    body = models.BinaryField()
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="kept_answer_once", fields=["api_key", "idempotency_key"]),
        ]
        indexes = [
            # What is old enough to be forgotten?
            models.Index(fields=["created_at"], name="kept_answer_by_age"),
        ]

    def __str__(self) -> str:
        return self.idempotency_key
