"""A data folder of its own for each test, awkward on purpose, and nothing left running after it."""

import pytest

from newsroom.embedded import clean_services, service_addresses
from newsroom.embedded.place import find_place
from newsroom.embedded.postgres import PostgresServer
from newsroom.embedded.valkey import ValkeyServer


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder with a space in its name, in a home that only its owner may enter."""
    home = tmp_path / "private home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(home / "my clone" / ".data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    # What a developer's shell may hold must not lead our servers and clients astray.
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGDATA", "/nonexistent")
    yield home / "my clone" / ".data"
    clean_services()


@pytest.fixture
def place(data):
    return find_place(data)


@pytest.fixture
def postgres(place):
    return PostgresServer(place)


@pytest.fixture
def valkey(place):
    return ValkeyServer(place)


@pytest.fixture
def addresses(data):
    return service_addresses()
