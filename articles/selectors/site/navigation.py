"""The sections, as every page's head names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject

from articles.models import Section

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A section: what it is called and the first word of its addresses."""

    name: str
    slug: str


def navigation() -> tuple[NavigationItem, ...]:
    """Return the sections in their order. One SELECT."""
    return tuple(NavigationItem(*row) for row in Section.objects.values_list("name", "slug"))


def navigation_query() -> ArraySubquery:
    """Return the sections as a column for another statement; `to_items` reads it."""
    return ArraySubquery(Section.objects.values(json=JSONObject(name="name", slug="slug")))


def to_items(column: object) -> tuple[NavigationItem, ...]:
    """Return what a column made by `navigation_query` holds."""
    rows = cast("Iterable[dict[str, Any]]", column)
    return tuple(NavigationItem(row["name"], row["slug"]) for row in rows)
