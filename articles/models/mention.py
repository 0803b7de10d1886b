"""Text that names something."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.annotation import Annotation
from articles.models.choices import FacetKind, MentionKind, TopicKind
from articles.models.ownership import SUBJECT_FIELDS, AnySubject, at_most_one_subject
from articles.models.topic import Topic

# What record a name of each kind stands for; NORP and HANDLE have none of their own.
RECORD_OF_KIND: dict[str, str] = {
    MentionKind.PERSON: FacetKind.PERSON,
    MentionKind.ORG: FacetKind.ORGANIZATION,
    MentionKind.PRODUCT: TopicKind.PRODUCT,
    MentionKind.WORK: TopicKind.WORK,
    MentionKind.PLACE: TopicKind.PLACE,
    MentionKind.EVENT: TopicKind.EVENT,
    MentionKind.LAW: TopicKind.LAW,
}
_KIND_OF_RECORD = {record: kind for kind, record in RECORD_OF_KIND.items()}


class Mention(Annotation):
    """A name in the text and, once known, whom or what it names."""

    kind = models.CharField(max_length=8, choices=MentionKind.choices)
    name = models.CharField(max_length=200, help_text="The fullest form that the article uses.")
    key = models.CharField(max_length=200, help_text="The same for one entity in one article.")
    person = models.ForeignKey(
        "articles.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="mentions"
    )
    organization = models.ForeignKey(
        "articles.Organization",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentions",
    )
    topic = models.ForeignKey(
        "articles.Topic", on_delete=models.SET_NULL, null=True, blank=True, related_name="mentions"
    )

    class Meta(Annotation.Meta):
        constraints = [
            *Annotation.Meta.constraints,
            models.UniqueConstraint(
                name="mention_once", fields=["revision", "start", "end", "kind", "method"]
            ),
            models.CheckConstraint(name="mention_means_one", condition=at_most_one_subject()),
            models.CheckConstraint(
                name="mention_target_fits_kind",
                condition=(Q(person__isnull=True) | Q(kind__in=["PERSON", "HANDLE"]))
                & (Q(organization__isnull=True) | Q(kind__in=["ORG", "HANDLE"]))
                & (Q(topic__isnull=True) | ~Q(kind__in=["PERSON", "ORG", "NORP"])),
            ),
        ]

    def point_at(self, subject: AnySubject) -> None:
        """Let the mention mean `subject`, and let its kind follow. Saves nothing."""
        for name in SUBJECT_FIELDS:
            setattr(self, name, subject if name == subject.facet_kind else None)
        if self.kind != MentionKind.HANDLE:
            record = subject.kind if isinstance(subject, Topic) else subject.facet_kind
            self.kind = _KIND_OF_RECORD.get(record, MentionKind.PRODUCT)
