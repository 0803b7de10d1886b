"""The figures of live articles, as they were published."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import cast

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now

from articles.models import SUBJECT_MODELS, StoredFigure
from articles.selectors.catalogue.counting import Counting
from articles.selectors.catalogue.keys import record
from articles.selectors.catalogue.paging import Keyset, Page, Position

_NEWEST: Keyset[StoredFigure] = Keyset(
    columns=("figure_id",), key_of=lambda figure: (figure.figure_id,), descending=True
)


@dataclass(frozen=True, slots=True)
class FigureFilters:
    """What a list of figures is narrowed to. All of it must hold; records by slug or id."""

    person: str = ""
    organization: str = ""
    topic: str = ""
    unit: str = ""
    article: uuid.UUID | None = None

    @property
    def subjects(self) -> list[tuple[str, str]]:
        """Return whom or what figures must be about."""
        given = ((kind, getattr(self, kind)) for kind in SUBJECT_MODELS)
        return [(kind, key) for kind, key in given if key]


def figures_page(
    filters: FigureFilters,
    *,
    limit: int,
    position: Position | None = None,
    count: Counting | None = None,
) -> Page[StoredFigure]:
    """Return the newest public figures, each once, as they were published. One query."""
    rows = cast("QuerySet[StoredFigure]", StoredFigure.objects.visible_at(Now()))
    written = rows.exclude(listed="")  # else published before this form was: a job will write it
    narrowed = _narrowed(written.only("figure_id", "listed"), filters)
    return _NEWEST.page(narrowed, limit=limit, position=position, count=count)


def _narrowed(rows: QuerySet[StoredFigure], filters: FigureFilters) -> QuerySet[StoredFigure]:
    """Take the rows of the first subject, or of each figure the first row that there is."""
    if filters.subjects:
        (kind, key), *more = filters.subjects
        rows = rows.filter(kind=kind, target_id=record(SUBJECT_MODELS[kind], key))
        for kind, key in more:
            same = StoredFigure.objects.filter(figure_id=OuterRef("figure_id"))
            rows = rows.filter(
                Exists(same.filter(kind=kind, target_id=record(SUBJECT_MODELS[kind], key)))
            )
    else:
        earlier = StoredFigure.objects.filter(
            figure_id=OuterRef("figure_id"), id__lt=OuterRef("id")
        )
        rows = rows.filter(~Exists(earlier))
    if filters.unit:
        rows = rows.filter(unit=filters.unit)
    if filters.article:
        rows = rows.filter(document__public_id=filters.article)
    return rows
