"""Tell somebody of changes from now on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from articles.actions._endpoint_fields import EndpointRefused, checked
from articles.actions._webhook_secret import check_of, new_seed, secret_of
from articles.actions.record_act import record_act
from articles.models import User, WebhookEndpoint
from articles.policies import can_administer, require

__all__ = ["EndpointRefused", "NewSecret", "add_endpoint"]


@dataclass(frozen=True, slots=True)
class NewSecret:
    """A secret of an endpoint. `text` is shown once: it is not stored."""

    endpoint: WebhookEndpoint
    text: str


@transaction.atomic
def add_endpoint(*, name: str, url: str, kinds: Collection[str], by: User) -> NewSecret:
    """Store the address with a secret of its own; it hears of what happens from now on.

    No `kinds` are all kinds. Raises NotAllowed, and EndpointRefused for an address that must not
    be called, an unknown kind or a missing name.
    """
    require(can_administer(by), "add")
    seed = new_seed()
    check = check_of(seed)
    endpoint = WebhookEndpoint.objects.create(
        **checked(name=name, url=url, kinds=kinds), secret_seed=seed, secret_check=check
    )
    record_act(by=by, verb="add", subject=endpoint, url=endpoint.url, kinds=endpoint.kinds)
    return NewSecret(endpoint, secret_of(seed, check))
