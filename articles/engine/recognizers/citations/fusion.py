"""What the grammar and the tagger found, made one list.

The same statement found by both stays once, surer than either: with the grammar's bounds where a
unit of cue and source or quotation marks show them, else unless the tagger is much surer. What only the
grammar sees is doubted a little; what only the tagger sees must be likely.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from articles.engine.recognizers.citations.lexicon import CITING
from articles.engine.spans import enclosing, intersection, merge, overlaps
from articles.engine.types import Citation, CitationKind, CitedSource, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ACCEPTED: Final = 0.6
"""What the tagger must give an attribution that it alone sees."""

SAME: Final = 0.5
"""The share of the union that two contents have in common if they are one statement."""

_BOUNDED = frozenset({"preposition", "colon", "dash", "transcript"})
_TRUST = 0.6
_SURER = 0.25
_DOUBT = 0.85
_DOUBT_OF_UNITS = 0.95
_ALONE = 0.7
_SUREST = 0.99
_NEIGHBOURS = 8


def fuse(found: Sequence[Citation], tagged: Sequence[Citation]) -> list[Citation]:
    """Return the grammar's attributions with the tagger's; unchanged where the tagger saw none."""
    if not tagged:
        return list(found)
    partners = _partners(found, tagged)
    fused = [
        _joined(one, tagged[partners[number]]) if number in partners else _doubted(one)
        for number, one in enumerate(found)
    ]
    taken = set(partners.values())
    alone = [one for number, one in enumerate(tagged) if number not in taken]
    covered = merge(span for one in found for span in one.content)
    new = [one for one in alone if one.score >= ACCEPTED and _is_new(one, covered)]
    return [*fused, *(replace(one, score=round(one.score * _ALONE, 3)) for one in new)]


def _is_new(one: Citation, covered: Sequence[Span]) -> bool:
    """Say whether an attribution speaks of words that no other has."""
    first, last = one.content[0], one.content[-1]
    return enclosing(covered, first.start) is None and enclosing(covered, last.end - 1) is None


def likeness(one: Citation, other: Citation) -> float:
    """Return the share of the union that two contents have in common."""
    first, second = merge(one.content), merge(other.content)
    shared = sum(
        common.end - common.start
        for here in first
        for there in second
        if (common := intersection(here, there)) is not None
    )
    union = _size(first) + _size(second) - shared
    return shared / union if union else 0.0


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _partners(found: Sequence[Citation], tagged: Sequence[Citation]) -> dict[int, int]:
    """Return which of the grammar's is the same as which of the tagger's, one to one, likest first."""
    rated = sorted(_rated(found, tagged), key=lambda row: (-row[0], row[1:]))
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, to in rated:
        if number not in partners and to not in taken:
            partners[number] = to
            taken.add(to)
    return partners


def _rated(
    found: Sequence[Citation], tagged: Sequence[Citation]
) -> Iterator[tuple[float, int, int]]:
    """Yield how alike neighbours are, and their numbers."""
    order = sorted(range(len(found)), key=lambda number: found[number].content[0].start)
    starts = [found[number].content[0].start for number in order]
    for to, one in enumerate(tagged):
        at = bisect_left(starts, one.content[0].start)
        for number in order[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]:
            share = _agreement(found[number], one)
            if share >= SAME:
                yield share, number, to


def _agreement(one: Citation, other: Citation) -> float:
    """Return how alike two are; different cues for one content are two attributions of it."""
    share = likeness(one, other)
    if overlaps(one.cue, other.cue):
        return max(share, SAME)
    citing = one.cue.text.lower() in CITING or other.cue.text.lower() in CITING
    return 0.0 if citing else share


def _joined(one: Citation, other: Citation) -> Citation:
    score = min(_SUREST, 1 - (1 - one.score) * (1 - _TRUST * other.score))
    agreed = replace(one, score=round(score, 3), reason=f"{one.reason}; the model agrees")
    keeps = one.method in _BOUNDED or one.kind is CitationKind.QUOTATION
    if keeps or one.score + _SURER >= other.score:
        return agreed
    return replace(
        agreed,
        start=other.start,
        end=other.end,
        content=other.content,
        kind=other.kind,
        source=_better_source(one, other),
    )


def _better_source(one: Citation, other: Citation) -> CitedSource | None:
    """Return the grammar's source, which it has looked up, unless the tagger sees another."""
    if one.source is None or other.source is None or overlaps(one.source, other.source):
        return one.source or other.source
    return other.source


def _doubted(one: Citation) -> Citation:
    share = _DOUBT_OF_UNITS if one.method in _BOUNDED else _DOUBT
    return replace(one, score=round(one.score * share, 3))
