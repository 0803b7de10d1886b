"""The parts of attributions that a tagger sees, put together: which source, cue and content belong together.

1. A cue takes the nearest source of its sentence; another cue between them is a hindrance.
2. A content takes the nearest cue of the sentences at its two ends, outside of itself.
3. A content without a cue goes on the quotation before it, or belongs to the source beside it.
4. A cue inside a content reports what follows it there: a report within a report.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.engine.recognizers.citations import lexicon
from articles.engine.spans import enclosing
from articles.engine.tagged import Role, TaggedRole
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.engine.recognizers.citations.reading import Reading

_BETWEEN = 40
_CLAUSE_MARKS = ";:"
_MOST_NEIGHBOURS = 12
_FEWEST_NESTED = 8


@dataclass(slots=True)
class Assembled:
    """One attribution: its parts and how likely each is; `nested` in the content of another."""

    source: TaggedRole | None = None
    cue: TaggedRole | None = None
    content: list[Span] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    nested: bool = False

    @property
    def start(self) -> int:
        """Return where its cue or source begins."""
        return min(role.start for role in (self.source, self.cue) if role is not None)

    @property
    def end(self) -> int:
        """Return where its cue and source end."""
        return max(role.end for role in (self.source, self.cue) if role is not None)


def assemble(reading: Reading, roles: Sequence[TaggedRole]) -> list[Assembled]:
    """Return the attributions that the roles make, in the order of their cues; none without roles."""
    return [one for one in _Assembly(reading, roles).attributions() if one.content]


class _Assembly:
    """The roles of one text, by what they are."""

    def __init__(self, reading: Reading, roles: Sequence[TaggedRole]) -> None:
        self._reading = reading
        ordered = sorted(roles, key=lambda one: one.start)
        self._sources = [one for one in ordered if one.role is Role.SOURCE]
        self._cues = [one for one in ordered if one.role is Role.CUE]
        self._contents = self._joined([one for one in ordered if one.role is Role.CONTENT])
        self._cue_starts = [one.start for one in self._cues]
        self._source_starts = [one.start for one in self._sources]

    def attributions(self) -> list[Assembled]:
        found = [self._of_cue(cue) for cue in self._cues]
        alone: list[Assembled] = []
        last: Assembled | None = None
        for content in self._contents:
            taken = self._nearest(content, found)
            if taken is None:
                taken = self._continued(content, last) or self._beside(content)
                if taken is not None and taken is not last:
                    alone.append(taken)
            if taken is not None:
                taken.content.append(Span(content.start, content.end))
                taken.scores.append(content.score)
            last = taken
        self._fill(found)
        return sorted([*found, *alone], key=lambda one: one.start)

    def _joined(self, contents: Sequence[TaggedRole]) -> list[TaggedRole]:
        """Return the contents with those joined that only a tagger's window or a sentence's end parts."""
        joined: list[TaggedRole] = []
        for one in contents:
            before = joined[-1] if joined else None
            if before is not None and self._is_one(before, one):
                score = min(before.score, one.score)
                joined[-1] = TaggedRole(before.start, one.end, Role.CONTENT, score)
            else:
                joined.append(one)
        return joined

    def _is_one(self, before: TaggedRole, after: TaggedRole) -> bool:
        between = self._reading.text[before.end : after.start]
        if between.strip(' \n\t“"”') or len(between) > _BETWEEN:
            return False
        quote = self._reading.quote_at(before.start)
        return quote is not None and after.start < quote.end

    def _of_cue(self, cue: TaggedRole) -> Assembled:
        source = self._source_of(cue)
        scores = [cue.score, *([source.score] if source else [])]
        return Assembled(source, cue, scores=scores)

    def _source_of(self, cue: TaggedRole) -> TaggedRole | None:
        """Return the source of the cue's sentence that costs least to reach."""
        sentence = self._reading.sentence_at(cue.start)
        at = bisect_left(self._source_starts, cue.start)
        around = self._sources[max(0, at - _MOST_NEIGHBOURS) : at + _MOST_NEIGHBOURS]
        near = [one for one in around if sentence.start <= one.start < sentence.end]
        return min(near, key=lambda one: self._cost(one, cue), default=None)

    def _cost(self, source: TaggedRole, cue: TaggedRole) -> float:
        low, high = min(source.end, cue.end), max(source.start, cue.start)
        between = self._reading.text[low:high]
        others = bisect_left(self._cue_starts, high) - bisect_left(self._cue_starts, low)
        inner = self._content_at(source.start) != self._content_at(cue.start)
        marks = sum(between.count(mark) for mark in _CLAUSE_MARKS)
        return max(0, high - low) + _BETWEEN * (others + 3 * inner + 2 * marks)

    def _content_at(self, offset: int) -> TaggedRole | None:
        return enclosing(self._contents, offset)

    def _nearest(self, content: TaggedRole, found: Sequence[Assembled]) -> Assembled | None:
        """Return the attribution whose cue is nearest, in the sentences of the content's ends."""
        low = self._reading.sentence_at(content.start).start
        high = self._reading.sentence_at(max(content.start, content.end - 1)).end
        first = bisect_left(self._cue_starts, low)
        at = bisect_left(self._cue_starts, content.start)
        last = bisect_left(self._cue_starts, content.end)
        before = found[max(first, at - _MOST_NEIGHBOURS) : at]
        behind = [
            one for one in found[last : last + _MOST_NEIGHBOURS] if one.cue and one.cue.start < high
        ]
        reach = [(self._gap(content, one), one) for one in (*before, *behind)]
        return min(reach, key=lambda one: one[0])[1] if reach else None

    def _gap(self, content: TaggedRole, one: Assembled) -> float:
        """Return how far a content is from a cue and its source, with what hinders in between."""
        if one.cue is not None and self._content_at(one.cue.start) not in {None, content}:
            return 10 * _BETWEEN
        start, end = one.start, one.end
        if one.source is not None and start < content.start < end:
            start, end = (one.cue.start, one.cue.end) if one.cue else (start, end)
        low, high = (end, content.start) if end <= content.start else (content.end, start)
        between = self._reading.text[low:high]
        marks = sum(between.count(mark) for mark in ";")
        return max(0, high - low) + 2 * _BETWEEN * marks

    def _continued(self, content: TaggedRole, last: Assembled | None) -> Assembled | None:
        """Return the attribution before where its quotation goes on: "…,” she said. “…”"."""
        if last is None or not last.content:
            return None
        reach = max(last.end, last.content[-1].end)
        between = self._reading.text[reach : content.start]
        sentence = self._reading.sentence_at(max(0, reach - 1))
        fits = content.start <= sentence.end + len(" \n“") or not between.strip(' .,“"')
        return last if fits and "\n" not in between and len(between) < 4 * _BETWEEN else None

    def _beside(self, content: TaggedRole) -> Assembled | None:
        """Return a new attribution with the source next to a content: "Berg: “…”"."""
        at = bisect_left(self._source_starts, content.start)
        near = [*self._sources[max(0, at - 1) : at], *self._sources[at : at + 1]]
        near = [one for one in near if not content.start <= one.start < content.end]
        gaps = [
            (min(abs(content.start - one.end), abs(one.start - content.end)), one) for one in near
        ]
        gap, source = min(gaps, key=lambda one: one[0], default=(_BETWEEN, None))
        if source is None or gap > _BETWEEN // 2:
            return None
        return Assembled(source, scores=[source.score])

    def _fill(self, found: Sequence[Assembled]) -> None:
        """Give cues without content what they report: a part of the content round them, or the last."""
        last: Assembled | None = None
        for one in found:
            if one.cue is not None and not one.content:
                outer = self._content_at(one.cue.start)
                citing = self._reading.text[one.cue.start : one.cue.end].lower() in lexicon.CITING
                if outer is not None:
                    one.content = list(self._rest(one, outer))
                    one.nested = True
                    one.scores.append(outer.score)
                elif citing and last is not None and self._same_sentence(last, one):
                    one.content = list(last.content)
                    one.scores.append(last.scores[-1])
            last = one if one.content and not one.nested else last

    def _same_sentence(self, one: Assembled, other: Assembled) -> bool:
        sentence = self._reading.sentence_at(other.start)
        return sentence.start <= one.end <= sentence.end

    def _rest(self, one: Assembled, outer: TaggedRole) -> Iterator[Span]:
        """Yield the words of a content behind the cue inside it, or those before where none follow."""
        text = self._reading.text
        sentence = self._reading.sentence_at(one.start)
        end = min(outer.end, sentence.end)
        behind = text[one.end : end].strip(' ,.”"')
        if len(behind) >= _FEWEST_NESTED:
            start = one.end + len(text[one.end : end]) - len(text[one.end : end].lstrip(" ,:"))
            start += len("that ") if text[start:end].startswith("that ") else 0
            yield Span(start, end)
        else:
            start = max(outer.start, sentence.start)
            words = text[start : one.start].rstrip(" ,")
            if words:
                yield Span(start, start + len(words))
