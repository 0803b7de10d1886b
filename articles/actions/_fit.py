"""Whether the words of a post fit the columns that keep them, asked before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Model

from articles.engine.errors import UnreadablePost
from articles.engine.types import Document
from articles.models import Article, FaqEntry, Person, Post, Revision, Source

_Column = tuple[type[Model], str]

_COLUMNS: Mapping[str, _Column] = {
    "source": (Source, "name"),
    "external_id": (Post, "external_id"),
    "file_name": (Post, "file_name"),
    "headline": (Revision, "headline"),
    "author": (Person, "name"),
    "question": (FaqEntry, "question"),
    "source_name": (Article, "primary_source_name"),
    "source_url": (Article, "primary_source_url"),
    "stamp": (Article, "source_stamp"),
    "language": (Article, "language"),
}


def require_fit(document: Document, **given: str) -> None:
    """Raise UnreadablePost for a missing headline, or for words longer than their column.

    `given` are the words that came beside the post: source, external_id, file_name.
    """
    if not document.headline.strip():
        field, reason = "headline", "it is missing: no line of the post could be told to be one"
        raise UnreadablePost(field, reason)
    for field, words in (*given.items(), *_words_of(document)):
        model, column = _COLUMNS[field]
        longest = model._meta.get_field(column).max_length  # type: ignore[union-attr]
        if longest is not None and len(words) > longest:
            reason = f"it is longer than {longest} characters"
            raise UnreadablePost(field, reason)


def _words_of(document: Document) -> Iterable[tuple[str, str]]:
    metadata = document.metadata
    yield "headline", document.headline
    yield "source_name", metadata.source_name
    yield "source_url", metadata.source_url
    yield "language", metadata.language
    yield from (("author", name) for name in metadata.authors)
    yield from (("question", pair.question) for pair in document.faq)
    yield from (("stamp", stamp.raw) for stamp in (metadata.updated, metadata.published) if stamp)
