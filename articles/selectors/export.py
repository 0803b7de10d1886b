"""Everything public, for those who begin a copy: as many rows in memory as a batch has."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from django.db.models.functions import Now

from articles.models import StoredDocument

BATCH = 50
"""About half a megabyte: more at a time would not be faster."""

_FIRST = uuid.UUID(int=0)


def details(*, after: uuid.UUID | None = None) -> Iterator[str]:
    """Return the JSON of every public article in the order of ids, from behind `after` on.

    Each batch is a query of its own, so that no transaction stays open while somebody reads
    slowly. What changes meanwhile is told by the changes after the sequence read before.
    """
    rows = StoredDocument.objects.visible_at(Now()).order_by("public_id")
    last = after or _FIRST
    while True:
        batch = list(rows.filter(public_id__gt=last).values_list("public_id", "detail")[:BATCH])
        yield from (detail for _, detail in batch)
        if len(batch) < BATCH:
            return
        last = batch[-1][0]
