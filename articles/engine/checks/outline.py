"""The parts of a document as the rules see them: which part an offset stands in, which question it answers."""

from __future__ import annotations

import re

from articles.engine.spans import enclosing
from articles.engine.types import Document, Part, Span

_LONGEST_STANDFIRST = 45
_DATELINE = re.compile(r"[^a-z\n]{3,}[^.\n]{0,40}?[-–—:]\s")


class Outline:
    """The part table of a document, in order."""

    def __init__(self, document: Document) -> None:
        self._parts = sorted(document.parts, key=lambda part: part.start)
        self._questions = {
            part.name: part for part in self._parts if part.name.endswith("question")
        }
        self._standfirst = _standfirst(document.text, self._parts)

    def part_at(self, offset: int) -> str:
        """Return headline, summary, body, faq or card."""
        if self._standfirst and self._standfirst.start <= offset < self._standfirst.end:
            return "summary"
        part = enclosing(self._parts, offset)
        return part.name.partition("[")[0] if part else "body"

    def question_of(self, offset: int) -> Span | None:
        """Return the question that the answer holding an offset answers."""
        part = enclosing(self._parts, offset)
        if part is None or not part.name.endswith("answer"):
            return None
        asked = self._questions.get(part.name.replace("answer", "question"))
        return Span(asked.start, asked.end) if asked else None


def _standfirst(text: str, parts: list[Part]) -> Span | None:
    """Return the short paragraph below the headline, where the page has no summary: it is one."""
    names = {part.name for part in parts}
    body = next((part for part in parts if part.name == "body"), None)
    if body is None or "headline" not in names or "summary" in names:
        return None
    first, _, rest = text[body.start : body.end].partition("\n")
    is_short = len(first.split()) <= _LONGEST_STANDFIRST and not _DATELINE.match(first)
    follows = len(rest.strip().partition("\n")[0]) > len(first)
    return Span(body.start, body.start + len(first)) if is_short and follows else None
