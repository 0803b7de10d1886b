"""How the project talks to PostgreSQL."""

from __future__ import annotations

import os
from typing import Any, Protocol

import dj_database_url

WEB_STATEMENT_TIMEOUT = "2s"
WORKER_STATEMENT_TIMEOUT = "30s"


class Addresses(Protocol):
    """Where the database is."""

    @property
    def database_url(self) -> str:
        """Return the address as a URL."""
        ...

    @property
    def is_embedded_database(self) -> bool:
        """Return whether the project itself starts it."""
        ...


def connection_options(addresses: Addresses) -> dict[str, Any]:
    """Return Django's DATABASES entry.

    Statements that run too long are ended by the server: 30 s for workers and commands,
    2 s where DATABASE_STATEMENT_TIMEOUT says so (web processes).
    """
    options = dj_database_url.parse(
        addresses.database_url, conn_max_age=60, conn_health_checks=True
    )
    timeout = os.environ.get("DATABASE_STATEMENT_TIMEOUT", WORKER_STATEMENT_TIMEOUT)
    options["ENGINE"] = (
        "newsroom.embedded.backend" if addresses.is_embedded_database else "newsroom.postgresql"
    )
    options.setdefault("OPTIONS", {})["options"] = (
        f"-c statement_timeout={timeout} -c lock_timeout=5s"
        " -c idle_in_transaction_session_timeout=15s"
    )
    return dict(options)
