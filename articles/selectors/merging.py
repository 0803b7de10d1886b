"""What it would mean to make one record of two, for whoever is about to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from articles.models import (
    Affiliation,
    Alias,
    AnySubject,
    Article,
    Byline,
    FacetKind,
    Mention,
    Organization,
    Person,
    Topic,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

SHOWN = 20
_DESCRIPTION = ("description", "description_as_of", "description_source")


class CannotMerge(Exception):
    """The two cannot become one; `reason` says why."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, for the person who asked."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both records say something of one matter: one word stays, the other goes."""

    matter: str
    stays: str
    goes: str


@dataclass(frozen=True, slots=True)
class Merger:
    """What moves from one record to the other, by name, what is in conflict, and what follows."""

    moves: dict[str, int]
    conflicts: list[Conflict]
    articles: int


def require_mergeable(gone: AnySubject, into: AnySubject) -> None:
    """Raise CannotMerge unless the two are different records of one kind."""
    if type(gone) is not type(into):
        raise CannotMerge(f"“{gone}” and “{into}” are records of two kinds.")
    if gone.pk == into.pk:
        raise CannotMerge(f"“{gone}” cannot be merged into itself.")
    if isinstance(gone, Topic) and isinstance(into, Topic) and gone.kind != into.kind:
        kinds = f"{gone.get_kind_display().lower()} and {into.get_kind_display().lower()}"
        raise CannotMerge(f"“{gone}” and “{into}” are topics of two kinds, {kinds}.")


def merger(gone: AnySubject, into: AnySubject) -> Merger:
    """Return what would happen if `gone` became part of `into`. Raises CannotMerge."""
    require_mergeable(gone, into)
    return Merger(
        moves={name: count for name, count in _moves(gone).items() if count},
        conflicts=[
            *_of_columns(gone, into),
            *_of_external_ids(gone, into),
            *_of_affiliations(gone, into),
            *_of_bylines(gone, into),
        ],
        articles=depending_on(gone, into).count(),
    )


def depending_on(*subjects: AnySubject) -> QuerySet[Article]:
    """Return the articles whose documents print one of these."""
    keys = [subject.facet_key for subject in subjects]
    return Article.objects.filter(document__depends_on__overlap=keys)


def candidates(gone: AnySubject, words: str) -> list[AnySubject]:
    """Return those of the same kind that a name with these words in it may mean. One query."""
    rows = type(gone).objects.exclude(pk=gone.pk)
    if isinstance(gone, Topic):
        rows = rows.filter(Q(kind=gone.kind))
    for word in words.split():
        owner = {gone.facet_kind.value: OuterRef("pk")}
        rows = rows.filter(
            Q(name__icontains=word) | Exists(Alias.objects.filter(**owner, text__icontains=word))
        )
    return list(rows[:SHOWN])  # type: ignore[arg-type]


def _moves(gone: AnySubject) -> dict[str, int]:
    owner = {gone.facet_kind.value: gone.pk}
    counts = {
        "names": gone.aliases.count(),
        "accounts": gone.accounts.count(),
        "mentions": Mention.objects.filter(**owner).count(),
    }
    if isinstance(gone, Topic):
        return counts | {"articles about it": gone.articles.count()}
    counts |= {"citations": gone.citations.count(), "affiliations": gone.affiliations.count()}
    if isinstance(gone, Person):
        counts["bylines"] = gone.bylines.count()
    return counts


def _of_columns(gone: AnySubject, into: AnySubject) -> list[Conflict]:
    found = []
    if gone.description and into.description and _said(gone) != _said(into):
        found.append(Conflict("description", _said(into), _said(gone)))
    if gone.image and into.image and gone.image_id != into.image_id:
        found.append(Conflict("picture", str(into.image), str(gone.image)))
    return found


def _said(subject: AnySubject) -> str:
    return " · ".join(str(value) for name in _DESCRIPTION if (value := getattr(subject, name)))


def _of_external_ids(gone: AnySubject, into: AnySubject) -> list[Conflict]:
    return [
        Conflict(f"id at {place}", str(into.external_ids[place]), str(value))
        for place, value in gone.external_ids.items()
        if place in into.external_ids and into.external_ids[place] != value
    ]


def _of_affiliations(gone: AnySubject, into: AnySubject) -> list[Conflict]:
    if isinstance(gone, Topic) or isinstance(into, Topic):
        return []
    kept = {_post(row): row for row in into.affiliations.all()}
    rows = gone.affiliations.select_related("person", "organization")
    return [
        Conflict(f"affiliation {row.person}, {row.organization}", _told(same), _told(row))
        for row in rows
        if (same := kept.get(_post(row, into))) and _told(same) != _told(row)
    ]


def _post(row: Affiliation, into: AnySubject | None = None) -> tuple[int, int, str, str]:
    """Return what may be there once, as it would be after the merger."""
    person = into.pk if isinstance(into, Person) else row.person_id
    organization = into.pk if isinstance(into, Organization) else row.organization_id
    return person, organization, row.role, row.started


def _told(row: Affiliation) -> str:
    period = f"{row.started or '…'} to {row.ended or '…'}"
    return " · ".join(part for part in (row.role, period, row.evidence_url) if part)


def _of_bylines(gone: AnySubject, into: AnySubject) -> list[Conflict]:
    if gone.facet_kind != FacetKind.PERSON:
        return []
    both = Byline.objects.filter(person=gone.pk, article__bylines__person=into.pk)
    return [
        Conflict(f"byline of “{row.article.slug}”", str(into), str(gone))
        for row in both.select_related("article")
    ]
