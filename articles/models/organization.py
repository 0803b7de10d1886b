"""Organizations of the knowledge base."""

from __future__ import annotations

from articles.models.choices import FacetKind
from articles.models.subject import Subject, SubjectQuerySet


class Organization(Subject):
    """A company, agency, university, party, club: whoever acts in its own name."""

    facet_kind = FacetKind.ORGANIZATION

    objects = SubjectQuerySet.as_manager()

    class Meta(Subject.Meta):
        pass
