"""Let a program in by its key."""

from __future__ import annotations

import datetime as dt
import hmac

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.db.models.functions import Now

from articles.actions._key_format import digest_of, prefix_of
from articles.models import ApiKey

NOTED_AT_MOST_EVERY = dt.timedelta(minutes=1)


def use_api_key(*, presented: str) -> ApiKey | None:
    """Return the key with its user, or None if it is not one that is in force at this moment.

    Revocation, expiry and the user's own state are read every time; when the key was last used
    is written at most once a minute.
    """
    prefix = prefix_of(presented)
    if prefix is None:
        return None
    noted_lately = Q(last_used_at__gt=Now() - NOTED_AT_MOST_EVERY)
    key = (
        ApiKey.objects.select_related("user")
        .filter(prefix=prefix, revoked_at__isnull=True, user__is_active=True)
        .exclude(expires_at__lte=Now())
        .annotate(is_noted=ExpressionWrapper(noted_lately, output_field=BooleanField()))
        .first()
    )
    if key is None or not hmac.compare_digest(key.digest, digest_of(presented)):
        return None
    if not key.is_noted:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=Now())
    return key
