"""Quotations: what stands in quotation marks inside an attribution's content, and whose words it is.

The quoted words of one attribution are one quotation, however often they are interrupted; beside it
every stretch between two marks is counted by itself. Kinds are not asked: a report may quote, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.engine.evaluation.attributions import ENOUGH, same_source
from articles.engine.evaluation.counts import Outcome, matched
from articles.engine.evaluation.matching import pair_best, union_share
from articles.engine.evaluation.texts import Judged
from articles.engine.types import Span

LEAST_WORDS: Final = 4
"""Fewer words in quotation marks are a term or a title more often than a quotation."""

Pairs = list[tuple[int, int]]

_CLOSING = {"“": "”", "«": "»", '"': '"'}


@dataclass(frozen=True, slots=True)
class _Quotation:
    spans: tuple[Span, ...]
    number: int


def score(texts: Sequence[Judged]) -> list[Outcome]:
    """Return for each text its counts of quotations, and of quotations with their speaker."""
    return [_outcome(one) for one in texts]


def quoted(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the longer stretches in quotation marks; one that is not closed runs to its line's end."""
    pieces = (piece for span in spans for piece in _pieces(text, span))
    return tuple(
        piece for piece in pieces if len(text[piece.start : piece.end].split()) >= LEAST_WORDS
    )


def _pieces(text: str, span: Span) -> Iterator[Span]:
    opened, closing = -1, ""
    for at in range(span.start, span.end):
        sign = text[at]
        if opened < 0 and sign in _CLOSING:
            opened, closing = at, _CLOSING[sign]
        elif opened >= 0 and sign in (closing, "\n"):
            yield Span(opened, at + (sign == closing))
            opened = -1
    if 0 <= opened < span.end - 1:
        yield Span(opened, span.end)


def _outcome(one: Judged) -> Outcome:
    text = one.gold.text
    gold, citations = one.gold.attributions or (), one.found.extraction.citations
    there = [
        _Quotation(spans, number)
        for number, each in enumerate(gold)
        if (spans := quoted(text, each.content))
    ]
    said = [
        _Quotation(spans, number)
        for number, each in enumerate(citations)
        if (spans := quoted(text, each.content))
    ]
    pairs, right = _compared(one, there, said)
    pieces, right_pieces = _compared(one, _in_pieces(there), _in_pieces(said))
    counts = {
        "quotation + speaker": matched(len(right), len(said), len(there)),
        "quotation": matched(len(pairs), len(said), len(there)),
        "stretch + speaker": matched(
            len(right_pieces), len(_in_pieces(said)), len(_in_pieces(there))
        ),
        "stretch": matched(len(pieces), len(_in_pieces(said)), len(_in_pieces(there))),
    }
    hits, sound = dict(right), {to for _, to in right}
    missed = tuple(_shown(one, this) for at, this in enumerate(there) if at not in hits)
    wrong = tuple(_shown(one, that) for to, that in enumerate(said) if to not in sound)
    return Outcome(counts, missed, wrong)


def _compared(
    one: Judged, there: Sequence[_Quotation], said: Sequence[_Quotation]
) -> tuple[Pairs, Pairs]:
    """Return the quotations that are paired, and those of them that have the right speaker."""
    gold, citations = one.gold.attributions or (), one.found.extraction.citations
    pairs = pair_best(
        there,
        said,
        likeness=lambda this, that: union_share(this.spans, that.spans),
        least=ENOUGH,
    )
    right = [
        (at, to)
        for at, to in pairs
        if same_source(gold[there[at].number], citations[said[to].number])
    ]
    return pairs, right


def _in_pieces(quotations: Sequence[_Quotation]) -> list[_Quotation]:
    return [_Quotation((span,), one.number) for one in quotations for span in one.spans]


def _shown(one: Judged, quotation: _Quotation) -> str:
    return one.words(quotation.spans[0].start, quotation.spans[-1].end)
