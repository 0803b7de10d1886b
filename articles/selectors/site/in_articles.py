"""What published articles say of somebody, kept together by article, newest article first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject, Now

from articles.models import StoredDocument
from articles.selectors.catalogue.paging import Page
from articles.selectors.site.cursor import NEWEST, NO_TURNS, Row, Turn, Turns, position_of

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article by name."""

    headline: str
    path: str
    published_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Lines(Generic[Line]):
    """What one article says."""

    article: ArticleLine
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LinesPage(Generic[Line]):
    """Some articles with what they say, and the pages beside this one."""

    articles: tuple[Lines[Line], ...] = ()
    turns: Turns = NO_TURNS


def page_of_lines(
    lines: QuerySet[Any], *, order: str, columns: Mapping[str, Any], turn: Turn | None, size: int
) -> Page[Row]:
    """Return the newest public articles that have such lines, with these columns of each line.

    One SELECT: the lines of an article come as an array in its row.
    """
    of_article = lines.filter(document=OuterRef("pk")).order_by(order)
    rows = (
        StoredDocument.objects.visible_at(Now())
        .filter(pk__in=lines.values("document"))
        .values("visible_from", "article_id", "headline", "path", "published_at")
        .annotate(lines=ArraySubquery(of_article.values(json=JSONObject(**columns))))
    )
    return NEWEST.page(rows, limit=size, position=position_of(turn))


def article_of(row: Row) -> ArticleLine:
    """Return the article of a row."""
    return ArticleLine(row["headline"], row["path"], row["published_at"])
