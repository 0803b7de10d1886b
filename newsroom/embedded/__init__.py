"""A real PostgreSQL and a real Valkey for development and tests, started where they are needed.

Production sets `DATABASE_URL` and `REDIS_URL`; then nothing here starts anything.
"""

from newsroom.embedded.addresses import Services, service_addresses
from newsroom.embedded.errors import ServiceError
from newsroom.embedded.place import Place, temporary_place
from newsroom.embedded.postgres import PostgresServer
from newsroom.embedded.services import (
    borrow_services,
    clean_services,
    embedded_servers,
    ensure_services,
    status,
    stop_services,
)
from newsroom.embedded.valkey import ValkeyServer

__all__ = [
    "Place",
    "PostgresServer",
    "ServiceError",
    "Services",
    "ValkeyServer",
    "borrow_services",
    "clean_services",
    "embedded_servers",
    "ensure_services",
    "service_addresses",
    "status",
    "stop_services",
    "temporary_place",
]
