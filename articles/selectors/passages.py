"""A text cut at the edges of what points into it, so that each piece is drawn in one way.

Positions are code points all the way: the server cuts, the browser counts nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that points at `start`..`end`: its id at the desk, and how it is drawn."""

    start: int
    end: int
    proposal: str
    style: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two edges, with all that covers it.

    `anchors` are the ids of what begins here for the first time, `notes` what is printed behind.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    notes: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of one part of an article."""

    part: str
    is_first: bool
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the words of the paragraph."""
        return "".join(piece.text for piece in self.pieces)


Part = tuple[str, int, int]


def cut(text: str, parts: Iterable[Part], marks: Sequence[Mark]) -> list[Block]:
    """Return the paragraphs of `text`, each cut wherever a mark begins or ends."""
    blocks = list(_paragraphs(text, parts))
    edges = {edge for _, start, end, _ in blocks for edge in (start, end)}
    edges |= {edge for mark in marks for edge in (mark.start, mark.end)}
    ordered = sorted(edges)
    covering = _covering(ordered, marks)
    seen: set[str] = set()
    drawn = []
    for part, start, end, is_first in blocks:
        places = ordered[bisect_left(ordered, start) : bisect_left(ordered, end)]
        pieces = [
            _piece(text, place, following, covering.get(place, ()), seen)
            for place, following in zip(places, [*places[1:], end], strict=True)
        ]
        drawn.append(Block(part, is_first, tuple(pieces)))
    return drawn


def _paragraphs(text: str, parts: Iterable[Part]) -> Iterable[tuple[str, int, int, bool]]:
    """Yield part, start, end of each line that holds words, and whether it opens its part."""
    for name, start, end in parts:
        is_first = True
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                yield name, at, at + len(line), is_first
                is_first = False
            at += len(line) + 1


def _covering(edges: Sequence[int], marks: Sequence[Mark]) -> dict[int, tuple[Mark, ...]]:
    """Return, for the stretch that begins at each edge, the marks that cover it."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
    active: list[Mark] = []
    covering = {}
    for edge in edges:
        active = [mark for mark in active if mark.end > edge] + opening[edge]
        covering[edge] = tuple(active)
    return covering


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], seen: set[str]) -> Piece:
    new = [mark.proposal for mark in marks if mark.proposal not in seen]
    seen.update(new)
    return Piece(
        text=text[start:end],
        marks=tuple(marks),
        anchors=tuple(dict.fromkeys(new)),
        notes=tuple(mark for mark in marks if mark.note and mark.end == end),
    )
