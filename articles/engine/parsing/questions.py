"""Questions and answers: told apart line by line, or sentence by sentence where they run on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.data import vocabulary
from articles.engine.spans import sentences, trim
from articles.engine.types import Span

_LABELS = sorted(vocabulary("page_labels")["faq"], key=len, reverse=True)
_MARK = re.compile(
    r"\s*(?:" + "|".join(re.escape(label) for label in _LABELS) + r")\s*(?:[:–—-]\s*|$)",
    re.IGNORECASE,
)
_ENUMERATOR = re.compile(
    r"\s*(?:(?:Q|A|Question|Answer)\s*\d{0,2}\s*[:.)–—-]|\d{1,2}[.)])\s+", re.IGNORECASE
)
_CLOSING = "\"'”’)*_ "


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a FAQ; `asks` where the markup says so (a heading), else its words tell."""

    start: int
    end: int
    asks: bool = False


def faq_mark(line: str) -> int:
    """Return how many code points of the line announce questions ("FAQ:"), 0 where none do."""
    found = _MARK.match(line)
    return found.end() if found else 0


def pair_up(text: str, lines: Sequence[Line]) -> list[tuple[Span, Span]]:
    """Return each question with its answer.

    Lines that are questions as a whole make every other line an answer; where there are none,
    the sentences that end in a question mark are the questions. Questions in a row are one.
    """
    units = [(Span(line.start, line.end), line.asks) for line in lines]
    if not any(asks for _, asks in units):
        units = [(unit, _asks_throughout(text, unit)) for unit, _ in units]
    if not any(asks for _, asks in units):
        units = [(unit, _asks(text, unit)) for line in lines for unit in _sentences(text, line)]
    return _pairs(text, units)


def _pairs(text: str, units: list[tuple[Span, bool]]) -> list[tuple[Span, Span]]:
    pairs: list[tuple[Span, Span]] = []
    question: Span | None = None
    answer: Span | None = None
    for unit, asks in [*units, (Span(0, 0), True)]:
        if asks and question and answer:
            pairs.append((_without_number(text, question), _without_number(text, answer)))
            question = answer = None
        if asks:
            question = Span(question.start, unit.end) if question else unit
        elif question:
            answer = Span(answer.start if answer else unit.start, unit.end)
    return pairs


def _sentences(text: str, line: Line) -> list[Span]:
    within = sentences(text[line.start : line.end])
    return [Span(line.start + one.start, line.start + one.end) for one in within]


def _asks(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip(_CLOSING).endswith("?")


def _asks_throughout(text: str, span: Span) -> bool:
    line = Line(span.start, span.end)
    return all(_asks(text, one) for one in _sentences(text, line))


def _without_number(text: str, span: Span) -> Span:
    """Return the span without "Q:" or "1." before its words."""
    found = _ENUMERATOR.match(text, span.start, span.end)
    return trim(text, Span(found.end(), span.end)) if found else trim(text, span)
