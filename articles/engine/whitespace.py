"""Space as a browser shows it: one blank between words, none at the ends of lines."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from articles.engine.plaintext import BLOCKS, normalise

BLANK = " \t\n\r\f\v"
"""What HTML collapses. A no-break space is none of it."""

_SPACE = re.compile(f"[{BLANK}]+")


def collapse(root: HtmlElement) -> None:
    """Collapse space in a body's tree and put its words in NFC; drop breaks that end no line.

    Preformatted text keeps the space within its lines.
    """
    walk = _Pass()
    walk.visit(root)
    walk.end_block()
    for element in walk.idle_breaks:
        element.drop_tree()


class _Pass:
    """One pass over a tree, in text order."""

    def __init__(self) -> None:
        self.line: list[tuple[HtmlElement, str]] = []  # the text slots of this line so far
        self.after_space = True
        self.last_break: HtmlElement | None = None
        self.idle_breaks: list[HtmlElement] = []  # those that end no line

    def visit(self, element: HtmlElement, *, verbatim: bool = False) -> None:
        block = element.tag in BLOCKS
        verbatim = verbatim or element.tag == "pre"
        if block:
            self.end_block()
        self._words(element, "text", verbatim=verbatim)
        for child in list(element):
            self.visit(child, verbatim=verbatim)
            self._words(child, "tail", verbatim=verbatim)
        if element.tag == "br":
            self._break(element)
        elif block:
            self.end_block()

    def _words(self, element: HtmlElement, slot: str, *, verbatim: bool) -> None:
        words = normalise(getattr(element, slot) or "")
        if not verbatim:
            words = _SPACE.sub(" ", words)
        if not self.line and self.after_space:
            words = words.lstrip("\n" if verbatim else " ")
        elif self.after_space and not verbatim:
            words = words.lstrip(" ")
        setattr(element, slot, words)
        if words:
            self.line.append((element, slot))
            self.after_space = words.endswith(" ") and not verbatim
            self.last_break = None

    def _break(self, element: HtmlElement) -> None:
        self._trim_line()
        if self.line:
            self.last_break = element
        else:
            self.idle_breaks.append(element)
        self.line, self.after_space = [], True

    def end_block(self) -> None:
        self._trim_line()
        if self.last_break is not None:
            self.idle_breaks.append(self.last_break)
        self.line, self.after_space, self.last_break = [], True, None

    def _trim_line(self) -> None:
        """Strip space from the end of the line, through as many text nodes as it covers."""
        while self.line:
            element, slot = self.line[-1]
            words = getattr(element, slot).rstrip(BLANK)
            setattr(element, slot, words)
            if words:
                return
            self.line.pop()
