"""The plain text of a body, and where each stretch of it stands in the markup.

The markup is what `sanitizing.clean` writes: space already collapsed, so that the text is the
tree's text nodes joined, with a line feed wherever a block ends and for each `<br>`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

from articles.engine.types import Link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    (
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    )
)
"""The block elements of a clean body."""

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# Control characters that no XML tree takes, and marks that show nothing but break words in two.
_UNSEEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A text node: the offset of its first character in the plain text, and where it hangs.

    The words are the element's `text`, or its `tail` where `is_tail` is set.
    """

    start: int
    words: str
    element: HtmlElement
    is_tail: bool

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class PlainBody:
    """A body as text, with the tree it came from, its text nodes and its links in order."""

    text: str
    root: HtmlElement
    runs: tuple[Run, ...]
    links: tuple[Link, ...]


def normalise(text: str) -> str:
    """Return the text in NFC with line feeds for all line ends, without characters that show nothing."""
    return unicodedata.normalize("NFC", drop_unseen(_LINE_ENDS.sub("\n", text)))


def drop_unseen(text: str) -> str:
    """Return the text without control characters, soft hyphens and zero-width spaces."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """Return normalised words on one line, as a headline or a name is kept."""
    return _SPACE.sub(" ", normalise(text)).strip()


def parse_body(body_html: str) -> HtmlElement:
    """Return the tree of a clean body, under one `div`."""
    return html.fragment_fromstring(body_html, create_parent="div")


def inner_html(root: HtmlElement) -> str:
    """Return the markup inside the root of a body's tree."""
    outer: str = html.tostring(root, encoding="unicode", with_tail=False)
    return outer.removeprefix("<div>").removesuffix("</div>")


def element_text(element: HtmlElement) -> str:
    """Return the plain text of one element of a clean body, without a line feed at its end."""
    walk = _Walk()
    walk.visit(element)
    return "".join(walk.pieces).removesuffix("\n")


def flatten(body_html: str) -> PlainBody:
    """Return the plain text of a clean body with its offset map."""
    root = parse_body(body_html)
    walk = _Walk()
    walk.visit(root)
    text = "".join(walk.pieces)
    return PlainBody(text.removesuffix("\n"), root, tuple(walk.runs), tuple(walk.links))


class _Walk:
    """One pass over a tree in text order. Recursion is bounded by the depth of a clean body."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.links: list[Link] = []
        self.length = 0

    def visit(self, element: HtmlElement) -> None:
        block = element.tag in BLOCKS
        if block:
            self._end_line()
        start = self.length
        self._words(element, element.text, is_tail=False)
        for child in element:
            self.visit(child)
            self._words(child, child.tail, is_tail=True)
        if element.tag == "br":
            self._add("\n")
        elif block:
            self._end_line()
        elif element.tag == "a" and self.length > start:
            self.links.append(Link(start, self.length, element.get("href", "")))

    def _words(self, element: HtmlElement, words: str | None, *, is_tail: bool) -> None:
        if words:
            self.runs.append(Run(self.length, words, element, is_tail))
            self._add(words)

    def _end_line(self) -> None:
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self._add("\n")

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)
