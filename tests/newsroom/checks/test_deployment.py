import datetime as dt

import pytest
from django.utils import timezone

from newsroom.checks.deployment import check_deployment


@pytest.fixture
def production(settings, monkeypatch):
    """What an operator sets."""
    settings.DEBUG = False
    settings.PUBLIC_URL = "https://news.example.org"
    settings.ALLOWED_HOSTS = ["news.example.org"]
    settings.BEHIND_TLS = True
    settings.WEBHOOKS_TO_LOOPBACK = False
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example.org/newsroom")
    monkeypatch.setenv("REDIS_URL", "redis://queue.example.org/0")
    return settings


def ids():
    return [error.id for error in check_deployment()]


def test_it_accepts_production(production):
    assert ids() == []


@pytest.mark.parametrize(
    ("error", "name", "value"),
    [
        ("newsroom.E100", "DEBUG", True),
        ("newsroom.E101", "ALLOWED_HOSTS", ["*", "news.example.org"]),
        ("newsroom.E102", "PUBLIC_URL", "http://news.example.org"),
        ("newsroom.E102", "BEHIND_TLS", False),
        ("newsroom.E103", "ALLOWED_HOSTS", ["localhost"]),
        ("newsroom.E104", "ATOMIC_REQUESTS", True),
        ("newsroom.E108", "WEBHOOKS_TO_LOOPBACK", True),
    ],
)
def test_it_refuses_what_is_not_fit_for_the_public(production, error, name, value):
    setattr(production, name, value)

    assert ids() == [error]


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL"])
def test_it_refuses_the_embedded_services(production, monkeypatch, name):
    monkeypatch.delenv(name)

    assert ids() == ["newsroom.E105"]


TOMORROW = timezone.now() + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("contact", "expires", "expected"),
    [
        ([], None, []),
        (["mailto:safe@news.example.org"], TOMORROW, []),
        (["https://news.example.org/safe", "tel:+351-1"], TOMORROW, []),
        (["safe@news.example.org"], TOMORROW, ["newsroom.E106"]),
        (["mailto:safe@news.example.org"], None, ["newsroom.E107"]),
        (["mailto:safe@news.example.org"], timezone.now(), ["newsroom.E107"]),
    ],
)
def test_it_refuses_a_contact_that_nobody_could_believe(production, contact, expires, expected):
    production.SECURITY_CONTACT = contact
    production.SECURITY_EXPIRES = expires

    assert ids() == expected
