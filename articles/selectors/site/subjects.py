"""The page of a person, an organization or a topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from articles.models import SUBJECT_MODELS, AnySubject, FacetKind, SubjectRedirect
from articles.selectors.site.cursor import Turn
from articles.selectors.site.figures import Fact, figures_of
from articles.selectors.site.in_articles import LinesPage
from articles.selectors.site.lists import TeaserPage, latest
from articles.selectors.site.statements import Statement, statements_of
from articles.selectors.site.ties import Tie, ties_of
from articles.selectors.site.timeline import Timeline, timeline

FIRST_ARTICLES = 3
"""From how many articles a subject's page gives statements and figures: all are a link away."""
ARTICLES_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """All that a subject's page shows. A page that was turned to shows the timeline alone."""

    subject: AnySubject
    timeline: Timeline
    ties: tuple[Tie, ...] = ()
    statements: LinesPage[Statement] = field(default_factory=LinesPage)
    figures: LinesPage[Fact] = field(default_factory=LinesPage)
    written: TeaserPage | None = None


def public_subjects(kind: str) -> QuerySet[Any]:
    """Return the subjects of a kind that a public article names."""
    rows: QuerySet[Any] = SUBJECT_MODELS[kind].objects.visible_to(AnonymousUser())
    return rows


def public_subject(kind: str, slug: str) -> AnySubject | None:
    """Return the subject with this slug that a public article names. One SELECT."""
    subject: AnySubject | None = public_subjects(kind).filter(slug=slug).first()
    return subject


def subject_page(kind: str, slug: str, *, turn: Turn | None = None) -> SubjectPage | None:
    """Return the page of a subject that a public article names, or None."""
    subject = public_subjects(kind).filter(slug=slug).prefetch_related("accounts").first()
    if subject is None:
        return None
    named = timeline(kind, subject.pk, turn=turn)
    if turn is not None:
        return SubjectPage(subject, named)
    written = None
    if kind == FacetKind.PERSON:
        written = latest(FacetKind.AUTHOR, subject.pk)
    return SubjectPage(
        subject=subject,
        timeline=named,
        ties=ties_of(subject),
        statements=statements_of(kind, subject.pk, size=FIRST_ARTICLES),
        figures=figures_of(kind, subject.pk, size=FIRST_ARTICLES),
        written=written if written and written.teasers else None,
    )


def subject_moved(kind: str, slug: str) -> AnySubject | None:
    """Return who once had this slug, if a public article names them."""
    moved = SubjectRedirect.objects.filter(kind=kind, slug=slug).values("target_id")
    subject: AnySubject | None = public_subjects(kind).filter(pk__in=moved).first()
    return subject
