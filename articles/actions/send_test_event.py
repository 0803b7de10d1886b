"""Try the way to an endpoint."""

from __future__ import annotations

from django.db import transaction

from articles.actions.record_act import record_act
from articles.models import TEST_EVENT, Delivery, User, WebhookEndpoint
from articles.policies import can_administer, require


@transaction.atomic
def send_test_event(*, endpoint_id: int, by: User) -> Delivery:
    """Let an event that tells of nothing wait for the endpoint, in whatever state that is.

    It is tried once, and its failure counts for nothing. Raises NotAllowed.
    """
    require(can_administer(by), "test")
    endpoint = WebhookEndpoint.objects.get(pk=endpoint_id)
    record_act(by=by, verb="test", subject=endpoint)
    return Delivery.objects.create(endpoint=endpoint, kind=TEST_EVENT)
