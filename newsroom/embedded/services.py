"""Starting, finding, stopping and removing the embedded servers, whoever asks and how many at once.

One lock lets one process change them at a time. Another, shared, counts who is using them: the
last to let go stops them.
"""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsroom.embedded.addresses import Services, service_addresses
from newsroom.embedded.errors import ServiceError
from newsroom.embedded.place import Place, data_folder, earlier_places, find_place
from newsroom.embedded.postgres import PostgresServer
from newsroom.embedded.valkey import ValkeyServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

Server = PostgresServer | ValkeyServer


def embedded_servers(services: Services) -> list[Server]:
    """Return the servers that this project runs itself, in the order in which they start."""
    servers: list[Server] = []
    if services.is_embedded_database:
        servers.append(PostgresServer(find_place(services.data_dir)))
    if services.is_embedded_redis:
        servers.append(ValkeyServer(find_place(services.data_dir)))
    return servers


def ensure_services() -> Services:
    """Return the services, running: started, adopted or the operator's own.

    Any number of processes may call it at once, and often: it takes about a millisecond where all
    is well. Raises ServiceError.
    """
    services = service_addresses()
    servers = embedded_servers(services)
    if all(server.is_ready() for server in servers):
        return services
    with _alone(services.data_dir):
        place = find_place(services.data_dir)
        place.prepare()
        for earlier in earlier_places(place):
            _stop(earlier)
        for server in servers:
            server.start()
    return services


def stop_services() -> None:
    """Stop the embedded servers and keep their data. Raises ServiceError where one goes on."""
    data = data_folder()
    if data.exists():
        with _alone(data):
            _stop(find_place(data))


def clean_services() -> None:
    """Stop the embedded servers and remove all that they stored."""
    data = data_folder()
    if data.exists():
        with _alone(data):
            place = find_place(data)
            _stop(place)
            place.remove()


@contextmanager
def borrow_services() -> Iterator[Services]:
    """Lend running services for a while; stop them at the end if nobody else borrows them."""
    with _open(data_folder() / "services.users") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield ensure_services()
        finally:
            if _is_last(users):
                stop_services()


def status() -> str:
    """Return a line for each service: its name, whether it runs, its address."""
    services = service_addresses()
    running = {server.name: server.is_ready() for server in embedded_servers(services)}
    lines = [("PostgreSQL", services.database_url), ("Valkey", services.redis_url)]
    words = {True: "running", False: "stopped", None: "not ours"}
    return "".join(f"{name:<11}{words[running.get(name)]:<9} {url}\n" for name, url in lines)


def _is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stop(place: Place) -> None:
    for server in (ValkeyServer(place), PostgresServer(place)):
        server.stop()


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Wait until no other process changes the servers. A killed one lets go by dying."""
    with _open(data / "services.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _open(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a")
    except OSError as error:
        message = f"The embedded services cannot keep their files: {error}."
        raise ServiceError(message) from error
