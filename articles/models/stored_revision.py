"""The pages that readers read before the words changed."""

from __future__ import annotations

from django.db import models

from articles.models.stored_document import StoredDocument


class StoredRevision(models.Model):
    """The finished page of a revision that was public and was superseded by another.

    Written by the publication that superseded it, and gone with the article's document.
    """

    document = models.ForeignKey(
        StoredDocument, on_delete=models.CASCADE, related_name="superseded", db_index=False
    )
    number = models.PositiveIntegerField(help_text="Of the revision, within its article.")
    headline = models.CharField(max_length=300)
    page = models.TextField(help_text="HTML fragment: the note on it and the article element.")
    superseded_at = models.DateTimeField()

    class Meta:
        constraints = [
            # Also the way to one page: by document and number.
            models.UniqueConstraint(name="stored_revision_once", fields=["document", "number"]),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} r{self.number}"
