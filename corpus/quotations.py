"""What stands in quotation marks inside the content of attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.engine.types import Span
from corpus.article import Attribution, Quotation

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_STRAIGHT = '"'


def quoted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the stretches in quotation marks between two offsets, the marks included.

    One that is not closed in its stretch runs to its end: so a quotation goes on over paragraphs.
    """
    opened: int | None = None
    closing = ""
    for at in range(start, end):
        sign = text[at]
        if opened is None:
            if sign in _PAIRS or sign == _STRAIGHT:
                opened, closing = at, _PAIRS.get(sign, _STRAIGHT)
        elif sign == closing:
            yield Span(opened, at + 1)
            opened = None
    if opened is not None and end - opened > 1:
        yield Span(opened, end)


def quotations(text: str, attributions: Iterable[Attribution]) -> Iterator[Quotation]:
    """Yield the quotations of all attributions, each with the number of its attribution."""
    for attribution in attributions:
        for piece in attribution.content:
            for span in quoted(text, piece.start, piece.end):
                yield Quotation(span.start, span.end, attribution.number)
