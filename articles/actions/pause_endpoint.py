"""Let an endpoint wait."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.record_act import record_act
from articles.models import User, WebhookEndpoint
from articles.policies import can_administer, require


@transaction.atomic
def pause_endpoint(*, endpoint_id: int, by: User) -> None:
    """Send nothing more until it is resumed; what happens meanwhile waits for it.

    One that is paused stays as it is. Raises NotAllowed.
    """
    require(can_administer(by), "pause")
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    if endpoint.paused_at is None:
        WebhookEndpoint.objects.filter(pk=endpoint.pk).update(paused_at=Now())
        record_act(by=by, verb="pause", subject=endpoint)
