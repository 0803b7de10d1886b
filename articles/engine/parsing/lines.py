"""The lines of a plain text, and what their look tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.types import Span

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_BULLET = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s")
_WRAPPED = range(45, 101)
"""How long the lines are of a paragraph that an editor or a mailer broke."""

_LONGEST_HEADING = 90
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: where they stand, what they are, whether an empty line stands before."""

    start: int
    end: int
    words: str
    after_blank: bool

    @property
    def span(self) -> Span:
        """Return where the words stand."""
        return Span(self.start, self.end)


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold words, without the space around them."""
    lines: list[Line] = []
    previous = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words)
            gap = text[previous:start].replace("\r\n", "\n")
            lines.append(Line(start, start + len(words), words, not lines or _breaks(gap) > 1))
            previous = start + len(words)
    return lines


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Group the lines: one each, except where a paragraph was broken to a width."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.after_blank and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_heading(lines: Sequence[Line], number: int) -> bool:
    """Say whether a line heads what follows: short, on its own, without a full stop."""
    line = lines[number]
    if number + 1 >= len(lines) or not looks_like_title(line.words, longest=_LONGEST_HEADING):
        return False
    following = lines[number + 1]
    alone = line.after_blank and following.after_blank
    return (
        alone and len(line.words.split()) <= _MOST_WORDS and len(following.words) > len(line.words)
    )


def looks_like_title(words: str, *, longest: int) -> bool:
    """Say whether words may be a title: not too long, no sentence, no list item, no handle."""
    if len(words) > longest or words[-1] in ".,;…":
        return False
    return not words[0].islower() and words[0] not in '@"“' and not _BULLET.match(words)


def _breaks(gap: str) -> int:
    return sum(gap.count(mark) for mark in "\n\r\x85\u2028\u2029")


def _continues(line: Line, following: Line) -> bool:
    return len(line.words) in _WRAPPED and not _BULLET.match(following.words)
