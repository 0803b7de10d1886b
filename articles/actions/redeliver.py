"""Send a message again."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.record_act import record_act
from articles.models import Delivery, DeliveryState, User
from articles.policies import can_administer, require


@transaction.atomic
def redeliver(*, delivery_id: int, by: User) -> Delivery:
    """Let a delivery wait again, whatever became of it: the same id, the same bytes, new tries.

    What its article may not tell any more is withheld again. Raises NotAllowed.
    """
    require(can_administer(by), "redeliver")
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    Delivery.objects.filter(pk=delivery.pk).update(
        state=DeliveryState.PENDING,
        attempts=0,
        first_attempt_at=None,
        next_attempt_at=Now(),
        delivered_at=None,
    )
    record_act(by=by, verb="redeliver", subject=delivery, was=delivery.state)
    delivery.refresh_from_db()
    return delivery
