"""The nouns of the corpus. Every position is a code point offset into `Article.text`, half open."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from articles.engine.evaluation.gold import Asked
from articles.engine.types import Span

NAME_TYPES: Final = frozenset(
    {"PERSON", "ORG", "PRODUCT", "PLACE", "EVENT", "WORK", "LAW", "NORP", "HANDLE"}
)
"""The types whose right side is an identity."""

DATE: Final = "DATE"
FIGURE: Final = "FIGURE"
TYPES: Final = NAME_TYPES | {DATE, FIGURE}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file; a warning is to be looked at, an error to be mended."""

    path: Path
    line: int
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        level = "warning" if self.is_warning else "error"
        return f"{self.path}:{self.line}: {level}: {self.message}"


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text, the part it belongs to and the line of the file it stands on."""

    start: int
    end: int
    part: str
    line: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A name, a figure or a date: `value` is what stands right of the colon."""

    start: int
    end: int
    type: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement that rests on somebody: who, the word for it, and what. Each in pieces."""

    number: int
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    written_identity: str = ""
    source_identity: str = ""

    @property
    def pieces(self) -> tuple[Span, ...]:
        """Return all parts in text order."""
        return tuple(sorted((*self.source, *self.cue, *self.content)))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks inside the content of an attribution."""

    start: int
    end: int
    attribution: int


@dataclass(frozen=True, slots=True)
class Card:
    """A person card: the name, the handle, and a biography if there is one."""

    name: Span
    handle: Span
    bio: Span | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A planted contradiction; `spans` has one for each passage that stands once in the text."""

    code: str
    passages: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One file, read: its text without marks, and the marks as offsets into it."""

    path: Path
    hand: str
    id: str
    topic: str
    register: str
    place: str
    published: dt.datetime
    byline: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    attributions: tuple[Attribution, ...]
    quotations: tuple[Quotation, ...]
    faq: tuple[Asked, ...]
    cards: tuple[Card, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def names(self) -> tuple[Mark, ...]:
        """Return the marks that say who or what is named."""
        return tuple(mark for mark in self.marks if mark.type in NAME_TYPES)

    @property
    def figures(self) -> tuple[Mark, ...]:
        """Return the marks of numbers."""
        return tuple(mark for mark in self.marks if mark.type == FIGURE)

    @property
    def dates(self) -> tuple[Mark, ...]:
        """Return the marks of dates and periods."""
        return tuple(mark for mark in self.marks if mark.type == DATE)

    @property
    def words(self) -> int:
        """Return how many words the text has, by white space."""
        return len(self.text.split())

    def block_at(self, offset: int) -> Block:
        """Return the block that holds an offset, or the last one before it."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.start)
        return self.blocks[max(0, at - 1)]

    def line_at(self, offset: int) -> int:
        """Return the line of the file on which the character of an offset stands."""
        return self.block_at(offset).line

    def problem(self, offset: int, message: str, *, warning: bool = False) -> Problem:
        """Return a problem at a place of the text."""
        return Problem(self.path, self.line_at(offset), message, is_warning=warning)
