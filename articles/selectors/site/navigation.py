"""The sections, as every page's head names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    return to_items(Section.objects.values("name", "slug"))


def navigation_query() -> ArraySubquery:
    """Return the sections as a column for another statement; `to_items` reads it."""
    return ArraySubquery(Section.objects.values(json=JSONObject(name="name", slug="slug")))


def to_items(rows: Iterable[dict[str, Any]]) -> tuple[NavigationItem, ...]:
    """Return rows of name and slug as sections."""
    return tuple(NavigationItem(row["name"], row["slug"]) for row in rows)
