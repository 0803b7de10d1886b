"""The records that public articles name: some queries a kind, however many articles ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.db.models.functions import Now

from articles.models import SUBJECT_MODELS, Facet, FacetKind, Section, StoredDocument
from articles.selectors.catalogue.subjects import whole_subjects

if TYPE_CHECKING:
    from articles.models.subject import Subject

Named = Mapping[tuple[str, FacetKind], list["Subject | Section"]]


def named_by(articles: Collection[str], kinds: Collection[FacetKind]) -> Named:
    """Return what public articles stand under, by article's public id and kind of record.

    In the order in which the articles name them. One query, and for each kind those of the kind.
    """
    facets = list(
        Facet.objects.visible_at(Now())
        .filter(article__public_id__in=articles, kind__in=kinds)
        .order_by("pk")
        .values_list("article__public_id", "kind", "target_id")
    )
    records = {
        kind: _whole(kind, {target for _, of_kind, target in facets if of_kind == kind})
        for kind in kinds
    }
    found: dict[tuple[str, FacetKind], list[Subject | Section]] = {}
    for article, kind, target in facets:
        if record := records[kind].get(target):
            found.setdefault((str(article), kind), []).append(record)
    return found


def cards_of(articles: Collection[str]) -> dict[str, str]:
    """Return the cards of those articles that are public, by public id. One query."""
    rows = StoredDocument.objects.visible_at(Now()).filter(public_id__in=articles)
    return {str(public_id): card for public_id, card in rows.values_list("public_id", "card")}


def _whole(kind: FacetKind, ids: Collection[int]) -> Mapping[int, Any]:
    if kind == FacetKind.SECTION:
        return Section.objects.in_bulk(ids)
    return whole_subjects(SUBJECT_MODELS[kind], ids, user=AnonymousUser())
