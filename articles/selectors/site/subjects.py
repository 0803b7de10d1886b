"""The page of a person, an organization or a topic.

What somebody said is read from the published documents: what an editor has judged since then
waits for the next publication here as it does there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from articles.models import (
    Affiliation,
    Article,
    FacetKind,
    Organization,
    Person,
    StoredCitation,
    SubjectRedirect,
    Topic,
)
from articles.selectors.site.cursor import Cursor
from articles.selectors.site.lists import TeaserPage, latest

AnySubject = Person | Organization | Topic

MODELS: dict[str, type[AnySubject]] = {
    FacetKind.PERSON: Person,
    FacetKind.ORGANIZATION: Organization,
    FacetKind.TOPIC: Topic,
}
STATEMENTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Tie:
    """An affiliation seen from one end; `other_is_public` says whether the other end has a page."""

    affiliation: Affiliation
    other: Person | Organization
    other_is_public: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that an article rests on somebody, with where it stands."""

    citation: dict[str, Any]
    number: int
    headline: str
    path: str


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """All that a subject's page shows."""

    subject: AnySubject
    ties: tuple[Tie, ...]
    statements: tuple[Statement, ...]
    timeline: TeaserPage
    written: TeaserPage | None


def public_subjects(kind: str) -> QuerySet[Any]:
    """Return the subjects of a kind that a public article names."""
    rows: QuerySet[Any] = MODELS[kind].objects.visible_to(AnonymousUser())
    return rows


def public_subject(kind: str, slug: str) -> AnySubject | None:
    """Return the subject with this slug, if a public article names it."""
    subject: AnySubject | None = public_subjects(kind).filter(slug=slug).first()
    return subject


def subject_page(kind: str, slug: str, *, after: Cursor | None = None) -> SubjectPage | None:
    """Return the page of a subject that a public article names, or None."""
    subject = public_subject(kind, slug)
    if subject is None:
        return None
    written = latest(FacetKind.AUTHOR, subject.pk) if kind == FacetKind.PERSON else None
    return SubjectPage(
        subject=subject,
        ties=_ties(subject),
        statements=() if after else _statements(kind, subject),
        timeline=latest(kind, subject.pk, after=after),
        written=written if written and written.teasers and not after else None,
    )


def subject_moved(kind: str, slug: str) -> AnySubject | None:
    """Return who once had this slug, if a public article names them."""
    moved = SubjectRedirect.objects.filter(kind=kind, slug=slug).values("target_id")
    subject: AnySubject | None = public_subjects(kind).filter(pk__in=moved).first()
    return subject


def _ties(subject: AnySubject) -> tuple[Tie, ...]:
    """Return affiliations, except those that rest on an article which is not public."""
    if isinstance(subject, Topic):
        return ()
    other = "organization" if isinstance(subject, Person) else "person"
    rows = list(
        subject.affiliations.filter(
            Q(evidence=None) | Q(evidence__in=Article.objects.live_at(Now()))
        )
        .select_related(other)
        .order_by("-started", "pk")
    )
    others = [getattr(row, other) for row in rows]
    public = set(
        public_subjects(other)
        .filter(pk__in=[one.pk for one in others])
        .values_list("pk", flat=True)
    )
    return tuple(Tie(row, one, one.pk in public) for row, one in zip(rows, others, strict=True))


def _statements(kind: str, subject: AnySubject) -> tuple[Statement, ...]:
    """Return the newest statements that rest on somebody, each sentence of an article once."""
    if kind == FacetKind.TOPIC:
        return ()
    rows = (
        StoredCitation.objects.visible_at(Now())
        .filter(**{f"{kind}_id": subject.pk})
        .order_by("-visible_from", "-document", "id")
        .values_list("number", "document__headline", "document__path", "record")
    )
    found: dict[tuple[str, str], Statement] = {}
    for number, headline, path, record in rows[: 2 * STATEMENTS_SHOWN]:
        citation = orjson.loads(record)
        found.setdefault((path, citation["quote"]), Statement(citation, number, headline, path))
    return tuple(found.values())[:STATEMENTS_SHOWN]
