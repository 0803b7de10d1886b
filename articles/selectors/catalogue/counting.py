"""How many rows a list has: counted within a time, or guessed by the database's planner."""

from __future__ import annotations

import json
from typing import Any, Literal

from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet

Counting = Literal["exact", "estimate"]

LONGEST = 2000
"""Milliseconds that counting may take."""


class TooManyToCount(Exception):
    """Counting these takes too long; an estimate is always to be had."""


def counted(rows: QuerySet[Any, Any], how: Counting) -> int:
    """Return how many `rows` there are, or about how many. One query. Raises TooManyToCount.

    An estimate is what the planner expects: it costs no more with more rows.
    """
    if how == "estimate":
        (plan,) = json.loads(rows.order_by().explain(format="json"))
        return int(plan["Plan"]["Plan Rows"])
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(LONGEST)])
            return rows.count()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == _CANCELLED:
            raise TooManyToCount from error
        raise


_CANCELLED = "57014"  # query_canceled
