"""Give an endpoint a new secret, and time to learn it."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from articles.actions._webhook_secret import check_of, new_seed, secret_of
from articles.actions.add_endpoint import NewSecret
from articles.actions.record_act import record_act
from articles.models import User, WebhookEndpoint
from articles.policies import can_administer, require

__all__ = ["NewSecret", "rotate_endpoint_secret"]


@transaction.atomic
def rotate_endpoint_secret(*, endpoint_id: int, by: User) -> NewSecret:
    """Make a new secret; the old one signs beside it for a day, and then no more.

    A secret that was still in its day ends at once. Raises NotAllowed.
    """
    require(can_administer(by), "rotate")
    endpoint = WebhookEndpoint.objects.select_for_update().get(pk=endpoint_id)
    seed = new_seed()
    check = check_of(seed)
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(
        secret_seed=seed,
        secret_check=check,
        former_seed=endpoint.secret_seed,
        former_check=endpoint.secret_check,
        former_until=Now() + settings.WEBHOOK_OLD_SECRET_SIGNS,
    )
    endpoint.refresh_from_db()
    record_act(by=by, verb="rotate", subject=endpoint, old_until=str(endpoint.former_until))
    return NewSecret(endpoint, secret_of(seed, check))
