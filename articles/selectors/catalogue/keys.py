"""What an address names a record by: its slug, or its public id."""

from __future__ import annotations

import re
import uuid

from django.db.models import Q

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def named(key: str) -> Q:
    """Return the condition that a subject has this slug or, where it has the form of one, this id."""
    if _UUID.fullmatch(key):
        return Q(public_id=uuid.UUID(key))
    return Q(slug=key)
