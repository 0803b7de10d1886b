"""What may be said of a webhook endpoint."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from articles.gateways.targets import UnsafeTarget, read_target
from articles.models import ChangeKind, WebhookEndpoint

_NAME_LENGTH = WebhookEndpoint._meta.get_field("name").max_length or 0


class EndpointRefused(Exception):
    """The endpoint cannot be stored like this: `field` is at fault, the message says why."""

    def __init__(self, field: str, reason: str) -> None:
        """Keep the field, so that a form can say it in its place."""
        super().__init__(reason)
        self.field = field


def checked(*, name: str, url: str, kinds: Collection[str]) -> dict[str, Any]:
    """Return the columns as they are stored. Raises EndpointRefused."""
    name, url = " ".join(name.split()), url.strip()
    if not 0 < len(name) <= _NAME_LENGTH:
        raise EndpointRefused("name", f"A name has 1 to {_NAME_LENGTH} characters.")
    try:
        read_target(url)
    except UnsafeTarget as refusal:
        raise EndpointRefused("url", str(refusal)) from refusal
    unknown = sorted(set(kinds) - set(ChangeKind.values))
    if unknown:
        known = ", ".join(ChangeKind.values)
        raise EndpointRefused("kinds", f"Kinds are {known}; not {', '.join(unknown)}.")
    return {"name": name, "url": url, "kinds": [k for k in ChangeKind.values if k in kinds]}
