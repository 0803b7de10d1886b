"""Names and addresses of sections and of public people, organizations and topics, by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value

from articles.models import SUBJECT_MODELS, FacetKind, Section, TopicKind
from articles.selectors.site.subjects import public_subjects

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What something is called. `detail` is what kind of topic a topic is."""

    kind: str
    pk: int
    name: str
    slug: str
    detail: str = ""

    @property
    def detail_words(self) -> str:
        """Return what kind of topic it is, in a word or two; nothing for anything else."""
        return str(TopicKind(self.detail).label) if self.detail else ""


def labels_of(keys: Iterable[Key], slugs: Mapping[str, str]) -> list[Label]:
    """Return the labels of these keys, and of these slugs by kind. One SELECT; none for nothing."""
    wanted = list(keys)
    parts = [
        _part(kind, [pk for one, pk in wanted if one == kind], slugs.get(kind, ""))
        for kind in (FacetKind.SECTION, *SUBJECT_MODELS)
    ]
    some = [part for part in parts if part is not None]
    if not some:
        return []
    first, *others = some
    rows = first.union(*others, all=True) if others else first
    return [Label(*row) for row in rows]


def _part(kind: str, ids: list[int], slug: str) -> QuerySet[Any] | None:
    if not ids and not slug:
        return None
    rows = Section.objects.all() if kind == FacetKind.SECTION else public_subjects(kind)
    detail = F("kind") if kind == FacetKind.TOPIC else Value("")
    found: QuerySet[Any] = (
        rows.filter(Q(pk__in=ids) | Q(slug=slug) if slug else Q(pk__in=ids))
        .order_by()
        .annotate(label_kind=Value(str(kind), CharField()), label_detail=detail)
        .values_list("label_kind", "pk", "name", "slug", "label_detail")
    )
    return found
