"""What live articles rest on, as it was published."""

from __future__ import annotations

from django.db import models

from articles.models.choices import CitationKind, LinkState
from articles.models.facet import WindowQuerySet
from articles.models.stored_document import StoredDocument


class StoredCitation(models.Model):
    """One citation of a stored document, with what lists narrow by. Written and gone with it."""

    id = models.BigIntegerField(primary_key=True, help_text="The citation's own key.")
    document = models.ForeignKey(
        StoredDocument, on_delete=models.CASCADE, related_name="stored_citations"
    )
    visible_from = models.DateTimeField()
    visible_until = models.DateTimeField(null=True, blank=True)
    number = models.PositiveSmallIntegerField(help_text="Of the source note on the page.")
    person_id = models.BigIntegerField(null=True, blank=True)
    organization_id = models.BigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=CitationKind.choices)
    medium = models.CharField(max_length=20, blank=True)
    link = models.CharField(max_length=8, choices=LinkState.choices)
    record = models.TextField(help_text="JSON: the citation with its article.")

    objects = WindowQuerySet.as_manager()

    class Meta:
        indexes = [
            # What rests on this person, newest first.
            models.Index(fields=["person_id", "-id"], name="stored_citation_of_person"),
            # What rests on this organization, newest first.
            models.Index(fields=["organization_id", "-id"], name="stored_citation_of_org"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
