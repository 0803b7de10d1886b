"""People, organizations and topics, as far as the reader may know that they exist."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Now

from articles.models import (
    Affiliation,
    Alias,
    FacetKind,
    Organization,
    Person,
    StoredDocument,
    Subject,
    SubjectRedirect,
    Topic,
    TopicKind,
)
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import id_in, named
from articles.selectors.catalogue.paging import Keyset, Page, Position

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

    from articles.models import User

SubjectType = TypeVar("SubjectType", Person, Organization, Topic)

_BY_SLUG: Keyset[Subject] = Keyset(
    columns=("slug",), key_of=lambda subject: (subject.slug,), descending=False
)


def subjects_page(  # noqa: PLR0913
    model: type[SubjectType],
    *,
    user: User | AnonymousUser,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
    name: str = "",
    kind: TopicKind | None = None,
) -> Page[SubjectType]:
    """Return subjects in the order of their slugs, with their accounts. Two queries.

    `name` is part of any name that the subject is known by; `kind` narrows topics.
    """
    rows = _visible(model, user)
    if name:
        rows = rows.filter(
            Exists(
                Alias.objects.visible_to(user).filter(
                    **{model.facet_kind.value: OuterRef("pk")}, text__icontains=name
                )
            )
        )
    if kind is not None:
        rows = rows.filter(Q(kind=kind))
    return _BY_SLUG.page(rows, limit=limit, position=position, count=count)  # type: ignore[return-value]


def subject(
    model: type[SubjectType], key: str, *, user: User | AnonymousUser
) -> SubjectType | None:
    """Return the subject of that slug or id with names, accounts and affiliations, or None."""
    return _whole(model, user).filter(named(key)).first()


def whole_subjects(
    model: type[SubjectType], ids: Collection[int], *, user: User | AnonymousUser
) -> dict[int, SubjectType]:
    """Return subjects with names, accounts and affiliations, by key. Four queries at most."""
    return _whole(model, user).in_bulk(ids)


def slug_after_move(model: type[SubjectType], key: str, *, user: User | AnonymousUser) -> str:
    """Return the slug under which a renamed or merged subject is found now, or "" if there is none.

    `key` is a slug that it once had, or the id of a record that was merged into it.
    """
    moves = SubjectRedirect.objects.filter(kind=model.facet_kind, slug=str(id_in(key) or key))
    found = model.objects.visible_to(user).filter(pk__in=moves.values("target_id"))
    return found.values_list("slug", flat=True).first() or ""


def _visible(model: type[SubjectType], user: User | AnonymousUser) -> QuerySet[SubjectType]:
    return model.objects.visible_to(user).select_related("image").prefetch_related("accounts")  # type: ignore[misc,return-value]


def _whole(model: type[SubjectType], user: User | AnonymousUser) -> QuerySet[SubjectType]:
    names = Prefetch("aliases", queryset=Alias.objects.visible_to(user))
    rows = _visible(model, user).prefetch_related(names)
    if model.facet_kind != FacetKind.TOPIC:
        rows = rows.prefetch_related(_affiliations(model, user))
    return rows


def _affiliations(
    model: type[SubjectType], user: User | AnonymousUser
) -> Prefetch[str, QuerySet[Affiliation], str]:
    """Name the other side of an affiliation only where the reader may know of it and of its evidence."""
    other, other_model = (
        ("organization", Organization)
        if model.facet_kind == FacetKind.PERSON
        else ("person", Person)
    )
    visible = other_model.objects.visible_to(user)
    public = StoredDocument.objects.visible_at(Now()).values("article")
    rows = Affiliation.objects.filter(
        Q(evidence=None) | Q(evidence__in=public), **{f"{other}__in": visible}
    ).select_related(other)
    return Prefetch("affiliations", queryset=rows.order_by("-started", "pk"))
