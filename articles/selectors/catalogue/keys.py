"""What an address names a record by: its slug, or its public id."""

from __future__ import annotations

import re
import uuid

from django.db.models import Q

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


def named(key: str) -> Q:
    """Return the condition that a subject has this slug or, where it has the form of one, this id."""
    public_id = id_in(key)
    return Q(public_id=public_id) if public_id else Q(slug=key)


def id_in(key: str) -> uuid.UUID | None:
    """Return the public id that a key has the form of, or None: it is a slug."""
    return uuid.UUID(key) if _UUID.fullmatch(key) else None
