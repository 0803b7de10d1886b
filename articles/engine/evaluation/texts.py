"""An annotated text beside what the engine found in it."""

from __future__ import annotations

from dataclasses import dataclass

from articles.engine.evaluation.gold import Gold
from articles.engine.types import Document, Extraction, Finding


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine says about one text."""

    document: Document
    extraction: Extraction
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """Both sides of one text."""

    gold: Gold
    found: Found

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the text on one line, cut where it is long."""
        shown = " ".join(self.gold.text[start:end].split())
        return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


_LONGEST = 80
