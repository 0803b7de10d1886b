"""The inline marks: `[words](TYPE:value)` for names, `<s1>…</s1>` for the parts of attributions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from articles.engine.types import Span
from corpus.article import TYPES, Attribution, Block, Mark

BETWEEN_BLOCKS = "\n\n"

_TOKEN = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?P<type>[A-Za-z]+):(?P<value>[^()]*)\)"
    r"|<(?P<close>/?)(?P<role>[sqc])(?P<number>\d+)(?:=(?P<who>[^<>]*))?>"
)
_TAG_IN_NAME = re.compile(r"</?[sqc]\d")
_BRACKETS = re.compile(r"\[[^\[\]]*\](?!\()")
_STRAY = (
    (re.compile(r"\]\("), "a mark that is not balanced, stands in another one, or has no type"),
    (re.compile(r"[\[\]]"), "a square bracket without its other half"),
    (re.compile(r"[<>]"), "a < or > that is no part of an attribution's mark"),
)


@dataclass(frozen=True, slots=True)
class _Open:
    """A part of an attribution that has begun."""

    role: str
    number: int
    start: int
    line: int


@dataclass(slots=True)
class _Parts:
    """The pieces of one attribution as they come."""

    pieces: dict[str, list[Span]] = field(default_factory=lambda: {"s": [], "q": [], "c": []})
    identity: str = ""


class Reader:
    """Takes the marks out of one block after the other and notes where they stood."""

    def __init__(self, report: Callable[[int, str], None]) -> None:
        """Begin an empty text; `report` is told the line and what is wrong there."""
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._report = report
        self._pieces: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._attributions: dict[int, _Parts] = {}

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._pieces)

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions in the order of their numbers."""
        return tuple(
            Attribution(
                number,
                source=tuple(parts.pieces["s"]),
                cue=tuple(parts.pieces["q"]),
                content=tuple(parts.pieces["c"]),
                written_identity=parts.identity,
            )
            for number, parts in sorted(self._attributions.items())
        )

    def add(self, part: str, words: str, line: int) -> Span:
        """Append a block; return where its text stands."""
        if self.blocks:
            self._write(BETWEEN_BLOCKS)
            if self.blocks[-1].part != part:
                self.finish()
        self._open = [_Open(one.role, one.number, self._length, one.line) for one in self._open]
        start = self._length
        at = 0
        for token in _TOKEN.finditer(words):
            self._literal(words[at : token.start()], line)
            if token["words"] is not None:
                self._mark(token, line)
            else:
                self._tag(token, line)
            at = token.end()
        self._literal(words[at:], line)
        for one in self._open:
            self._piece(one)
        self.blocks.append(Block(start, self._length, part, line))
        return Span(start, self._length)

    def finish(self) -> None:
        """Report what is open at the end of a part."""
        for one in self._open:
            self._report(one.line, f"<{one.role}{one.number}> is never closed in its part")
        self._open = []

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _literal(self, words: str, line: int) -> None:
        rest = _BRACKETS.sub("", words)
        stray = next((why for pattern, why in _STRAY if pattern.search(rest)), None)
        if stray:
            self._report(line, f"{stray}: “{words.strip()[:60]}”")
        self._write(words)

    def _mark(self, token: re.Match[str], line: int) -> None:
        words, type_, value = token["words"], token["type"], token["value"]
        if type_ not in TYPES:
            self._report(line, f"unknown type {type_}: {token[0]}")
        if _TAG_IN_NAME.search(words):
            self._report(line, f"a part of an attribution inside a name: {token[0]}")
        if not words.strip():
            self._report(line, f"a mark without words: {token[0]}")
        start = self._length
        self._write(words)
        self.marks.append(Mark(start, self._length, type_, words, value))

    def _tag(self, token: re.Match[str], line: int) -> None:
        role, number = token["role"], int(token["number"])
        if token["close"]:
            self._close(role, number, line)
            return
        if any((one.role, one.number) == (role, number) for one in self._open):
            self._report(line, f"<{role}{number}> is opened twice")
        if token["who"] is not None and role != "s":
            self._report(line, f"only a source has an identity: {token[0]}")
        parts = self._attributions.setdefault(number, _Parts())
        who = token["who"] or ""
        if parts.identity and who and who != parts.identity:
            self._report(line, f"source {number} is both {parts.identity} and {who}")
        parts.identity = parts.identity or who
        self._open.append(_Open(role, number, self._length, line))

    def _close(self, role: str, number: int, line: int) -> None:
        if not self._open or (self._open[-1].role, self._open[-1].number) != (role, number):
            inner = f"before <{self._open[-1].role}{self._open[-1].number}>" if self._open else ""
            self._report(line, f"</{role}{number}> closes nothing {inner}".strip())
            self._open = [one for one in self._open if (one.role, one.number) != (role, number)]
            return
        self._piece(self._open.pop())

    def _piece(self, one: _Open) -> None:
        """Note a piece that ends here; a part that goes on in the next block has several."""
        self._attributions[one.number].pieces[one.role].append(Span(one.start, self._length))
