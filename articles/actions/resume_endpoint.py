"""Tell an endpoint again of what happens, and of what waits."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.record_act import record_act
from articles.models import User, WebhookEndpoint
from articles.policies import can_administer, require


@transaction.atomic
def resume_endpoint(*, endpoint_id: int, by: User) -> None:
    """End a pause, or what disabled it; what waits begins afresh, with all its days.

    What happened while it was disabled is not sent: the changes feed has it. Raises NotAllowed.
    """
    require(can_administer(by), "resume")
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(
        paused_at=None,
        disabled_at=None,
        disabled_reason="",
        failures=0,
        failing_since=None,
        resting_until=None,
    )
    endpoint.deliveries.pending().update(attempts=0, first_attempt_at=None, next_attempt_at=Now())
    record_act(by=by, verb="resume", subject=endpoint, was=endpoint.state.label)
