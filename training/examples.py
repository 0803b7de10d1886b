"""Annotated texts to windows with targets: for each word the name labels that may be right, and its roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from articles.engine.tagging.encoding import SHAPES, windows
from articles.engine.tagging.labels import ATTRIBUTION, KINDS, NAMES, OUTSIDE, begins, goes_on
from articles.engine.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from articles.engine.tagging.encoding import Window
    from training.sets import Text, TrainingSet

UNKNOWN: Final = -100
"""The role label of a word about which the set says nothing (torch leaves it out of the loss)."""

_MISC: Final = "MISC"
_MAY_BE_MISC: Final = frozenset({Kind.PRODUCT, Kind.EVENT, Kind.WORK, Kind.LAW, Kind.NORP})
_CAPITAL_SHAPES: Final = frozenset({3, 4, 5, 6, 7})
_LEADING = re.compile(r"(?:the|a|an|mr|mrs|ms|dr|prof|sir)\b\.?\s+(?=\S)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’]s?|[\s,.;:!?\"”’)])$")
_OWN_STOP = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|plc|Bros))\.$")


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets.

    `names` has a row for each word and a column for each name label: true where that label may be
    right. `roles` has a row for each word and a column for each role: a label, or UNKNOWN.
    """

    window: Window
    names: NDArray[np.bool_]
    roles: NDArray[np.int64]
    source: TrainingSet


def examples(texts: Iterable[Text], tokenizer: Tokenizer) -> Iterator[Example]:
    """Yield the windows of the texts with their targets."""
    for text in texts:
        spans = [_Target(text.text, *name) for name in text.names if name[2] != Kind.HANDLE]
        spans.sort(key=lambda one: one.start)
        for window in windows(text.text, tokenizer):
            yield Example(
                window, _names(window, spans, text.source), _roles(window, text), text.source
            )


class _Target:
    """One annotated name, its edges as the house draws them."""

    def __init__(self, text: str, start: int, end: int, kind: str) -> None:
        while found := _LEADING.match(text, start, end):
            start = found.end()
        while _is_edge(text[start:end]):
            found = _TRAILING.search(text, start, end)
            end = found.start() if found else end - 1
        self.start, self.end, self.kind = start, end, kind


def _is_edge(words: str) -> bool:
    return bool(_TRAILING.search(words)) and not _OWN_STOP.search(words)


def _names(window: Window, spans: list[_Target], source: TrainingSet) -> NDArray[np.bool_]:
    allowed = np.zeros((len(window.firsts), NAMES.width), dtype=bool)
    allowed[:, OUTSIDE] = True
    capital = np.isin(window.cases[window.firsts] % SHAPES, list(_CAPITAL_SHAPES))
    for number, kind in enumerate(KINDS):
        if kind not in source.kinds:
            allowed[capital, begins(number)] = allowed[capital, goes_on(number)] = True
    starts = window.starts.tolist()
    for span in spans:
        first, after = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first < after:
            allowed[first:after] = False
            for number in _meanings(span.kind, source):
                allowed[first, begins(number)] = True
                allowed[first + 1 : after, goes_on(number)] = True
            if span.kind == _MISC:
                allowed[first:after, OUTSIDE] = True
    return allowed


def _meanings(kind: str, source: TrainingSet) -> list[int]:
    """Return the house's kinds that a set's kind may stand for."""
    if kind == _MISC:
        wanted = _MAY_BE_MISC
    elif kind == Kind.NORP and source.name == "gmb_part":  # Its "gpe" covers both.
        wanted = frozenset({Kind.NORP, Kind.PLACE})
    else:
        wanted = frozenset({Kind(kind)})
    return [number for number, one in enumerate(KINDS) if one in wanted]


def _roles(window: Window, text: Text) -> NDArray[np.int64]:
    labels = np.full((len(window.firsts), len(ATTRIBUTION)), UNKNOWN, dtype=np.int64)
    if not text.source.attributions:
        return labels
    labels[:] = OUTSIDE
    starts = window.starts.tolist()
    for column, layer in enumerate(ATTRIBUTION):
        (role,) = layer.meanings
        for start, end in _outermost(text.roles[role]):
            first, after = bisect_left(starts, start), bisect_left(starts, end)
            labels[first:after, column] = goes_on(0)
            if first < after and starts[first] < start + 2:
                labels[first, column] = begins(0)
    return labels


def _outermost(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans that lie in no other."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
