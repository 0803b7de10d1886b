"""Django's PostgreSQL backend, which asks whether a kept connection is alive without a round trip."""

from __future__ import annotations

import select

from django.db.backends.postgresql.base import DatabaseWrapper as PostgresqlWrapper


class DatabaseWrapper(PostgresqlWrapper):
    """A server that ends a connection says so on it; a healthy one is silent between questions."""

    def is_usable(self) -> bool:
        """Return whether the connection can be used; ask the server only where it said something."""
        if self.connection is None or self.connection.closed:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN)
        return super().is_usable() if line.poll(0) else True
