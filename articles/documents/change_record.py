"""A change as programs see it: in the changes feed, in its stream, and in a webhook."""

from __future__ import annotations

from typing import Any

from articles.documents.addresses import absolute
from articles.selectors.changes import PublicChange


def change_record(change: PublicChange) -> dict[str, Any]:
    """Return a change as programs see it. `etag` is a header's value, ready for If-None-Match."""
    is_there = bool(change.path)
    return {
        "sequence": change.sequence,
        "kind": change.kind.value,
        "at": change.at,
        "id": change.public_id,
        "version": change.version,
        "url": absolute(change.path) if is_there else None,
        "api_url": absolute(f"/api/v1/articles/{change.public_id}/") if is_there else None,
        "etag": f'"{change.etag}-json"' if is_there else None,
        "note": change.note or None,
    }
