"""Attributions without a cue of their own: quotations that go on, and "Name: words"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import sources
from articles.engine.spans import block_spans, overlaps, trim
from articles.engine.types import Citation, CitationKind, Cue, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading
    from articles.engine.types import CitedSource, Mention

_COLON = re.compile(r":\s+(?=\S)")
_SENTENCE_ENDS = re.compile(r"[.!?,…][”\"’']?$")
_SHORTEST_STATEMENT = 4


def complete(reading: Reading, found: Sequence[Citation]) -> list[Citation]:
    """Return the citations with the quotations that no cue covers given to who spoke last.

    In the same paragraph the quotation goes on; in the next it is one of its own. Lines that begin
    with a speaker and a colon are added.
    """
    covered = [span for one in found for span in one.content]
    colons = list(_colons(reading, covered))
    complete = [*found, *colons]
    covered += [span for one in colons for span in one.content]
    for quote in reading.quotes:
        if reading.says_something(quote) and not any(overlaps(quote, span) for span in covered):
            _give(reading, complete, quote)
    return complete


def _give(reading: Reading, citations: list[Citation], quote: Span) -> None:
    """Add the quotation to the citation right before it, or as a new one of the same speaker."""
    spoken = [one for one in citations if one.end <= quote.start and one.source is not None]
    last = max(spoken, key=lambda one: (one.end, one.cue.start), default=None)
    if (
        last is None
        or last.source is None
        or last.source.type in {SourceType.DOCUMENT, SourceType.VAGUE}
    ):
        return
    if not _SENTENCE_ENDS.search(reading.text[quote.start : quote.end]):
        return
    between = reading.text[last.end : quote.start]
    sentence = reading.sentence_at(quote.start)
    end = max(sentence.end, quote.end)
    if not between.strip() and "\n" not in between and last.kind is CitationKind.QUOTATION:
        citations[citations.index(last)] = replace(last, end=end, content=(*last.content, quote))
    elif not between.strip():
        citations.append(
            _same_speaker(last, last.source, min(sentence.start, quote.start), end, quote)
        )


def _same_speaker(
    last: Citation, source: CitedSource, start: int, end: int, quote: Span
) -> Citation:
    return Citation(
        start,
        end,
        CitationKind.QUOTATION,
        last.cue,
        source,
        (quote,),
        score=0.5,
        method="same speaker",
        reason=f"a quotation right after one of “{source.text}”",
    )


def _colons(reading: Reading, covered: Sequence[Span]) -> Iterator[Citation]:
    """Yield lines like "Ana Berg: “…”", and the same without marks where it is the headline."""
    for number, block in enumerate(block_spans(reading.text)):
        colon = _COLON.search(reading.text, block.start, block.end)
        speaker = _speaker(reading, block, colon.start()) if colon else None
        if colon is None or speaker is None:
            continue
        content = trim(reading.text, Span(colon.end(), block.end))
        quoted = reading.quoted(content.start)
        words = reading.text[content.start : content.end].split()
        if not quoted and (number or len(words) < _SHORTEST_STATEMENT):
            continue
        if not any(overlaps(content, span) for span in covered):
            yield _line(speaker, block, content, quoted=quoted)


def _speaker(reading: Reading, block: Span, colon: int) -> Mention | None:
    """Return the name that is all of the line before the colon."""
    named = reading.mentions_in(block.start, colon)
    fits = len(named) == 1 and (named[0].start, named[0].end) == (block.start, colon)
    return named[0] if fits and named[0].kind in sources.SPEAKERS else None


def _line(speaker: Mention, block: Span, content: Span, *, quoted: bool) -> Citation:
    return Citation(
        block.start,
        block.end,
        CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE,
        Cue(speaker.end, speaker.end + 1, ":"),
        sources.of_mention(speaker),
        (content,),
        score=0.7,
        method="colon",
        reason=f"the line begins with “{speaker.text}:”",
    )
