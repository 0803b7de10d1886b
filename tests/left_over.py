"""Databases of runs that were killed."""

import os
import re

from django.db import connection

_NAME = re.compile(r"test_newsroom_(?P<process>\d+)(?:_\w+)?")


def drop_left_over_databases():
    """Remove the test databases whose run is no more."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        for (name,) in cursor.fetchall():
            found = _NAME.fullmatch(name)
            if found and not _is_alive(int(found["process"])):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
