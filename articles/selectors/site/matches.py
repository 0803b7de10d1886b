"""Which articles a search means, before any is ranked: words, filters, and a moment to keep to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, F, Max, Q, QuerySet, Window
from django.db.models.functions import Now, RowNumber

from articles.models import SUBJECT_MODELS, Facet, FacetKind, SearchRow, Section
from articles.selectors.catalogue.words import words_query
from articles.selectors.site.labels import Key

COUNTED = 2000
"""How many of the newest matches are counted: the cost of a common word is bounded by it."""
CHOICES_SHOWN = 8
PERIODS = {
    "day": dt.timedelta(days=1),
    "week": dt.timedelta(days=7),
    "month": dt.timedelta(days=31),
    "year": dt.timedelta(days=366),
}
FACETS = (FacetKind.SECTION, FacetKind.PERSON, FacetKind.ORGANIZATION, FacetKind.TOPIC)


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks for: words as typed, slugs by kind of facet, and how old at most.

    `until` keeps the later pages of an answer to the articles that the first page knew.
    """

    words: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    period: str = ""
    until: dt.datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is asked for."""
        return not (self.words or self.is_narrowed)

    @property
    def is_narrowed(self) -> bool:
        """Say whether a filter is in force."""
        return bool(self.chosen) or self.period in PERIODS

    @property
    def query(self) -> SearchQuery | None:
        """Return the words as PostgreSQL reads them: quotes, OR and a leading minus count."""
        if not self.words:
            return None
        return words_query(self.words)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles match, in all and by period, and when the newest became public."""

    total: int
    periods: dict[str, int]
    newest: dt.datetime | None


def newest_matches(question: Question, size: int) -> QuerySet[Any]:
    """Return the keys of the newest public articles that match."""
    rows: QuerySet[Any] = SearchRow.objects.visible_at(Now())
    if question.query is not None:
        rows = rows.filter(vector=question.query)
    if question.period in PERIODS:
        rows = rows.filter(visible_from__gte=Now() - PERIODS[question.period])
    if question.until is not None:
        rows = rows.filter(visible_from__lte=question.until)
    for kind, slug in question.chosen.items():
        model: Any = Section if kind == FacetKind.SECTION else SUBJECT_MODELS[kind]
        named = model.objects.filter(slug=slug)
        facets = Facet.objects.filter(kind=kind, target_id__in=named.values("pk"))
        rows = rows.filter(article_id__in=facets.values("article_id"))
    return rows.order_by("-visible_from", "-article_id").values("article_id")[:size]


def counts_of(question: Question) -> Counts:
    """Count the newest matches. One SELECT."""
    rows = SearchRow.objects.filter(article_id__in=newest_matches(question, COUNTED))
    found = rows.aggregate(
        total=Count("pk"),
        newest=Max("visible_from"),
        **{
            name: Count("pk", filter=Q(visible_from__gte=Now() - length))
            for name, length in PERIODS.items()
        },
    )
    return Counts(found["total"], {name: found[name] for name in PERIODS}, found["newest"])


def facet_counts(question: Question) -> dict[Key, int]:
    """Return under whom and what most of the newest matches stand, some of each kind. One SELECT."""
    rows = (
        Facet.objects.filter(
            article_id__in=newest_matches(question, COUNTED),
            kind__in=[kind for kind in FACETS if kind not in question.chosen],
        )
        .values("kind", "target_id")
        .annotate(articles=Count("pk"))
        .annotate(
            place=Window(
                RowNumber(),
                partition_by=F("kind"),
                order_by=[F("articles").desc(), F("target_id").asc()],
            )
        )
        .filter(place__lte=CHOICES_SHOWN)
        .order_by("kind", "place")
    )
    return {(row["kind"], row["target_id"]): row["articles"] for row in rows}
