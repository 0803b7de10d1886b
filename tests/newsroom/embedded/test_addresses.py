"""Each client gets the address in the form that it takes."""

import pytest

from newsroom.embedded import service_addresses


@pytest.mark.parametrize(
    ("redis_url", "broker_url", "cache_url"),
    [
        # The cache takes the database after the broker's.
        ("redis://queue:6379/0", "redis://queue:6379/0", "redis://queue:6379/1"),
        ("redis://queue:6379", "redis://queue:6379", "redis://queue:6379/1"),
        ("redis://:s%40fe@queue/3", "redis://:s%40fe@queue/3", "redis://:s%40fe@queue/4"),
        # Options travel along.
        (
            "rediss://queue/0?ssl_cert_reqs=required",
            "rediss://queue/0?ssl_cert_reqs=required",
            "rediss://queue/1?ssl_cert_reqs=required",
        ),
        # Celery has a spelling of its own for sockets.
        (
            "unix:///run/v.sock?db=2",
            "redis+socket:///run/v.sock?virtual_host=2",
            "unix:///run/v.sock?db=3",
        ),
        (
            "unix:///run/v.sock",
            "redis+socket:///run/v.sock?virtual_host=0",
            "unix:///run/v.sock?db=1",
        ),
    ],
)
def test_it_spells_the_address_for_broker_and_cache(
    redis_url, broker_url, cache_url, data, monkeypatch
):
    monkeypatch.setenv("REDIS_URL", redis_url)

    services = service_addresses()

    assert services.broker_url == broker_url
    assert services.cache_url == cache_url
    assert not services.is_embedded_redis


def test_an_empty_variable_counts_as_unset(data, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")

    services = service_addresses()

    assert services.is_embedded_database
    assert services.database_url.startswith("postgresql://newsroom@:5432/newsroom?host=/tmp/")


def test_the_address_is_known_before_anything_runs_and_stays(data):
    assert service_addresses() == service_addresses()


def test_the_socket_path_is_short_however_long_the_clone_path_is(tmp_path, monkeypatch):
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(tmp_path / ("deep" * 40)))

    assert len(service_addresses().redis_url) < 80
