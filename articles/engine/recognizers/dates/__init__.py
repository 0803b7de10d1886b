"""Dates in the text: of the calendar, and relative to the day of publication where that is known.

1. `words` makes the text tokens, in one scan.
2. The layers of the `grammar`, listed in `expressions`, replace runs of tokens by what they mean.
3. `placing` finds the days that are meant; the verb decides where a year is left out.
4. `mentions` picks what is a date in the news.
"""

from __future__ import annotations

import datetime as dt
import re

from articles.engine.data import vocabulary
from articles.engine.recognizers.dates.context import Context, Usage
from articles.engine.recognizers.dates.expressions import Expression, expressions, reduce
from articles.engine.recognizers.dates.mentions import mentions
from articles.engine.recognizers.dates.orders import day_first
from articles.engine.recognizers.dates.readings import Reading
from articles.engine.types import DateMention, Document

_SOUTH = re.compile(r"\b(?:" + "|".join(vocabulary("dates")["south"]["countries"]) + r")\b")
_LEAD = 600

__all__ = ["Context", "Expression", "Reading", "Usage", "expressions", "recognize"]


def recognize(
    document: Document, published: dt.date | dt.datetime | None = None
) -> list[DateMention]:
    """Return the dates of the text, in order.

    "Last week" and "Tuesday" are found only where `published` is given, since they mean nothing
    without it; "17 November" then gets the year that its verb or the calendar makes likely. The day
    is that of the zone in which the page is stamped. Where nothing says which number of 11/6/2025
    is the month, the date is the year alone, and ambiguous.
    """
    now = _local(document, published)
    context = Context(
        document.text,
        now,
        day_first=day_first(document, now),
        is_southern=_SOUTH.search(document.text, 0, _LEAD) is not None,
    )
    return list(mentions(reduce(context), context))


def _local(document: Document, published: dt.date | dt.datetime | None) -> dt.datetime | None:
    """Return the moment of publication by the clock of the page, where that is the same moment."""
    if not isinstance(published, dt.datetime):
        return dt.datetime.combine(published, dt.time(12)) if published else None
    for stamp in (document.metadata.published, document.metadata.updated):
        if (
            stamp
            and stamp.local
            and stamp.instant
            and published.tzinfo
            and stamp.instant == published
        ):
            return stamp.local.replace(tzinfo=None)
    return published.replace(tzinfo=None)
