"""What people said of proposals: appended, never changed, remembered across re-runs."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.choices import Layer, Verdict
from articles.models.ownership import at_most_one_subject


class Judgement(models.Model):
    """One answer of one person to one proposal.

    The memory is keyed by article, layer, kind, normalised quote and target. Its evidence is
    the hash of the sentence: a rejection stands until the sentence changes.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="judgements", db_index=False
    )
    layer = models.CharField(max_length=10, choices=Layer.choices)
    kind = models.CharField(max_length=20)
    quote_key = models.CharField(max_length=300)
    person = models.ForeignKey(
        "articles.Person", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    organization = models.ForeignKey(
        "articles.Organization", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    sentence_hash = models.CharField(max_length=64)
    previous = models.CharField(max_length=10, choices=Verdict.choices)
    answer = models.CharField(max_length=10, choices=Verdict.choices)
    annotation_id = models.BigIntegerField(help_text="The row that was judged, while it exists.")
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="judgements"
    )
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="judgement_means_one", condition=at_most_one_subject()),
            models.CheckConstraint(
                name="judgement_changes_something",
                condition=~Q(previous=F("answer")) | Q(answer=Verdict.CHANGED),
            ),
        ]
        indexes = [
            # What was said of these words before? (enrichment)
            models.Index(fields=["article", "layer", "kind", "quote_key"], name="judgement_memory"),
        ]

    def __str__(self) -> str:
        return f"{self.layer} {self.answer}"
