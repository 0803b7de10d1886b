"""The secrets that sign webhooks: made of a stored seed and the SECRET_KEY, never stored.

Standard Webhooks 1.0: `whsec_` and base64 of 32 bytes. A copy of the database alone signs nothing
(docs/decisions/0012).
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.utils.crypto import salted_hmac
from standardwebhooks import Webhook

_SALT = "articles.webhook"


class SecretLost(Exception):
    """The SECRET_KEY that the secret was made with is gone: only a new secret helps."""


def new_seed() -> str:
    """Return what a new secret is made of."""
    return secrets.token_hex(32)


def check_of(seed: str) -> str:
    """Return what tells later whether the secret can still be made: part of its hash."""
    return _check(_secret(seed, settings.SECRET_KEY))


def secret_of(seed: str, check: str) -> str:
    """Return the secret, made with the SECRET_KEY or one of its SECRET_KEY_FALLBACKS.

    Raises SecretLost where none of them fits `check`.
    """
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = _secret(seed, key)
        if hmac.compare_digest(_check(secret), check):
            return secret
    raise SecretLost("Its secret was made with another SECRET_KEY: rotate it.")


def signed_headers(
    secret_texts: Iterable[str], *, message_id: str, at: dt.datetime, body: bytes
) -> dict[str, str]:
    """Return the three headers of Standard Webhooks, with a signature for each secret."""
    text = body.decode()
    signatures = [Webhook(secret).sign(message_id, at, text) for secret in secret_texts]
    return {
        "Content-Type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _secret(seed: str, key: str) -> str:
    made = salted_hmac(_SALT, seed, secret=key, algorithm="sha256").digest()
    return f"whsec_{base64.b64encode(made).decode()}"


def _check(secret: str) -> str:
    return hashlib.sha256(f"{_SALT}.check.{secret}".encode()).hexdigest()[:32]
