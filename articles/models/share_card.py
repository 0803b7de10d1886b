"""The picture that goes out with a link to an article that has none of its own."""

from __future__ import annotations

from django.db import models

from articles.models.stored_document import StoredDocument


class ShareCard(models.Model):
    """A headline drawn as a picture. Written by publishing, and gone with the document."""

    document = models.OneToOneField(
        StoredDocument, on_delete=models.CASCADE, related_name="share_card", primary_key=True
    )
    name = models.CharField(max_length=32, help_text="Hash of all that is drawn.")
    data = models.BinaryField(help_text="PNG.")

    class Meta:
        indexes = [
            # A card is asked for by its address.
            models.Index(fields=["name"], name="share_card_by_name"),
        ]

    def __str__(self) -> str:
        return self.name
