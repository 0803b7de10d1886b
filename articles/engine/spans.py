"""Ranges of text: their algebra, sentences and blocks, and anchors that survive an edit.

Every function takes linear time in the text it is given, or n log n in the number of spans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Protocol, TypeVar

from articles.engine.data import vocabulary
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CONTEXT = 32
"""How many code points of context an anchor keeps on either side (W3C Web Annotation)."""

_BLOCK = re.compile(r"[^\n]+")
_TERMINATOR = re.compile(
    r"(?P<mark>[.!?…]{1,8})(?P<close>[\"'”’»)\]]{0,4})(?=\s)|[。！？]+[」』”]?"
)
_LAST_WORD = re.compile(r"[\w.&-]*$")
_NEXT_WORD = re.compile(r"\s*(?P<open>[\"'“‘«(\[]*)(?P<word>\w*)")
_AFTER_QUOTE = re.compile(r"\s*(?:\w+\s+){1,3}(?P<verb>\w+)\b")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]")
_WORD_WINDOW = 40
_ENUMERATOR = 3

_WORDS = vocabulary("abbreviations")
_NEVER_FINAL = frozenset(_WORDS["never_final"])
_BEFORE_NUMBER = frozenset(_WORDS["before_number"])
_SOMETIMES_FINAL = frozenset(_WORDS["sometimes_final"])
_OPENERS = frozenset(_WORDS["openers"])
_REPORTING = frozenset(_WORDS["reporting"])


class Ranged(Protocol):
    """Anything with a start and an end: a span, a mention, a figure."""

    @property
    def start(self) -> int:
        """Return the first code point."""

    @property
    def end(self) -> int:
        """Return the code point after the last."""


R = TypeVar("R", bound=Ranged)


def overlaps(one: Ranged, other: Ranged) -> bool:
    """Say whether two ranges share a code point."""
    return one.start < other.end and other.start < one.end


def contains(outer: Ranged, inner: Ranged) -> bool:
    """Say whether `inner` lies within `outer`, edges included."""
    return outer.start <= inner.start and inner.end <= outer.end


def intersection(one: Ranged, other: Ranged) -> Span | None:
    """Return what two ranges share, or None."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def merge(ranges: Iterable[Ranged]) -> list[Span]:
    """Return the union of the ranges as sorted spans that neither touch nor overlap."""
    merged: list[Span] = []
    for item in sorted(ranges, key=lambda one: (one.start, one.end)):
        if merged and item.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, item.end))
        else:
            merged.append(Span(item.start, item.end))
    return merged


def subtract(whole: Ranged, holes: Iterable[Ranged]) -> list[Span]:
    """Return what is left of `whole` without the holes, in order."""
    left, at = [], whole.start
    for hole in merge(holes):
        if hole.start >= whole.end:
            break
        if hole.start > at:
            left.append(Span(at, hole.start))
        at = max(at, hole.end)
    if at < whole.end:
        left.append(Span(at, whole.end))
    return left


def trim(text: str, span: Ranged) -> Span:
    """Return the span without the white space at its edges (empty at its start if it was all space)."""
    words = text[span.start : span.end]
    lead = len(words) - len(words.lstrip())
    start = span.start + (lead if lead < len(words) else 0)
    return Span(start, start + len(words.strip()))


def longest(ranges: Iterable[R]) -> list[R]:
    """Choose ranges that do not overlap, longer before shorter, earlier before later; in text order."""
    taken: list[R] = []
    starts: list[int] = []
    for item in sorted(ranges, key=lambda one: (one.start - one.end, one.start)):
        at = bisect_right(starts, item.start)
        before_clear = at == 0 or taken[at - 1].end <= item.start
        after_clear = at == len(taken) or item.end <= taken[at].start
        if before_clear and after_clear:
            taken.insert(at, item)
            starts.insert(at, item.start)
    return taken


def enclosing(spans: Sequence[R], offset: int) -> R | None:
    """Return the one of the sorted, disjoint spans that holds the offset, or None."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def block_spans(text: str) -> list[Span]:
    """Return the lines of the text that hold words: a line feed ends a block."""
    return [trim(text, Span(*found.span())) for found in _BLOCK.finditer(text) if found[0].strip()]


def sentences(text: str) -> list[Span]:
    """Return the sentences of news prose, in order; none crosses a line feed."""
    found: list[Span] = []
    for block in block_spans(text):
        start = block.start
        for mark in _TERMINATOR.finditer(text, block.start, block.end):
            if _ends_sentence(text, mark, block):
                found.append(trim(text, Span(start, mark.end())))
                start = mark.end()
        if start < block.end:
            found.append(trim(text, Span(start, block.end)))
    return found


def selector(text: str, span: Ranged) -> tuple[str, str, str]:
    """Return the words of the span with up to 32 code points before and after: quote, prefix, suffix."""
    quote = text[span.start : span.end]
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    return quote, prefix, text[span.end : span.end + CONTEXT]


def reanchor(text: str, quote: str, prefix: str, suffix: str) -> Span | None:
    """Return where the quote stands with exactly this context, or None if it is nowhere or not unique."""
    passage = prefix + quote + suffix
    at = text.find(passage) if quote else -1
    if at < 0 or text.find(passage, at + 1) >= 0:
        return None
    return Span(at + len(prefix), at + len(prefix) + len(quote))


def occurrences(text: str, words: str) -> list[Span]:
    """Return where the words stand as whole words, in the same case, with any white space between."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
    return [Span(*found.span()) for found in re.finditer(pattern, text)]


def _ends_sentence(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark["mark"] is None:  # An ideographic full stop is never part of a word.
        return True
    following = _NEXT_WORD.match(text, mark.end(), min(block.end, mark.end() + _WORD_WINDOW))
    word = following["word"] if following else ""
    opened = following["open"] if following else ""
    if not word:
        return True
    if mark["close"] and mark["mark"][-1] in "?!":
        return _opens(word) and not _reported(text, mark.end(), block.end)
    if not (opened or _opens(word)):
        return False
    if mark["mark"] == "." and not mark["close"]:
        return _full_stop(text, mark, block, word)
    return True


def _full_stop(text: str, mark: re.Match[str], block: Span, following: str) -> bool:
    low = max(block.start, mark.start() - _WORD_WINDOW)
    before = _LAST_WORD.search(text[low : mark.start()])
    last = before[0] if before else ""
    if last in _NEVER_FINAL:
        return False
    if last in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if last in _SOMETIMES_FINAL or _DOTTED.fullmatch(last):
        return following in _OPENERS
    at_block_start = mark.start() - len(last) == block.start
    return not (at_block_start and last.isdigit() and len(last) <= _ENUMERATOR)


def _opens(word: str) -> bool:
    """Say whether a word may be a sentence's first: capital, digit, or inner capital (iPhone)."""
    return not word[0].islower() or (len(word) > 1 and word[1].isupper())


def _reported(text: str, start: int, end: int) -> bool:
    after = _AFTER_QUOTE.match(text, start, min(end, start + 2 * _WORD_WINDOW))
    return after is not None and any(word in _REPORTING for word in after[0].split())
