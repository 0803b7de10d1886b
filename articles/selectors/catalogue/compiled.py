"""Queries that Django puts together once: later calls fill other values into the same SQL.

Putting it together costs more than PostgreSQL takes to answer. The conditions stay where they are,
in querysets; what is kept is their text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet


class NotCompilable(Exception):
    """A value does not reach PostgreSQL as it was given, so no other can take its place."""


class CompiledQuery:
    """The SQL of a queryset that was made with stand-ins where values differ from call to call."""

    def __init__(self, rows: QuerySet[Any, Any], stand_ins: Sequence[object]) -> None:
        """Put the SQL together. Raises NotCompilable where a stand-in is not found again."""
        self._sql, given = rows.query.sql_with_params()
        self._given = list(given)
        self._places = [
            (place, number)
            for place, value in enumerate(given)
            for number, one in enumerate(stand_ins)
            if isinstance(value, type(one)) and value == one
        ]
        if {number for _place, number in self._places} != set(range(len(stand_ins))):
            raise NotCompilable(self._sql)

    def rows(self, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Return the rows for these values, one for each stand-in. One query."""
        filled = self._given.copy()
        for place, number in self._places:
            filled[place] = values[number]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, filled)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
