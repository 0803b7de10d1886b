"""Let those who follow by webhook hear of changes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from articles.models import Change

_INSERT = """
INSERT INTO articles_delivery
    (public_id, created_at, endpoint_id, change_id, article_id, sequence, kind,
     state, payload, attempts, last_error, log)
SELECT uuidv7(), now(), endpoint.id, change.id, change.article_id, change.sequence, change.kind,
     'pending', '', 0, '', '[]'
FROM articles_change AS change CROSS JOIN articles_webhookendpoint AS endpoint
WHERE change.id = ANY(%s)
  AND endpoint.disabled_at IS NULL
  AND (endpoint.kinds = '{}' OR change.kind = ANY(endpoint.kinds))
ORDER BY change.sequence, endpoint.id
FOR KEY SHARE OF endpoint
"""


def queue_deliveries(*, changes: Sequence[Change]) -> None:
    """Insert a delivery for each of `changes` and each endpoint that asked for its kind.

    Call it in the transaction of the changes. It costs one statement; the relay finds the rows.
    A paused endpoint gets its rows, too, and hears of them when it goes on. One that is being
    removed is waited for, and gets none.
    """
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [[change.pk for change in changes]])
