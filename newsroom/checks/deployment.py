"""What an operator must have decided before the public may come. `manage.py check --deploy`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from newsroom.embedded import service_addresses


@register(Tags.security, deploy=True)
def check_deployment(**_: Any) -> list[CheckMessage]:
    """Return what is not fit for the public."""
    return [*_errors()]


def _errors() -> Iterator[Error]:
    if settings.DEBUG:
        yield _error("E100", "Error pages would show settings and code.", "Set DEBUG=false.")
    if "*" in settings.ALLOWED_HOSTS:
        yield _error(
            "E101", "Anybody could choose the host in our links.", "Name the hosts: ALLOWED_HOSTS."
        )
    if urlsplit(settings.PUBLIC_URL).scheme != "https" or not settings.BEHIND_TLS:
        yield _error(
            "E102",
            "Passwords and sessions would travel in the open.",
            "Set PUBLIC_URL to the https address and BEHIND_TLS=true.",
        )
    if urlsplit(settings.PUBLIC_URL).hostname not in settings.ALLOWED_HOSTS:
        yield _error(
            "E103",
            "The public address would be refused.",
            "Name the host of PUBLIC_URL in ALLOWED_HOSTS.",
        )
    if settings.ATOMIC_REQUESTS or settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        yield _error(
            "E104",
            "Slow work would hold a transaction open.",
            "ATOMIC_REQUESTS = False: actions open their own transactions.",
        )
    services = service_addresses()
    if services.is_embedded_database or services.is_embedded_redis:
        yield _error(
            "E105",
            "The embedded database and broker are made for development and tests.",
            "Set DATABASE_URL and REDIS_URL to servers of your own.",
        )


def _error(number: str, message: str, hint: str) -> Error:
    return Error(message, hint=hint, id=f"newsroom.{number}")
