"""Databases of the measurement's own, beside the one in use and never in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

NAME = "newsroom_bench"


@contextmanager
def own_database(name: str = NAME) -> Iterator[None]:
    """Point Django at a new, migrated database of this name; drop it afterwards.

    One that an earlier run left there, killed before its end, is replaced.
    """
    before = connection.settings_dict.copy()
    connection.settings_dict["TEST"] = {**before["TEST"], "NAME": name}
    connection.settings_dict["CONN_MAX_AGE"] = None  # one server process to read the CPU time of
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.settings_dict["NAME"] = name
        connection.creation.destroy_test_db(before["NAME"], verbosity=0)
        connection.settings_dict.update(before)


@contextmanager
def database(name: str) -> Iterator[None]:
    """Point Django at a database that is there, for a while."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
