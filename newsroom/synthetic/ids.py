"""Public ids that are the same each time."""

from __future__ import annotations

import datetime as dt
import uuid
from random import Random

_VERSION, _VARIANT = 7, 0b10


def public_id(moment: dt.datetime, rng: Random) -> uuid.UUID:
    """Return a UUIDv7 (RFC 9562, 5.7) of that instant."""
    milliseconds = int(moment.timestamp() * 1000)
    number = milliseconds << 80 | _VERSION << 76 | rng.getrandbits(12) << 64
    return uuid.UUID(int=number | _VARIANT << 62 | rng.getrandbits(62))
