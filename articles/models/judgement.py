"""What people said of proposals: appended, never changed, remembered across re-runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q

from articles.models.choices import Layer, Verdict
from articles.models.ownership import SUBJECT_FIELDS, at_most_one_subject

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from articles.models.article import Article


class JudgementQuerySet(models.QuerySet["Judgement"]):
    """Questions to the memory."""

    def meanings(
        self, spellings: Collection[str], *, beside: Article | None = None
    ) -> Iterable[dict[str, Any]]:
        """Return what the spellings mean by their last judgements, with the number of `articles`.

        Rows are dictionaries of quote_key, person, organization, topic and articles; `beside` is
        an article that is left out.
        """
        said = self.filter(layer=Layer.MENTION, quote_key__in=spellings)
        place = ("article_id", "kind", "quote_key", "sentence_hash")
        last = said.exclude(article=beside).order_by(*place, "-pk").distinct(*place)
        meant = self.filter(
            pk__in=last.values("pk"), answer__in=[Verdict.ACCEPTED, Verdict.CHANGED]
        )
        rows: Iterable[dict[str, Any]] = meant.values("quote_key", *SUBJECT_FIELDS).annotate(
            articles=Count("article", distinct=True)
        )
        return rows


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

    objects = JudgementQuerySet.as_manager()

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
            # Whom did this spelling mean in other articles? (reconciliation)
            models.Index(
                fields=["quote_key"], name="judgement_of_name", condition=Q(layer=Layer.MENTION)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.layer} {self.answer}"
