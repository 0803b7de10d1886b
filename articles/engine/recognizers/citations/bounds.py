"""The bounds of what a tagger sees, made those of quotations, words and clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.spans import intersection
from articles.engine.types import Span

if TYPE_CHECKING:
    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.spans import Ranged

_LEAD = re.compile(r"[\s,:;.)]*(?:that\s+)?")
_TAIL = re.compile(r"[^,;:.!?…—–“”\"()\n]{0,60}(?=[.;!?…\n]|$)")
_WORD = re.compile(r"[\w’']*")


def mended(reading: Reading, content: Ranged, limit: int) -> Span:
    """Return the content with whole quotations and words, to the end of its clause if that is near.

    No other part of an attribution begins between its end and `limit`.
    """
    start, end = _whole_words(reading, content.start, content.end)
    for quote in reading.quotes_in(start, end):
        shared = intersection(quote, Span(start, end))
        if shared is not None and 2 * (shared.end - shared.start) >= quote.end - quote.start:
            start, end = min(start, quote.start), max(end, quote.end)
    lead = _LEAD.match(reading.text, start, end)
    start = lead.end() if lead and not reading.quoted(start) else start
    if not reading.quoted(end - 1):
        sentence = reading.sentence_at(end - 1)
        tail = _TAIL.match(reading.text, end, sentence.end)
        end = tail.end() if tail and tail.end() <= limit else end
    return Span(start, max(start, end))


def _whole_words(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.text
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    rest = _WORD.match(text, end) if end and text[end - 1].isalnum() else None
    return start, rest.end() if rest else end
