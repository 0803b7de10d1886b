"""Django's PostgreSQL backend for the embedded server: the first connection starts it.

So importing the settings, asking for help or reading a file starts nothing, and a server that was
killed is back with the next connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import OperationalError

from newsroom.embedded.errors import ServiceError
from newsroom.embedded.services import ensure_services
from newsroom.postgresql.base import DatabaseWrapper as PostgresqlWrapper

if TYPE_CHECKING:
    from psycopg import Connection


class DatabaseWrapper(PostgresqlWrapper):
    """PostgreSQL as Django knows it, started where it does not run."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        """Connect, once the server is ready. Raises OperationalError where it cannot be started."""
        try:
            ensure_services()
        except ServiceError as error:
            raise OperationalError(str(error)) from error
        connection: Connection[Any] = super().get_new_connection(conn_params)
        return connection
