"""The one clock that schedules, leases and embargoes go by: the database's."""

from __future__ import annotations

import datetime as dt

from django.db import connection


def database_now() -> dt.datetime:
    """Return the start of the current transaction in whole seconds, UTC. Costs one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT date_trunc('second', now())")
        moment: dt.datetime = cursor.fetchone()[0]
    return moment
