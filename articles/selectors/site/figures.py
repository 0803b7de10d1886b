"""The figures about somebody or something, and which of them newer articles give otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import F, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, JSONObject, Now

from articles.models import StoredFigure
from articles.selectors.site.cursor import Turn, Turns
from articles.selectors.site.in_articles import (
    ArticleLine,
    Lines,
    LinesPage,
    article_of,
    page_of_lines,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

FEWEST_SHARED = 3
"""So many telling words two sentences have in common before their figures are compared."""

_RANGE = {name: Cast(name, TextField()) for name in ("low", "high")}


@dataclass(frozen=True, slots=True)
class NewerFigure:
    """The same measure in a newer article, with another value."""

    record: dict[str, Any]
    article: ArticleLine


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure as it was published; `newer` where it may be out of date."""

    record: dict[str, Any]
    newer: NewerFigure | None


def figures_of(
    kind: str, target_id: int, *, turn: Turn | None = None, size: int
) -> LinesPage[Fact]:
    """Return the figures about a subject in the newest articles that give some. One SELECT."""
    page = page_of_lines(
        StoredFigure.objects.filter(kind=kind, target_id=target_id),
        order="figure_id",
        columns={"record": "record", **_RANGE, "newer": Subquery(_newer())},
        turn=turn,
        size=size,
    )
    found = (Lines(article_of(row), tuple(map(_fact, row["lines"]))) for row in page.rows)
    return LinesPage(tuple(found), Turns.of(page))


def _newer() -> QuerySet[Any]:
    """Return the newest figure of the same measure of the same subject, for the same days or later."""
    same_days = Q(holds_from=OuterRef("holds_from"), holds_until=OuterRef("holds_until"))
    rows: QuerySet[Any] = (
        StoredFigure.objects.visible_at(Now())
        .filter(
            Q(holds_from__gt=OuterRef("holds_until")) | same_days,
            kind=OuterRef("kind"),
            target_id=OuterRef("target_id"),
            measure=OuterRef("measure"),
            published_at__gt=OuterRef("published_at"),
        )
        .exclude(measure="")
        .order_by("-published_at", "figure_id")
        .values(
            json=JSONObject(
                record="record",
                headline=F("document__headline"),
                path=F("document__path"),
                published_at="published_at",
                **_RANGE,
            )
        )[:1]
    )
    return rows


def _fact(line: dict[str, Any]) -> Fact:
    record, newer = orjson.loads(line["record"]), line["newer"]
    if newer is None or _agree(line, newer):
        return Fact(record, None)
    other = orjson.loads(newer["record"])
    if len(set(record["words"]) & set(other["words"])) < FEWEST_SHARED:
        return Fact(record, None)
    published = dt.datetime.fromisoformat(newer["published_at"])
    return Fact(
        record, NewerFigure(other, ArticleLine(newer["headline"], newer["path"], published))
    )


def _agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether the ranges of two figures meet."""
    return Decimal(one["low"]) < Decimal(other["high"]) and Decimal(other["low"]) < Decimal(
        one["high"]
    )
