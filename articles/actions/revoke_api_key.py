"""Take a key back."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from articles.actions.record_act import record_act
from articles.models import ApiKey, User
from articles.policies import can_administer, require

__all__ = ["NoSuchKey", "revoke_api_key"]


class NoSuchKey(Exception):
    """No key has this prefix."""


@transaction.atomic
def revoke_api_key(*, prefix: str, by: User | None = None) -> ApiKey:
    """End the key with that prefix at once; one that has ended stays as it is.

    `by=None` is the operator at the command line; the key's own user may end it too. Raises
    NotAllowed and NoSuchKey.
    """
    key = ApiKey.objects.select_for_update().filter(prefix=prefix).first()
    if key is None:
        raise NoSuchKey(prefix)
    require(by is None or by.pk == key.user_id or can_administer(by), "revoke")
    if key.revoked_at is None:
        ApiKey.objects.filter(pk=key.pk).update(revoked_at=Now())
        key.refresh_from_db(fields=["revoked_at"])
        record_act(by=by, verb="revoke", subject=key)
    return key
