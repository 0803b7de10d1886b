"""Whether 11/6/2025 is a day in June: what the page and its other dates say."""

from __future__ import annotations

import datetime as dt
import re

from articles.engine.data import vocabulary
from articles.engine.types import Document

_NUMERIC = re.compile(
    r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/-])(?=(?P<rest>[^\n]{0,24}))"
)
_ORDERS = vocabulary("dates")["orders"]
_MONTH_FIRST = re.compile(r"\b(?:" + "|".join(_ORDERS["month_first_zones"]) + r")\b")
_NOON = 12
_NEAR = 2
_FAR = 20


def day_first(document: Document, now: dt.datetime | None) -> bool | None:
    """Return whether the day comes first in the numeric dates of a document; None if nothing tells.

    Told by the language's country, by another date of the text that can be read in one order only,
    by an American zone beside the date, or by the day of publication, if one reading is that day.
    """
    country = document.metadata.language.replace("_", "-").upper().partition("-")[2]
    if country:
        return country not in _ORDERS["month_first_countries"]
    found = list(_NUMERIC.finditer(document.text))
    orders = {order for one in found if (order := _order(one, now)) is not None}
    return orders.pop() if len(orders) == 1 else None


def _order(found: re.Match[str], now: dt.datetime | None) -> bool | None:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if max(first, second) > _NOON:
        return first > _NOON if min(first, second) <= _NOON else None
    if _MONTH_FIRST.search(found["rest"]):
        return False
    if now is None or first == second:
        return None
    distances = [
        abs((_date(year, *reading) - now.date()).days)
        for reading in ((first, second), (second, first))
    ]
    if min(distances) > _NEAR or max(distances) < _FAR:
        return None
    return distances[1] < distances[0]


def _date(year: int, month: int, day: int) -> dt.date:
    return dt.date(max(year, 1), month, day) if 1 <= month <= _NOON and day else dt.date.min
