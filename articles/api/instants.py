"""Days and instants in a query. A day means the day of the publication's zone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEARS = range(1900, 2200)
_SHAPE = (
    "It is a day (2025-11-06) or an instant with its zone (2025-11-06T18:36:00Z),"
    f" in the years {_YEARS.start} to {_YEARS.stop - 1}."
)

Reader = Callable[[str], dt.datetime]


def begin_of(raw: str) -> dt.datetime:
    """Return the first instant that counts. Raises ValueError."""
    moment, _step = _read(raw)
    return moment


def end_of(raw: str) -> dt.datetime:
    """Return the first instant that no longer counts: the day or second itself is within.

    Raises ValueError.
    """
    moment, step = _read(raw)
    return moment + step


def _read(raw: str) -> tuple[dt.datetime, dt.timedelta]:
    try:
        moment = dt.datetime.fromisoformat(raw)
    except ValueError as error:
        raise ValueError(_SHAPE) from error
    if moment.year not in _YEARS:
        raise ValueError(_SHAPE)
    if _DAY.fullmatch(raw):
        zone = ZoneInfo(settings.PUBLICATION_TIME_ZONE)
        return moment.replace(tzinfo=zone), dt.timedelta(days=1)
    if moment.tzinfo is None:
        raise ValueError(_SHAPE)
    return moment, dt.timedelta(seconds=1)
