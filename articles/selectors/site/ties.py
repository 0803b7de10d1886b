"""Who was what where, and which of it newer reporting has overtaken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from articles.models import Affiliation, Organization, Person, StoredDocument, Topic
from articles.selectors.site.in_articles import ArticleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.models import Subject

_EVIDENCE = {
    "evidence_headline": F("evidence__document__headline"),
    "evidence_path": F("evidence__document__path"),
    "evidence_at": F("evidence__document__published_at"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """An affiliation seen from one end; `other_is_public` says whether the other end has a page.

    `evidence` is the article that says so. `ended_by` is a tie of a newer article that ends this one.
    """

    affiliation: Affiliation
    other: Person | Organization
    other_is_public: bool
    evidence: ArticleLine | None = None
    ended_by: Tie | None = None


def ties_of(subject: Subject) -> tuple[Tie, ...]:
    """Return affiliations, except those that rest on an article which is not public. One SELECT."""
    if isinstance(subject, Topic):
        return ()
    other: type[Person | Organization] = Organization if isinstance(subject, Person) else Person
    name = str(other.facet_kind)
    public = other.objects.visible_to(AnonymousUser()).filter(pk=OuterRef(f"{name}_id"))
    documents = StoredDocument.objects.visible_at(Now())
    rows = (
        Affiliation.objects.filter(
            Q(evidence=None) | Q(evidence__in=documents.values("article")),
            **{str(subject.facet_kind): subject},
        )
        .select_related(name)
        .annotate(other_is_public=Exists(public), **_EVIDENCE)
        .order_by("-started", "pk")
    )
    ties = [_tie(row, getattr(row, name)) for row in rows]
    return tuple(_overtaken(tie, ties) for tie in ties)


def ended_since_described(subject: Subject, ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Return the ties that the description still names and that ended after the day it was true."""
    if subject.description_as_of is None:
        return ()
    day = subject.description_as_of.isoformat()
    return tuple(
        tie
        for tie in ties
        if tie.affiliation.ended
        and _is_later(tie.affiliation.ended, day)
        and tie.other.name in subject.description
    )


def _tie(row: Any, other: Person | Organization) -> Tie:
    evidence = None
    if row.evidence_path:
        evidence = ArticleLine(row.evidence_headline, row.evidence_path, row.evidence_at)
    return Tie(row, other, row.other_is_public, evidence)


def _overtaken(tie: Tie, ties: Sequence[Tie]) -> Tie:
    """Return the tie with the newest one that ends it."""
    ends = [one for one in ties if _ends(one, tie)]
    if not ends:
        return tie
    newest = max(ends, key=lambda one: (one.evidence.published_at, one.affiliation.pk))  # type: ignore[union-attr]
    return Tie(tie.affiliation, tie.other, tie.other_is_public, tie.evidence, newest)


def _ends(end: Tie, tie: Tie) -> bool:
    """Say whether `end`, told by a newer article, is the end of `tie`, of which no end is known."""
    new, old = end.affiliation, tie.affiliation
    return (
        bool(new.ended)
        and not old.ended
        and end.evidence is not None
        and tie.evidence is not None
        and end.evidence.published_at > tie.evidence.published_at
        and new.person_id == old.person_id
        and new.organization_id == old.organization_id
        and new.role.casefold() in ("", old.role.casefold())
        and _is_later(new.ended, old.started)
    )


def _is_later(one: str, other: str) -> bool:
    """Say whether a partial date is later than another as far as both are told; than none, it is."""
    told = min(len(one), len(other))
    return not other or one[:told] > other[:told]
