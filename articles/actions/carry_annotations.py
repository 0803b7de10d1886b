"""Move judged annotations to a new revision: exact or orphan, never a guess."""

from __future__ import annotations

from typing import Any

from articles.engine.spans import reanchor
from articles.engine.types import Span
from articles.models import Annotation, Citation, Figure, Finding, FindingStatus, Mention, Revision

MODELS: tuple[Any, ...] = (Mention, Citation, Figure)


def carry_annotations(*, source: Revision, target: Revision) -> int:
    """Copy the judged rows of `source` whose words stand in `target` exactly once, with context.

    The others are copied as orphans, at their old place, for a person to look at. Returns how
    many became orphans. Unjudged rows are left behind: the engine reads the new words itself.
    """
    orphans = 0
    for model in MODELS:
        rows = [row for row in model.objects.filter(revision=source) if row.judgement != "none"]
        copies = [_copy(row, target) for row in rows]
        orphans += sum(copy.is_orphan for copy in copies)
        model.objects.bulk_create(copies, ignore_conflicts=True)
    _carry_dismissed(source, target)
    return orphans


def _copy(row: Any, target: Revision) -> Any:
    found = reanchor(target.text, row.quote, row.prefix, row.suffix)
    shift = found.start - row.start if found else 0
    row.pk = None
    row._state.adding = True
    row.revision = target
    row.is_orphan = found is None
    _shift(row, shift)
    return row


def _shift(row: Annotation, by: int) -> None:
    """Move everything that the row points at; what lies in the quote moves with it."""
    for name in ("start", "end", "cue_start", "cue_end", "source_start", "source_end"):
        if getattr(row, name, None) is not None:
            setattr(row, name, getattr(row, name) + by)
    if isinstance(row, Citation):
        row.content = [[start + by, end + by] for start, end in row.content]


def _carry_dismissed(source: Revision, target: Revision) -> None:
    rows = list(Finding.objects.filter(revision=source, status=FindingStatus.DISMISSED))
    for row in rows:
        row.pk = None
        row._state.adding = True
        row.revision = target
        row.spans = [span for span in map(_moved(source, target), row.spans) if span]
    Finding.objects.bulk_create(rows, ignore_conflicts=True)


def _moved(source: Revision, target: Revision) -> Any:
    def move(span: list[int]) -> list[int] | None:
        quote = source.text[span[0] : span[1]]
        found: Span | None = reanchor(target.text, quote, "", "")
        return [found.start, found.end] if found else None

    return move
