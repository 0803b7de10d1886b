"""Pages by keyset: a page starts after a row, not after a number of rows.

Nothing is counted unasked and nothing is skipped over, so the thousandth page costs what the first one
costs, and new arrivals move nobody's page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

from articles.selectors.catalogue.counting import Counting, counted

Row = TypeVar("Row")
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page begins: after the row with this key, or, `backwards`, before it."""

    key: Key
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list, and where the pages beside it begin; how many in all, if that was asked."""

    rows: list[Row]
    next: Position | None
    previous: Position | None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Keyset(Generic[Row]):
    """An order that is total: one column that is unique, or one column and a unique one."""

    columns: tuple[str, ...]
    key_of: Callable[[Row], Key]
    descending: bool

    def page(
        self,
        rows: QuerySet[Any, Any],
        *,
        limit: int,
        position: Position | None = None,
        count: Counting | None = None,
    ) -> Page[Row]:
        """Return at most `limit` of `rows` from `position` on, in one query.

        Counting all rows costs more, and is done only where it is asked for.
        """
        in_all = counted(rows, count) if count else None
        found = list(self.from_position(rows, limit=limit, position=position))
        return replace(self.page_of(found, limit=limit, position=position), count=in_all)

    def from_position(
        self, rows: QuerySet[Any, Any], *, limit: int, position: Position | None
    ) -> QuerySet[Any, Any]:
        """Return the rows from `position` on, one more than `limit`: it tells whether there are more."""
        downwards = self.descending != (position is not None and position.backwards)
        if position is not None:
            rows = rows.filter(self._beyond(position.key, downwards=downwards))
        sign = "-" if downwards else ""
        return rows.order_by(*(f"{sign}{column}" for column in self.columns))[: limit + 1]

    def page_of(self, found: list[Row], *, limit: int, position: Position | None) -> Page[Row]:
        """Return the page that was found `from_position`, in the order of the list."""
        is_more, found = len(found) > limit, found[:limit]
        if not found:
            return Page(rows=[], next=None, previous=None)
        backwards = position is not None and position.backwards
        if backwards:
            found.reverse()
        has_next = backwards or is_more
        has_previous = is_more if backwards else position is not None
        return Page(
            rows=found,
            next=Position(self.key_of(found[-1])) if has_next else None,
            previous=Position(self.key_of(found[0]), backwards=True) if has_previous else None,
        )

    def _beyond(self, key: Key, *, downwards: bool) -> Q:
        """Return the condition "after this key" in a form that a range scan of an index serves."""
        side = "lt" if downwards else "gt"
        first, *rest = self.columns
        if not rest:
            return Q(**{f"{first}__{side}": key[0]})
        other_side = "gte" if downwards else "lte"
        return Q(**{f"{first}__{side}e": key[0]}) & ~Q(
            **{first: key[0], f"{rest[0]}__{other_side}": key[1]}
        )
