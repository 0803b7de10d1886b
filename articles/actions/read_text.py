"""Read a text as a post would be read, and store nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from articles.engine.errors import TaggerUnavailable, TooLarge, UnreadablePost
from articles.engine.parsing.decoding import decode
from articles.engine.reporting import document_of, read
from articles.engine.tagged import Tagger
from articles.engine.types import Format
from articles.engine.version import ENGINE_VERSION
from articles.knowledge import DatabaseKnowledge

__all__ = ["MAX_BYTES", "TaggerUnavailable", "TooLarge", "UnreadablePost", "read_text"]

MAX_BYTES = 50_000
"""What is read while somebody waits; longer texts are posts, and are read by a worker."""


def read_text(
    *,
    raw: str | bytes,
    load_tagger: Callable[[], Tagger],
    format: str | None = None,  # noqa: A002
    published: dt.datetime | None = None,
    identifier: str = "",
) -> dict[str, Any]:
    """Return names, citations, figures, dates, questions and findings, as `extract --json` does.

    Raises UnreadablePost (field, reason), TooLarge before a text beyond MAX_BYTES is parsed, and
    TaggerUnavailable.
    """
    text = decode(raw) if isinstance(raw, bytes) else raw
    if len(text) > MAX_BYTES or len(text.encode()) > MAX_BYTES:
        raise TooLarge("content", f"it is longer than {MAX_BYTES:,} bytes")
    document = document_of(text, Format(format) if format else None)
    tagger = load_tagger()
    (tagging,) = tagger.tag([document.text])
    reading = read(
        identifier, document, tagging, knowledge=DatabaseKnowledge(), published=published
    )
    return reading.as_json({"version": ENGINE_VERSION, "model": tagger.version})
