"""Real servers, as production runs them: granian with two workers, each on a database of its own."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from bench import cpu
from newsroom.embedded import service_addresses
from newsroom.supervision.commands import WEB_THREADS, WEB_WORKERS
from newsroom.supervision.ports import LOOPBACK, free_port

_FIRST_PORT = 8600
_CONNECTIONS = 4
_PATIENCE = 60.0
_NEVER = "1000000/second"


@dataclass(slots=True)
class Server:
    """A running server, its worker processes, and connections to it that stay open."""

    name: str
    port: int
    workers: list[int]
    _open: list[http.client.HTTPConnection] = field(init=False)
    _connections: Iterator[http.client.HTTPConnection] = field(init=False)

    def __post_init__(self) -> None:
        """Make the connections; they open with the first request."""
        self._open = [http.client.HTTPConnection(LOOPBACK, self.port) for _ in range(_CONNECTIONS)]
        self._connections = cycle(self._open)

    def close(self) -> None:
        """Close the connections."""
        for one in self._open:
            one.close()

    def get(self, address: str) -> bytes:
        """Return the body of the answer. Raises LookupError for any status but 200."""
        connected = next(self._connections)
        connected.request("GET", address, headers={"Accept": "*/*"})
        answer = connected.getresponse()
        body = answer.read()
        if answer.status != http.client.OK:
            message = f"{self.name}: {address} answered {answer.status}: {body[:300]!r}"
            raise LookupError(message)
        return body

    def processes(self) -> list[int]:
        """Return the PostgreSQL processes that serve it now."""
        with connection.cursor() as cursor:
            query = "SELECT pid FROM pg_stat_activity WHERE application_name = %s"
            cursor.execute(query, [self.name])
            return [pid for (pid,) in cursor.fetchall()]


@contextmanager
def serving(name: str, *, database: str, urls: str = "newsroom.urls") -> Iterator[Server]:
    """Run a server under a name on the database of that name; it is stopped afterwards."""
    port = free_port(_FIRST_PORT)
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--no-ws",
        "--log-level",
        "warning",
    ]
    command += ["--host", LOOPBACK, "--port", str(port), "--workers", str(WEB_WORKERS)]
    command += ["--backpressure", str(WEB_THREADS), "newsroom.wsgi:application"]
    process = subprocess.Popen(command, env={**os.environ, **_environment(name, database, urls)})
    try:
        with closing(Server(name, port, _workers(process, port))) as server:
            yield server
    finally:
        process.terminate()
        process.wait()


def _environment(name: str, database: str, urls: str) -> dict[str, str]:
    addresses = service_addresses()
    return {
        "DATABASE_URL": _address_of(addresses.database_url, database),
        "REDIS_URL": addresses.cache_url,
        "ROOT_URLCONF": urls,
        "PUBLIC_URL": settings.PUBLIC_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "PGAPPNAME": name,
        "DATABASE_STATEMENT_TIMEOUT": "30s",
        "API_LIMIT_SEARCH": _NEVER,
        "LOG_LEVEL": "WARNING",
    }


def _address_of(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def _workers(process: subprocess.Popen[bytes], port: int) -> list[int]:
    """Wait until it answers, and return its workers."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        asked = http.client.HTTPConnection(LOOPBACK, port)
        try:
            asked.request("GET", "/robots.txt")
            asked.getresponse().read()
        except OSError:
            time.sleep(0.2)
            continue
        finally:
            asked.close()
        found = cpu.children(process.pid)
        if len(found) >= WEB_WORKERS:
            return found
    message = "The server did not start."
    raise RuntimeError(message)
