"""Text to windows of word pieces, as the model reads them, and back to code points.

The vocabulary is uncased (Devlin et al. 2019, WordPiece), but letter case says much about names:
a second channel gives the shape of the word that each piece belongs to, and where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from articles.engine.spans import block_spans, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from articles.engine.types import Span

LONGEST: Final = 190
"""Most word pieces in a window, the two at its ends not counted."""

CHUNK: Final = 50_000
"""Most code points that are cut into pieces at once, so that memory stays bounded."""

OPENING: Final = 101
CLOSING: Final = 102

SHAPES: Final = 8
POSITIONS: Final = 4
CASES: Final = SHAPES * POSITIONS
"""Number of values of the case channel: the shape of the word times its position."""

_NO_WORD, _DIGITS, _LOWER, _UPPER, _TITLE, _INITIAL, _CAMEL, _MIXED = range(SHAPES)
_INSIDE, _OPENS_SENTENCE, _OPENS_LINE, _IN_TITLE_LINE = range(POSITIONS)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLE_LINE_SHARE: Final = 0.6
_FEWEST_WORDS: Final = 4
_SHORT_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class Window:
    """A run of word pieces with the case of their words, and the words that it holds.

    `pieces` and `cases` are equally long. `firsts` are the places in them where a word begins;
    `starts` and `ends` are the code points of those words.
    """

    pieces: NDArray[np.int64]
    cases: NDArray[np.int64]
    firsts: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


def windows(text: str, tokenizer: Tokenizer) -> Iterator[Window]:
    """Yield the windows of the text, in order; together they hold all its pieces once.

    A window ends with a line where it can, else with a sentence, else between two words.
    """
    for start, end in _chunks(text):
        yield from _windows(text[start:end], start, tokenizer)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > CHUNK:
        end = text.rfind("\n", start + 1, start + CHUNK) + 1
        end = end or text.rfind(" ", start + 1, start + CHUNK) + 1 or start + CHUNK
        yield start, end
        start = end
    yield start, len(text)


def _windows(text: str, offset: int, tokenizer: Tokenizer) -> Iterator[Window]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    if not encoding.ids:
        return
    pieces = np.array(encoding.ids, dtype=np.int64)
    bounds = np.array(encoding.offsets, dtype=np.int64)
    words = np.array(encoding.word_ids, dtype=np.int64)
    lines = block_spans(text)
    openings = [_starts(lines), _starts(sentences(text))]
    cases = _cases(text, lines, openings[1])[bounds[:, 0]]
    firsts = np.flatnonzero(np.diff(words, prepend=-1))
    tails = np.append(firsts[1:], len(pieces))
    breaks = [firsts[_changes(edges, bounds[firsts, 0])] for edges in openings]
    for start, end in _cuts(len(pieces), [*breaks, firsts]):
        inside = slice(*np.searchsorted(firsts, [start, end]))
        yield Window(
            pieces=pieces[start:end],
            cases=cases[start:end],
            firsts=firsts[inside] - start,
            starts=offset + bounds[firsts[inside], 0],
            ends=offset + bounds[tails[inside] - 1, 1],
        )


def _cuts(length: int, breaks: Sequence[NDArray[np.int64]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of each window: the best kind of break in its last half, at the latest."""
    start = 0
    while length - start > LONGEST:
        least, most = start + LONGEST // 2, start + LONGEST
        ends = (
            edges[np.searchsorted(edges, most, side="right") - 1] for edges in breaks if len(edges)
        )
        end = int(next((one for one in ends if least <= one <= most), most))
        yield start, end
        start = end
    yield start, length


def _starts(spans: Sequence[Span]) -> NDArray[np.int64]:
    return np.array([span.start for span in spans], dtype=np.int64)


def _changes(edges: NDArray[np.int64], offsets: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each of the ascending offsets whether an edge lies between it and the one before."""
    return np.diff(np.searchsorted(edges, offsets, side="right"), prepend=0) > 0


def _cases(text: str, lines: Sequence[Span], openings: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the case of each code point: that of the word it belongs to."""
    cases = np.zeros(len(text) + 1, dtype=np.int64)
    words = [(found.start(), found.end(), _shape(found[0])) for found in _WORD.finditer(text)]
    if not words:
        return cases
    starts = np.array([start for start, _, _ in words], dtype=np.int64)
    edges = _starts(lines)
    titles = np.array([_is_title_line(text[one.start : one.end]) for one in lines], dtype=bool)
    positions = np.select(
        [
            titles[np.searchsorted(edges, starts, side="right") - 1],
            _changes(edges, starts),
            _changes(openings, starts),
        ],
        [_IN_TITLE_LINE, _OPENS_LINE, _OPENS_SENTENCE],
        _INSIDE,
    )
    for (start, end, shape), position in zip(words, positions.tolist(), strict=True):
        cases[start:end] = position * SHAPES + shape
    return cases


def _is_title_line(line: str) -> bool:
    """Say whether a line has its words in capitals, as headlines have: capitals tell little there."""
    words = [word for word in _WORD.findall(line) if len(word) > _SHORT_WORD and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= _TITLE_LINE_SHARE * len(words)


def _shape(word: str) -> int:
    if not any(sign.isalpha() for sign in word):
        return _DIGITS
    if word.islower():
        return _LOWER
    if word.isupper():
        return _UPPER if len(word) > 1 else _INITIAL
    if word[0].isupper():
        return _TITLE if word[1:].islower() else _CAMEL
    return _MIXED
