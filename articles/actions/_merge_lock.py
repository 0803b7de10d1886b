"""Publishing and merging exclude each other; publications do not exclude one another.

What is published while a record becomes part of another would go on naming the one that is gone.
Take the lock first in a transaction, before any row.
"""

from __future__ import annotations

from django.db import connection

MERGE_LOCK = 0x6D657267  # "merg": held until the transaction ends


def exclude_merging() -> None:
    """Let no record be merged until this transaction ends."""
    _take("pg_advisory_xact_lock_shared")


def exclude_publishing() -> None:
    """Let nothing be published until this transaction ends."""
    _take("pg_advisory_xact_lock")


def _take(function: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [MERGE_LOCK])
