"""Where a list goes on. Lists are walked by keyset: no page costs more than the first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from articles.selectors.catalogue.paging import Keyset, Page, Position

_FORM = re.compile(r"([0-9]{1,17})-([0-9]{1,18})")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)

Row = Mapping[str, Any]


class BadCursor(ValueError):
    """The text is no cursor that a list gave out."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The first or last row of a page, in the order of lists: newest first, then highest id."""

    visible_from: dt.datetime
    article_id: int

    def __str__(self) -> str:
        return f"{(self.visible_from - _EPOCH) // _MICROSECOND}-{self.article_id}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the cursor written in `text`, None for none. Raises BadCursor for anything else."""
        if not text:
            return None
        found = _FORM.fullmatch(text)
        if found is None:
            raise BadCursor
        try:
            moment = _EPOCH + int(found[1]) * _MICROSECOND
        except OverflowError as error:
            raise BadCursor from error
        return cls(moment, int(found[2]))


@dataclass(frozen=True, slots=True)
class Turn:
    """A page that was turned to: what is older than a row, or, turned back, what is newer."""

    cursor: Cursor
    is_back: bool = False

    @property
    def position(self) -> Position:
        """Return the same for a keyset."""
        return Position((self.cursor.visible_from, self.cursor.article_id), backwards=self.is_back)


@dataclass(frozen=True, slots=True)
class Turns:
    """Where the pages beside one begin: None where there is no such page."""

    older: Cursor | None = None
    newer: Cursor | None = None

    @classmethod
    def of(cls, page: Page[Row]) -> Self:
        """Return the turns of a page of a list."""
        return cls(*(Cursor(*one.key) if one else None for one in (page.next, page.previous)))


NO_TURNS = Turns()


def position_of(turn: Turn | None) -> Position | None:
    """Return where a page begins: None for the first."""
    return turn.position if turn else None


def newest_by(time: str, key: str) -> Keyset[Row]:
    """Return the order of a list, of rows read as dictionaries: by a time, then by a key."""
    return Keyset(columns=(time, key), key_of=lambda row: (row[time], row[key]), descending=True)


NEWEST = newest_by("visible_from", "article_id")
