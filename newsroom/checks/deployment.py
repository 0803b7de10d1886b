"""What an operator must have decided before the public may come. `manage.py check --deploy`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.utils import timezone

from newsroom.embedded import service_addresses

_CONTACT_SCHEMES = ("mailto", "https", "tel")


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
    if settings.WEBHOOKS_TO_LOOPBACK:
        yield _error(
            "E108",
            "Webhooks could be sent to this machine itself, and unencrypted.",
            "Unset WEBHOOKS_TO_LOOPBACK: it is for development and tests.",
        )
    yield from _contact_errors()
    services = service_addresses()
    if services.is_embedded_database or services.is_embedded_redis:
        yield _error(
            "E105",
            "The embedded database and broker are made for development and tests.",
            "Set DATABASE_URL and REDIS_URL to servers of your own.",
        )


def _contact_errors() -> Iterator[Error]:
    contacts, expires = settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES
    everybody = [*contacts, *settings.PUBLICATION_CONTACT]
    if any(urlsplit(one).scheme not in _CONTACT_SCHEMES for one in everybody):
        yield _error(
            "E106",
            "Nobody could follow a contact.",
            "Begin each address in SECURITY_CONTACT and PUBLICATION_CONTACT with mailto:, https: or"
            " tel:.",
        )
    if contacts and (expires is None or expires.timestamp() <= timezone.now().timestamp()):
        yield _error(
            "E107",
            "security.txt would not be believed: it does not say until when, or that day is over.",
            "Set SECURITY_EXPIRES to an instant less than a year ahead: 2027-06-30T00:00:00Z.",
        )


def _error(number: str, message: str, hint: str) -> Error:
    return Error(message, hint=hint, id=f"newsroom.{number}")
