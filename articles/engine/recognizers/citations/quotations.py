"""What stands in quotation marks: “ ” „ « » " '' and, where no other marks are round them, ‘ ’ and '.

A quotation whose paragraph ends without a closing mark goes on if the next paragraph opens with
one; it is then one stretch. Marks that close nothing, and openings in mid-line that nothing
closes, are no quotations. One pass over the marks, whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.engine.spans import block_spans, enclosing
from articles.engine.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOUBLE = re.compile(r"[“”„«»\"]|''|’’|‘‘|``")
_SINGLE = re.compile(r"[‘’']")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-―/:‘'…")
_ENDS_WORDS = frozenset(",.!?…")
_INTRODUCED = re.compile(r"[:,]\s*$")


def quotations(text: str) -> list[Span]:
    """Return the outermost stretches in quotation marks, marks included, in text order."""
    double = _Reader(text).read()
    return sorted([*double, *_single(text, double)])


@dataclass(slots=True)
class _Reader:
    """Reads double marks line by line; `begun` is where an open quotation began."""

    text: str
    begun: int | None = None
    stack: list[int] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)
    found: list[Span] = field(default_factory=list)

    def read(self) -> list[Span]:
        """Return the quotations of the text."""
        blocks = block_spans(self.text)
        for number, block in enumerate(blocks):
            self._line(block)
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            self._line_end(block, following)
        return self.found

    def _line(self, block: Span) -> None:
        for mark in _DOUBLE.finditer(self.text, block.start, block.end):
            if self.begun is not None and mark.start() == block.start:
                continue  # The mark that opens each paragraph of a long quotation.
            if self._is_opening(mark, block):
                self.stack.append(mark.start())
            else:
                self._close(mark.end())

    def _is_opening(self, mark: re.Match[str], block: Span) -> bool:
        sign = mark[0]
        german = sign == "“" and bool(self.stack) and self.text[self.stack[-1]] == "„"
        if sign in _CLOSES or german:
            return False
        if sign in _OPENS:
            return True
        before = self.text[mark.start() - 1] if mark.start() > block.start else " "
        after = self.text[mark.end()] if mark.end() < block.end else " "
        if before in _BEFORE_OPENING and not after.isspace():
            return True
        return before.isspace() and not self._is_open()

    def _is_open(self) -> bool:
        return bool(self.stack) or self.begun is not None

    def _close(self, end: int) -> None:
        start = self.stack.pop() if self.stack else self.begun
        if start is None:
            return
        if not self.stack and self.begun in {None, start}:
            self.found.append(Span(start, end))
            self.begun = None
        else:
            self.inner.append(Span(start, end))

    def _line_end(self, block: Span, following: Span | None) -> None:
        """Carry an open quotation over to the next line, end it here, or forget it."""
        goes_on = following is not None and self._opens(following)
        if self.begun is None and self.stack:
            self.begun = self._introduced(block)
        if self.begun is not None and not goes_on:
            self.found += self.inner or [Span(self.begun, block.end)]
            self.begun = None
        if self.begun is None:
            self.inner.clear()
        self.stack.clear()

    def _opens(self, block: Span) -> bool:
        mark = _DOUBLE.match(self.text, block.start, block.end)
        return mark is not None and mark[0] not in _CLOSES

    def _introduced(self, block: Span) -> int | None:
        """Return where an unclosed quotation begins: it opens its line, or follows a colon or comma."""
        for start in self.stack:
            before = self.text[block.start : start]
            if not before or _INTRODUCED.search(before[-3:]):
                return start
        return None


def _single(text: str, double: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands in single marks outside of double ones."""
    opened: int | None = None
    line = 0
    for mark in _SINGLE.finditer(text):
        at = mark.start()
        if enclosing(double, at) is not None:
            continue
        before = text[at - 1] if at else "\n"
        after = text[at + 1] if at + 1 < len(text) else "\n"
        if opened is not None and text.find("\n", max(opened, line), at) >= 0:
            opened = None
        if mark[0] != "’" and before in _BEFORE_OPENING and not after.isspace():
            opened = at
        elif opened is not None and _closes_single(before, after, text[at + 1 : at + 3]):
            yield Span(opened, at + 1)
            opened = None
        line = at


def _closes_single(before: str, after: str, following: str) -> bool:
    """Tell the mark that closes from the apostrophes of "workers’ rights" and "it’s"."""
    if after.isalnum() or before.isspace():
        return False
    if before in _ENDS_WORDS:
        return True
    return not (before == "s" and following[:1] == " " and following[1:].islower())
