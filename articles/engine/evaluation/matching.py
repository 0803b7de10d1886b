"""Pairing what was found with what is there, one to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from articles.engine.spans import Ranged
from articles.engine.types import Span

G = TypeVar("G")
F = TypeVar("F")


def pair_best(
    gold: Sequence[G], found: Sequence[F], *, likeness: Callable[[G, F], float], least: float
) -> list[tuple[int, int]]:
    """Return pairs of indices, the likest first; each side is used once, `least` is enough."""
    rated = (
        (likeness(one, other), at, to)
        for at, one in enumerate(gold)
        for to, other in enumerate(found)
    )
    candidates = sorted(
        (row for row in rated if row[0] >= least), key=lambda row: (-row[0], row[1:])
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, to in candidates:
        if at not in pairs and to not in taken:
            pairs[at] = to
            taken.add(to)
    return sorted(pairs.items())


def shared(one: Ranged, other: Ranged) -> int:
    """Return how many code points two ranges share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def union_share(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return the intersection over the union of two sets of spans, in code points."""
    first, second = code_points(one), code_points(other)
    either = len(first | second)
    return len(first & second) / either if either else 0.0


def touch(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Say whether any two spans of both share a code point."""
    others = list(other)
    return any(shared(first, second) for first in one for second in others)


def code_points(spans: Iterable[Span]) -> frozenset[int]:
    """Return the offsets in the spans."""
    return frozenset(at for span in spans for at in range(span.start, span.end))
