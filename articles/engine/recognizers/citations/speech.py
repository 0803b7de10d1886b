"""Quotations without a verb of their own: "Name: “…”", "“…” — Name", and those that go on.

1. Lines that begin with a speaker and a colon, and sentences that end in a colon and a quotation.
2. Quotations with a dash and a name behind them.
3. What is still nobody's: in its paragraph a quotation goes on what was said before it; at the
   head of the next paragraph it is the same speaker's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import scoring, sources, subjects
from articles.engine.spans import block_spans, enclosing, merge, trim
from articles.engine.types import Citation, CitationKind, CitedSource, Cue, SourceType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading

_COLON = re.compile(r":\s+(?=\S)")
_TRANSCRIBED = re.compile(r"[“\"]?(?P<name>[A-Z][A-Z .’'-]{1,30}[A-Z]):\s+(?=\S)")
_DASH = re.compile(r"\s*(?P<dash>[―—–]|--?)\s*(?=\S)")
_ONLY_SPACE = re.compile(r"[\s.,;]*")
_OPENS_HEADING = re.compile(r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?|[QA][.:])\s+")
_SILENT = frozenset({SourceType.DOCUMENT, SourceType.VAGUE})
_FEWEST_WORDS = 4
_FEWEST_LINES = 2


def complete(reading: Reading, found: Sequence[Citation]) -> list[Citation]:
    """Return the citations with the quotations that no cue covers given to those who said them."""
    citations = list(found)
    for finder in (_colons, _transcript, _signed, _introduced):
        covered = merge(span for one in citations for span in one.content)
        citations += [one for one in finder(reading) if not _touches(covered, one.content[0])]
    return _continued(reading, sorted(citations, key=_reach))


def _touches(covered: Sequence[Span], span: Span) -> bool:
    return any(enclosing(covered, at) is not None for at in (span.start, span.end - 1))


def _colons(reading: Reading) -> Iterator[Citation]:
    """Yield lines like "Ana Berg: “…”", and the same without marks where it is a headline."""
    for number, block in enumerate(block_spans(reading.text)):
        lead = _OPENS_HEADING.match(reading.text, block.start, block.end)
        start = lead.end() if lead else block.start
        colon = _COLON.search(reading.text, start, block.end)
        speaker = _speaker(reading, start, colon.start()) if colon else None
        if colon is None or speaker is None:
            continue
        content = trim(reading.text, Span(colon.end(), block.end))
        quote = reading.quote_at(content.start)
        words = reading.text[content.start : content.end].split()
        if quote is not None:
            yield _said(reading, speaker, Span(colon.start(), colon.start() + 1), quote, "colon")
        elif not number and _is_only_a_name(reading, start, colon) and len(words) >= _FEWEST_WORDS:
            yield _said(reading, speaker, Span(colon.start(), colon.start() + 1), content, "colon")


def _is_only_a_name(reading: Reading, start: int, colon: re.Match[str]) -> bool:
    named = reading.mention_ending(colon.start())
    return named is not None and named.start == start and named.kind in sources.SPEAKERS


def _speaker(reading: Reading, start: int, end: int) -> CitedSource | None:
    """Return who is named by all of the line before the colon."""
    subject = subjects.before(reading, start, end)
    if subject is None or not subject.firm or subject.start != start or subject.end != end:
        return None
    return None if subject.is_document else subject.cited


def _transcript(reading: Reading) -> Iterator[Citation]:
    """Yield the lines of a transcript: "WALLACE: …", if there are two at least."""
    lines = [
        (block, found)
        for block in block_spans(reading.text)
        if (found := _TRANSCRIBED.match(reading.text, block.start, block.end))
    ]
    voices = Counter(found["name"] for _, found in lines)
    if len(lines) < _FEWEST_LINES or len(voices) == len(lines) > _FEWEST_LINES:
        return
    for block, found in lines:
        name = Span(*found.span("name"))
        mention = enclosing(reading.mentions, name.start)
        key = mention.key if mention is not None else ""
        words = reading.text[name.start : name.end]
        source = CitedSource(name.start, name.end, words, SourceType.PERSON, key)
        content = trim(reading.text, Span(found.end(), block.end))
        yield _said(reading, source, Span(name.end, name.end + 1), content, "transcript")


def _signed(reading: Reading) -> Iterator[Citation]:
    """Yield quotations with a dash and a name behind: "“…” — Ana Berg"."""
    for quote in reading.quotes:
        dash = _DASH.match(reading.text, quote.end)
        if dash is None or not reading.says_something(quote):
            continue
        one = enclosing(reading.mentions, dash.end())
        if one is not None and one.start == dash.end() and one.kind in sources.SPEAKERS:
            yield _said(reading, sources.of_mention(one), Span(*dash.span("dash")), quote, "dash")


def _introduced(reading: Reading) -> Iterator[Citation]:
    """Yield quotations behind a colon, said by whom the sentence is about: "Berg was firm: “…”"."""
    for quote in reading.quotes:
        before = reading.text[max(0, quote.start - 2) : quote.start].rstrip()
        if not before.endswith(":") or not reading.says_something(quote):
            continue
        colon = reading.text.rindex(":", 0, quote.start)
        sentence = reading.sentence_at(colon)
        subject = subjects.opening(reading, reading.opening(sentence), colon)
        if subject is not None and subject.cited.type not in _SILENT:
            yield _said(reading, subject.cited, Span(colon, colon + 1), quote, "colon")


def _said(reading: Reading, source: CitedSource, cue: Span, content: Span, method: str) -> Citation:
    quoted = reading.is_quoted((content,))
    return Citation(
        min(source.start, content.start),
        max(source.end, content.end),
        CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE,
        Cue(cue.start, cue.end, reading.text[cue.start : cue.end]),
        source,
        (content,),
        score=scoring.BY_METHOD[method],
        method=method,
        reason=f"“{source.text}” stands beside it with “{reading.text[cue.start : cue.end]}”",
    )


def _reach(citation: Citation) -> int:
    """Return where the last of a citation's words ends."""
    source = citation.source.end if citation.source else 0
    return max(citation.cue.end, source, *(span.end for span in citation.content))


