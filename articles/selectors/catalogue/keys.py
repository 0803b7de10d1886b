"""What an address names a record by: its slug, or its public id."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection

from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    OuterRef,
    Q,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from articles.models import AnySubject, FacetKind, Section, SubjectRedirect

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def named(key: str) -> Q:
    """Return the condition that a subject has this slug or, where it has the form of one, this id."""
    public_id = id_in(key)
    return Q(public_id=public_id) if public_id else Q(slug=key)


def record(model: type[AnySubject], key: str) -> Coalesce:
    """Return, as an expression, the key of the subject that is, or once was, at this slug or id.

    Whoever has the slug now goes first; then who was renamed, or what another was merged into.
    NULL where there is none, so that an unknown name is simply an empty list.
    """
    public_id = id_in(key)
    # Sent as an id, it is one more place for the same value (see `compiled`).
    slug = Cast(Value(public_id, UUIDField()), CharField()) if public_id else key
    return _now_or_once(
        Subquery(model.objects.filter(named(key)).values("pk")[:1]), model.facet_kind, slug
    )


def among(column: str, model: type[AnySubject], keys: Collection[str]) -> Q:
    """Return the condition that `column` holds the key of one of these subjects, as they are now."""
    ids = {key: public_id for key in keys if (public_id := id_in(key))}
    slugs = [key for key in keys if key not in ids]
    now = model.objects.filter(Q(slug__in=slugs) | Q(public_id__in=ids.values()))
    once = SubjectRedirect.objects.filter(
        kind=model.facet_kind, slug__in=[*slugs, *map(str, ids.values())]
    ).exclude(Exists(model.objects.filter(slug=OuterRef("slug"))))
    return Q(**{f"{column}__in": now.values("pk")}) | Q(
        **{f"{column}__in": once.values("target_id")}
    )


def section_record(slug: str) -> Coalesce:
    """Return, as an expression, the key of the section that has, or once had, this slug."""
    now = Subquery(Section.objects.filter(slug=slug).values("pk")[:1])
    return _now_or_once(now, FacetKind.SECTION, slug)


def id_in(key: str) -> uuid.UUID | None:
    """Return the public id that a key has the form of, or None: it is a slug."""
    return uuid.UUID(key) if _UUID.fullmatch(key) else None


def _now_or_once(now: Subquery, kind: FacetKind, slug: str | Cast) -> Coalesce:
    once = SubjectRedirect.objects.filter(kind=kind, slug=slug).values("target_id")[:1]
    return Coalesce(now, Subquery(once), output_field=BigIntegerField())
