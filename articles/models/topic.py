"""Things that articles are about and that are neither people nor organizations."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.choices import FacetKind, TopicKind
from articles.models.subject import Subject, SubjectQuerySet


class Topic(Subject):
    """A product, technology, work, place, event, law or subject."""

    facet_kind = FacetKind.TOPIC

    kind = models.CharField(max_length=10, choices=TopicKind.choices, default=TopicKind.SUBJECT)

    objects = SubjectQuerySet.as_manager()

    class Meta(Subject.Meta):
        constraints = [
            models.CheckConstraint(
                name="topic_kind_is_known", condition=Q(kind__in=TopicKind.values)
            ),
        ]
