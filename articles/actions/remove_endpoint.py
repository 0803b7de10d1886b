"""Take an address out of those that are told of changes."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count, Q

from articles.actions.record_act import record_act
from articles.models import DeliveryState, Job, JobKind, JobState, User, WebhookEndpoint
from articles.policies import can_administer, require


@transaction.atomic
def remove_endpoint(*, endpoint_id: int, by: User) -> None:
    """Remove an endpoint with its secrets and the log of what it was told; what waits is not sent.

    The audit entry keeps who it was and how many deliveries stood where. A call that is on its
    way is not called back. Raises NotAllowed, and DoesNotExist where it was removed already.
    """
    require(can_administer(by), "remove")
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    states = {state.value: Count("pk", filter=Q(state=state)) for state in DeliveryState}
    record_act(
        by=by,
        verb="remove",
        subject=endpoint,
        name=endpoint.name,
        url=endpoint.url,
        public_id=str(endpoint.public_id),
        was=endpoint.state.value,
        deliveries=endpoint.deliveries.aggregate(**states),
    )
    asked = Job.objects.filter(kind=JobKind.DELIVER, content_hash=endpoint.public_id.hex)
    asked.exclude(state=JobState.RUNNING).delete()  # one that runs finds out by itself
    endpoint.delete()
