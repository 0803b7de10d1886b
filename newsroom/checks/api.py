"""A limit that cannot be read would only be missed once somebody asks too often."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from limits import parse


@register()
def limits_can_be_read(**_: Any) -> list[CheckMessage]:
    """Return an error for each of `API_RATE_LIMITS` that is no number a time."""
    return [
        Error(
            f"API_LIMIT_{name.upper()}={written!r} is no limit.",
            hint="Write it as 120/minute, 5000/hour; or leave it empty for none.",
            id="newsroom.E050",
        )
        for name, written in settings.API_RATE_LIMITS.items()
        if written and not _is_limit(written)
    ]


def _is_limit(written: str) -> bool:
    try:
        parse(written)
    except ValueError:
        return False
    return True
