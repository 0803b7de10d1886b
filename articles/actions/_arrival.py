"""A post with all that is known of it, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from slugify import slugify

from articles.engine.errors import UnreadablePost
from articles.engine.types import Document


@dataclass(frozen=True, slots=True)
class Arrival:
    """One post: who sends it, its raw words, and the document that they make."""

    source: str
    external_id: str
    content_hash: str
    raw: str
    file_name: str
    document: Document


def source_slug(name: str) -> str:
    """Return the slug of a sender. Raises UnreadablePost where nothing of the name is left."""
    slug = slugify(name, max_length=120)
    if not slug:
        raise UnreadablePost("source", "A post needs the name of its sender.")
    return slug
