"""Where somebody or something is named: by month, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from articles.selectors.site.cursor import Row, Turn, Turns
from articles.selectors.site.lists import PAGE_SIZE, newest_of

if TYPE_CHECKING:
    from articles.models import FacetKind


@dataclass(frozen=True, slots=True)
class Month:
    """The articles of one month of a page, as readers count months in the publication's zone."""

    first_day: dt.date
    teasers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of a timeline, and the pages beside it."""

    months: tuple[Month, ...]
    turns: Turns


def timeline(kind: FacetKind | str, target_id: int, *, turn: Turn | None = None) -> Timeline:
    """Return the newest articles of anybody or anything by month. One SELECT."""
    rows, turns = newest_of(kind, target_id, turn=turn, size=PAGE_SIZE)
    months = (
        Month(month, tuple(row["teaser"] for row in group))
        for month, group in groupby(rows, key=_month)
    )
    return Timeline(tuple(months), turns)


def _month(row: Row) -> dt.date:
    published: dt.datetime = row["published_at"]
    return published.astimezone(ZoneInfo(settings.PUBLICATION_TIME_ZONE)).date().replace(day=1)
