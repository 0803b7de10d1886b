"""How an API key is written: `newsroom_<prefix>_<secret><checksum>`, all in hexadecimal.

The word in front lets a scanner of repositories know a leaked key, and the checksum (CRC-32, as
in the tokens of code hosts) tells a mistyped key from a real one without asking the database.
The secret has 32 random bytes, so that a plain SHA-256 of it is safe to store.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import zlib

_FORM = re.compile(
    r"newsroom_(?P<prefix>[0-9a-f]{12})_(?P<secret>[0-9a-f]{64})(?P<checksum>[0-9a-f]{8})"
)


def new_key() -> tuple[str, str]:
    """Return a new prefix and the whole key that begins with it."""
    prefix = secrets.token_hex(6)
    body = f"newsroom_{prefix}_{secrets.token_hex(32)}"
    return prefix, body + _checksum(body)


def prefix_of(presented: str) -> str | None:
    """Return the prefix of what has the form and the checksum of a key, else None."""
    match = _FORM.fullmatch(presented)
    if match is None or _checksum(presented[:-8]) != match["checksum"]:
        return None
    return match["prefix"]


def digest_of(key: str) -> str:
    """Return what is stored of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"
