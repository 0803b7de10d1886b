"""Attributions without a cue of their own: a quotation after its speaker, and "Name: words"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import sources
from articles.engine.spans import block_spans, overlaps, trim
from articles.engine.types import Citation, CitationKind, Cue, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading

_NEAR = 2
_COLON = re.compile(r":\s+(?=\S)")
_SENTENCE_ENDS = re.compile(r"[.!?,…][”\"’']?$")
_SHORTEST_STATEMENT = 4


def recognize(reading: Reading, found: Sequence[Citation]) -> list[Citation]:
    """Return the attributions of quotations not yet covered, and of lines that begin with a speaker."""
    covered = [span for one in found for span in one.content]
    colons = list(_colons(reading, covered))
    covered += [span for one in colons for span in one.content]
    return [*colons, *_left_over(reading, found, covered)]


def _colons(reading: Reading, covered: Sequence[Span]) -> Iterator[Citation]:
    blocks = block_spans(reading.text)
    for number, block in enumerate(blocks):
        colon = _COLON.search(reading.text, block.start, block.end)
        named = [one for one in reading.mentions_in(block.start, block.end) if one.kind in sources.SPEAKERS]
        if colon is None or not named or (named[0].start, named[0].end) != (block.start, colon.start()):
            continue
        content = trim(reading.text, Span(colon.end(), block.end))
        quoted = any(quote.start == content.start for quote in reading.quotes)
        long_enough = len(reading.text[content.start : content.end].split()) >= _SHORTEST_STATEMENT
        if (quoted or (number == 0 and long_enough)) and not any(overlaps(content, span) for span in covered):
            yield Citation(
                block.start,
                block.end,
                CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE,
                Cue(colon.start(), colon.start() + 1, ":"),
                sources.of_mention(named[0]),
                (content,),
                score=0.7,
                method="colon",
                reason=f"the line begins with “{named[0].text}:”",
            )


def _left_over(reading: Reading, found: Sequence[Citation], covered: Sequence[Span]) -> Iterator[Citation]:
    """Give a whole quotation to the speaker of the attribution right before it."""
    spoken = sorted((one for one in found if one.source is not None), key=lambda one: one.end)
    for quote in reading.quotes:
        words = reading.text[quote.start : quote.end]
        if any(overlaps(quote, span) for span in covered) or not reading.says_something(quote):
            continue
        last = next((one for one in reversed(spoken) if one.end <= quote.start), None)
        if last is None or not _SENTENCE_ENDS.search(words) or not _close(reading, last, quote):
            continue
        if last.source is None or last.source.type in {SourceType.DOCUMENT, SourceType.VAGUE}:
            continue
        sentence = reading.sentence_at(quote.start)
        yield Citation(
            min(sentence.start, quote.start),
            max(sentence.end, quote.end),
            CitationKind.QUOTATION,
            last.cue,
            last.source,
            (quote,),
            score=0.5,
            method="same speaker",
            reason=f"a quotation right after one of “{last.source.text}”",
        )


def _close(reading: Reading, last: Citation, quote: Span) -> bool:
    """Say whether only white space, or little of the same paragraph, lies between."""
    between = reading.text[last.end : quote.start]
    return not between.strip() or ("\n" not in between and len(between.split()) <= _NEAR)
