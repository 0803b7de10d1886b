"""Do what a request asks for once, and remember the answer with the effect."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models.functions import Now

from articles.models import ApiKey, KeptAnswer

__all__ = ["KEPT_FOR", "Answer", "KeyReused", "StillRunning", "answer_once"]

KEPT_FOR = dt.timedelta(hours=24)
_SUCCESS = range(200, 300)


class StillRunning(Exception):
    """A request with this key is being answered at this moment."""


class KeyReused(Exception):
    """The key came with another request before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: status, headers, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@transaction.atomic
def answer_once(
    *, api_key: ApiKey, idempotency_key: str, request_hash: str, do: Callable[[], Answer]
) -> tuple[Answer, bool]:
    """Return the answer and whether it is an old one; `do` runs only where there is none.

    What `do` writes and the memory of it are one transaction. A failure, raised or answered, is
    not remembered: nothing was done, so the request may be tried again. Raises StillRunning,
    KeyReused, and whatever `do` raises.
    """
    _take(api_key, idempotency_key)
    same = KeptAnswer.objects.filter(api_key=api_key, idempotency_key=idempotency_key)
    same.filter(created_at__lte=Now() - KEPT_FOR).delete()
    kept = same.first()
    if kept is not None:
        if kept.request_hash != request_hash:
            raise KeyReused
        return Answer(kept.status, kept.headers, bytes(kept.body)), True
    answer = do()
    if answer.status in _SUCCESS:
        KeptAnswer.objects.create(
            api_key=api_key,
            idempotency_key=idempotency_key,
            request_hash=request_hash,
            status=answer.status,
            headers=dict(answer.headers),
            body=answer.body,
        )
    return answer, False


def _take(api_key: ApiKey, idempotency_key: str) -> None:
    """Hold the key until this transaction ends. Raises StillRunning where another one holds it."""
    named = f"{api_key.pk}:{idempotency_key}".encode()
    number = int.from_bytes(hashlib.blake2b(named, digest_size=8).digest(), "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [number])
        if not cursor.fetchone()[0]:
            raise StillRunning
