"""Where a page begins, as opaque text in an address.

A cursor holds nothing secret and is not signed: it is checked, and a forged one can ask for
nothing that a walk through the pages would not show.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from collections.abc import Callable

import orjson

from articles.selectors.catalogue import Position

Reader = Callable[[str], Position]

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,200}")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LARGEST_ID = 2**63 - 1
_SECONDS = range(2**36)  # 1970 to 4147: what a database and a datetime both hold


class BadCursor(ValueError):
    """Not a cursor of this list."""

    def __init__(self) -> None:
        """Say the same of every bad cursor."""
        super().__init__("This is not a cursor of this list: take it from `next` or `previous`.")


def write_cursor(position: Position) -> str:
    """Return the text of a position whose key holds instants, ids or slugs."""
    key = [_microseconds(part) if isinstance(part, dt.datetime) else part for part in position.key]
    raw = orjson.dumps([int(position.backwards), *key])
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def newest_articles(text: str) -> Position:
    """Read a cursor of a list of articles. Raises BadCursor."""
    match _read(text):
        case [(0 | 1) as backwards, int(moment), int(pk)] if _is_id(pk):
            return Position((_instant(moment), pk), backwards=bool(backwards))
    raise BadCursor


def newest_ids(text: str) -> Position:
    """Read a cursor of a list that runs by id. Raises BadCursor."""
    match _read(text):
        case [(0 | 1) as backwards, int(pk)] if _is_id(pk):
            return Position((pk,), backwards=bool(backwards))
    raise BadCursor


def slugs(text: str) -> Position:
    """Read a cursor of a list that runs by slug. Raises BadCursor."""
    match _read(text):
        case [(0 | 1) as backwards, str(slug)] if _SLUG.fullmatch(slug):
            return Position((slug,), backwards=bool(backwards))
    raise BadCursor


def _read(text: str) -> object:
    try:
        return orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True))
    except (binascii.Error, ValueError) as error:
        raise BadCursor from error


def _is_id(value: int) -> bool:
    return not isinstance(value, bool) and 0 < value <= _LARGEST_ID


def _microseconds(instant: dt.datetime) -> int:
    return (instant - _EPOCH) // dt.timedelta(microseconds=1)


def _instant(microseconds: int) -> dt.datetime:
    if microseconds // 1_000_000 not in _SECONDS:
        raise BadCursor
    return _EPOCH + dt.timedelta(microseconds=microseconds)