def _continued(reading: Reading, citations: list[Citation]) -> list[Citation]:
    """Give each quotation that nobody has to the citation whose words end before it."""
    covered = merge(span for one in citations for span in one.content)
    done: list[Citation] = []
    rest = iter(citations)
    following = next(rest, None)
    for quote in reading.quotes:
        while following is not None and _reach(following) <= quote.start:
            done.append(following)
            following = next(rest, None)
        if done and not _touches(covered, quote) and _is_speech(reading, quote):
            _go_on(reading, done, quote)
    return [*done, *([following] if following else []), *rest]


def _is_speech(reading: Reading, quote: Span) -> bool:
    """Say whether a quotation is a sentence of its own, and no title or scare quote."""
    sentence = reading.sentence_at(quote.start)
    return reading.says_something(quote) and quote.start <= sentence.start + 1


def _go_on(reading: Reading, done: list[Citation], quote: Span) -> None:
    last = done[-1]
    if last.source is None or not _may_go_on(last, last.source):
        return
    between = reading.text[max(_reach(last), min(last.end, quote.start)) : quote.start]
    if not _ONLY_SPACE.fullmatch(between):
        return
    end = max(reading.sentence_at(quote.start).end, quote.end)
    if "\n" not in between:
        at = _first_of_sentence(done)
        content = (*done[at].content, quote)
        done[at] = replace(done[at], end=end, kind=_kind(reading, content), content=content)
    elif last.kind is CitationKind.QUOTATION:
        done.append(_same_speaker(last, last.source, quote, end))


def _may_go_on(last: Citation, source: CitedSource) -> bool:
    """Say whether words without a speaker can be of this source: somebody, or one already quoted."""
    quoted = last.kind is CitationKind.QUOTATION
    return source.type not in _SILENT or (quoted and source.type is SourceType.VAGUE)


def _first_of_sentence(done: Sequence[Citation]) -> int:
    """Return the number of the quotation in the last sentence, or else of the last citation."""
    last = len(done) - 1
    for number in range(last, max(-1, last - 3), -1):
        one = done[number]
        if one.end < done[last].end:
            break
        if one.kind is CitationKind.QUOTATION:
            return number
    return last


def _kind(reading: Reading, content: Sequence[Span]) -> CitationKind:
    quoted = reading.is_quoted(content)
    return CitationKind.QUOTATION if quoted else CitationKind.PARAPHRASE


def _same_speaker(last: Citation, source: CitedSource, quote: Span, end: int) -> Citation:
    return Citation(
        quote.start,
        end,
        CitationKind.QUOTATION,
        last.cue,
        source,
        (quote,),
        score=scoring.BY_METHOD["same speaker"],
        method="same speaker",
        reason=f"a quotation right after one of “{source.text}”",
    )
