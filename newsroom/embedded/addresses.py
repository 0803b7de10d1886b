"""Where the database, the broker and the cache are: the operator's own servers, or ours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsroom.embedded.place import data_folder, find_place
from newsroom.embedded.postgres import PostgresServer
from newsroom.embedded.valkey import ValkeyServer

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Services:
    """The addresses in the forms that Django, Celery and redis-py take."""

    database_url: str
    redis_url: str
    data_dir: Path
    is_embedded_database: bool
    is_embedded_redis: bool

    @property
    def broker_url(self) -> str:
        """The broker's address as Celery writes it, which differs for a socket."""
        parts = urlsplit(self.redis_url)
        if parts.scheme != "unix":
            return self.redis_url
        query = dict(parse_qsl(parts.query))
        query["virtual_host"] = query.pop("db", "0")
        return f"redis+socket://{parts.path}?{urlencode(query)}"

    @property
    def cache_url(self) -> str:
        """The cache's address: the database after the broker's, so that clearing it loses no bell."""
        parts = urlsplit(self.redis_url)
        if parts.scheme == "unix":
            query = dict(parse_qsl(parts.query))
            query["db"] = str(int(query.get("db", "0")) + 1)
            return f"unix://{parts.path}?{urlencode(query)}"
        return urlunsplit(parts._replace(path=f"/{int(parts.path.strip('/') or 0) + 1}"))


def service_addresses() -> Services:
    """Return where the services are, or will be once they are started. Starts nothing.

    `DATABASE_URL` and `REDIS_URL` name the operator's servers; each that is not set, or empty,
    stands for an embedded one. Raises ServiceError where no account could run those.
    """
    data = data_folder()
    database_url = os.environ.get("DATABASE_URL", "")
    redis_url = os.environ.get("REDIS_URL", "")
    return Services(
        database_url=database_url or PostgresServer(find_place(data)).url,
        redis_url=redis_url or ValkeyServer(find_place(data)).url,
        data_dir=data,
        is_embedded_database=not database_url,
        is_embedded_redis=not redis_url,
    )
