"""The forms of an article that programs are sent, and where each is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.documents.addresses import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

MEDIA_TYPES = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ninjs": "application/vnd.iptc.ninjs+json",
    "md": "text/markdown",
    "atom": "application/atom+xml;type=entry",
}
"""By the end of their addresses. An entry is no feed, and says so (RFC 5023, section 12.1)."""


def alternates(public_id: UUID) -> Iterator[tuple[str, str]]:
    """Yield the address and the media type of each form of an article."""
    for suffix, media_type in MEDIA_TYPES.items():
        yield absolute(f"/api/v1/articles/{public_id}.{suffix}"), media_type
