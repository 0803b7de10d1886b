"""Change who listens, where, and to what."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from articles.actions._endpoint_fields import EndpointRefused, checked
from articles.actions.record_act import record_act
from articles.models import User, WebhookEndpoint
from articles.policies import can_administer, require

__all__ = ["EndpointRefused", "describe_endpoint"]


@transaction.atomic
def describe_endpoint(
    *, endpoint_id: int, name: str, url: str, kinds: Collection[str], by: User
) -> WebhookEndpoint:
    """Store what changed; what waits goes to the new address, what is told of was asked before.

    Raises NotAllowed and EndpointRefused.
    """
    require(can_administer(by), "change")
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    new = checked(name=name, url=url, kinds=kinds)
    changed = {column: value for column, value in new.items() if getattr(endpoint, column) != value}
    for column, value in changed.items():
        setattr(endpoint, column, value)
    if changed:
        endpoint.save(update_fields=[*changed])
        record_act(by=by, verb="change", subject=endpoint, **changed)
    return endpoint
