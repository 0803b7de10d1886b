"""Rows that belong to a person, an organization or a topic: exactly one of them."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q

from articles.models.organization import Organization
from articles.models.person import Person
from articles.models.topic import Topic

AnySubject = Person | Organization | Topic

SUBJECT_MODELS: dict[str, type[AnySubject]] = {
    "person": Person,
    "organization": Organization,
    "topic": Topic,
}
"""By kind of facet, which is also the name of the column that points at such a row."""
SUBJECT_FIELDS = tuple(SUBJECT_MODELS)


def exactly_one_subject() -> Q:
    """Return the condition that one of the three foreign keys is set and the others are not."""
    return reduce(or_, (_only(name) for name in SUBJECT_FIELDS))


def at_most_one_subject() -> Q:
    """Return the condition that no two of the three foreign keys are set."""
    return exactly_one_subject() | Q(**{f"{name}__isnull": True for name in SUBJECT_FIELDS})


def subject_of(row: object) -> AnySubject | None:
    """Return the subject that a row points at. Reads the relation."""
    for name in SUBJECT_FIELDS:
        if getattr(row, f"{name}_id") is not None:
            subject: AnySubject = getattr(row, name)
            return subject
    return None


def _only(chosen: str) -> Q:
    return Q(**{f"{name}__isnull": name != chosen for name in SUBJECT_FIELDS})
