"""Give a program a key of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles.actions._key_format import digest_of, new_key
from articles.actions.record_act import record_act
from articles.models import ApiKey, Scope, User
from articles.policies import can_administer, require

__all__ = ["SCOPES", "IssuedKey", "KeyRefused", "issue_api_key"]

SCOPES = {scope.value: str(scope.label) for scope in Scope}
"""What may be given to a key, and what each allows."""


class KeyRefused(Exception):
    """No key can be made of this: the message says why."""


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A new key. `text` is shown once: only its hash is stored."""

    record: ApiKey
    text: str


@transaction.atomic
def issue_api_key(
    *,
    username: str,
    name: str,
    scopes: Collection[str],
    lifetime: dt.timedelta | None = None,
    by: User | None = None,
) -> IssuedKey:
    """Make a key that acts as the user of that name, within `scopes`.

    `by=None` is the operator at the command line. Raises NotAllowed, and KeyRefused for an
    unknown user, an unknown scope, a missing name or a lifetime that is over.
    """
    require(by is None or can_administer(by), "issue keys for")
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        message = f"There is no active user {username!r}."
        raise KeyRefused(message)
    _check(name=name, scopes=scopes, lifetime=lifetime)
    prefix, text = new_key()
    record = ApiKey.objects.create(
        user=user,
        name=name,
        prefix=prefix,
        digest=digest_of(text),
        scopes=sorted(set(scopes)),
        expires_at=timezone.now() + lifetime if lifetime else None,
    )
    record_act(by=by, verb="issue", subject=record, scopes=record.scopes, user=username)
    return IssuedKey(record, text)


def _check(*, name: str, scopes: Collection[str], lifetime: dt.timedelta | None) -> None:
    if not name.strip():
        message = "A key needs a name that says what it is for."
        raise KeyRefused(message)
    unknown = sorted(set(scopes) - set(Scope.values))
    if unknown or not scopes:
        message = f"Scopes are {', '.join(Scope.values)}; not {', '.join(unknown) or 'none'}."
        raise KeyRefused(message)
    if lifetime is not None and lifetime <= dt.timedelta():
        message = "A key must live longer than nothing."
        raise KeyRefused(message)
