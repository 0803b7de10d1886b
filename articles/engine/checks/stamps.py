"""Date lines that do not say which moment they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.engine.checks.codes import Code
from articles.engine.checks.story import Story
from articles.engine.types import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.engine.types import Document, Stamp


def check(story: Story) -> list[Finding]:
    """Return what is missing in the stamps of publication and of the last change."""
    document = story.document
    stamps = dict.fromkeys(
        stamp for stamp in (document.metadata.published, document.metadata.updated) if stamp
    )
    return [finding for stamp in stamps for finding in _stamp(document, stamp)]


def _stamp(document: Document, stamp: Stamp) -> Iterator[Finding]:
    at = document.text.find(stamp.raw) if stamp.raw else -1
    spans = (Span(at, at + len(stamp.raw)),) if at >= 0 else ()
    if stamp.ambiguous:
        message = f"Day and month can be read both ways: “{stamp.raw}”."
        yield Finding(Code.AMBIGUOUS_STAMP, Severity.WARNING, message, spans)
    if stamp.instant is None:
        message = f"The stamp has no time zone: “{stamp.raw}”."
        yield Finding(Code.STAMP_WITHOUT_ZONE, Severity.WARNING, message, spans)
