"""From any HTML to the few elements that a body is made of.

    1. bounds are checked (`limits`), then nh3 removes whatever could run or load;
    2. the tree is poured into paragraphs, headings, lists, quotations and simple tables;
    3. space is collapsed, text is put in NFC, what is left empty is dropped;
    4. nh3 reads the result once more, so that nothing that lxml wrote is trusted unseen.

Cleaning what is clean changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import nh3
from lxml import etree, html

from articles.engine.limits import check_markup
from articles.engine.plaintext import BLOCKS, drop_unseen, inner_html, parse_body
from articles.engine.whitespace import BLANK, collapse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_BODY_DEPTH = 100
"""How deep what is left may nest: far beyond any editor's, well within a tree walk's."""

_INLINE = frozenset(("a", "em", "strong", "code", "sub", "sup", "br"))
_RENAMED = {
    "h1": "h2", "h5": "h4", "h6": "h4", "i": "em", "b": "strong", "tt": "code", "tfoot": "tbody",
    "dt": "p", "dd": "p", "figcaption": "p", "caption": "p", "summary": "p", "address": "p",
}  # fmt: skip
_CONTAINERS = frozenset(
    (
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "figure",
        "details",
        "dl",
        "hgroup",
        "center",
    )
)
_REMOVED = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea", "button",
     "title", "form", "nav", "audio", "video", "canvas")
)  # fmt: skip
_READ = BLOCKS | _INLINE | _CONTAINERS | frozenset(_RENAMED) | {"q", "hr"}
_SCHEMES = {"http", "https", "mailto"}
# Blocks that hold paragraphs; words that stand in them bare are given one.
_HOLDERS = frozenset(("div", "blockquote"))
_PARTS = {
    "ul": ("li",), "ol": ("li",), "table": ("thead", "tbody", "tr"), "thead": ("tr",), "tbody": ("tr",),
    "tr": ("th", "td"),
}  # fmt: skip
# Blocks that hold words only.
_LEAVES = frozenset(("p", "h2", "h3", "h4", "pre"))
# An empty cell keeps its column.
_KEPT_EMPTY = frozenset(("br", "td", "th"))
_RENAMED_INLINE = frozenset(("i", "b", "tt", "q"))

_first = nh3.Cleaner(
    tags=set(_READ), clean_content_tags=set(_REMOVED), attributes={"a": {"href"}},
    url_schemes=_SCHEMES, url_relative="deny", link_rel=None,
)  # fmt: skip
_last = nh3.Cleaner(
    tags=set(BLOCKS | _INLINE), clean_content_tags=set(_REMOVED), attributes={"a": {"href"}},
    url_schemes=_SCHEMES, url_relative="deny", link_rel=None,
)  # fmt: skip


def clean(markup: str, *, field: str = "body") -> str:
    """Return the markup as a body of the house: only its words, structure and absolute links.

    Raises TooDeep or TooLarge, naming `field`, if the markup is beyond what parsers may be shown.
    """
    body = html.Element("div")
    _pour(parse_body(strip_unsafe(markup, field=field)), body)
    _drop_empty(body)
    collapse(body)
    _drop_empty(body)
    return _last.clean(inner_html(body))


def strip_unsafe(markup: str, *, field: str = "body") -> str:
    """Return the markup without what could run or load, its structure as it was (the first step)."""
    check_markup(markup, field=field)
    safe = drop_unseen(_first.clean(markup))
    check_markup(safe, field=field, max_depth=MAX_BODY_DEPTH)
    return safe


def _pour(source: HtmlElement, target: HtmlElement) -> None:
    """Copy the content of `source` into `target`, a block, giving bare words a paragraph."""
    line = _Line(target)
    line.add_words(source.text)
    for child in source:
        tag = _RENAMED.get(child.tag, child.tag)
        if not _holds_blocks(child, tag):
            line.add_inline(child, tag)
        elif target.tag in _LEAVES:
            line.add_words(" ")
            _pour(child, target)
        elif tag in BLOCKS:
            line.close()
            _pour(child, _block(target, tag))
        else:
            line.close()
            _pour(child, target)
            line.close()
        line.add_words(child.tail)


def _holds_blocks(element: HtmlElement, tag: str) -> bool:
    """Say whether an element is a block, holds one, or ends a line for other reasons."""
    if tag not in _INLINE and tag != "q":
        return True
    return any(
        child.tag not in _INLINE and child.tag not in _RENAMED_INLINE for child in element.iter()
    )


def _block(target: HtmlElement, tag: str) -> HtmlElement:
    """Add a block to `target` in a form that may stand there."""
    if target.tag == "table" and tag == "p":  # A caption goes before its table.
        target.addprevious(paragraph := html.Element("p"))
        return paragraph
    if target.tag in _PARTS and tag not in _PARTS[target.tag]:
        return etree.SubElement(target, _PARTS[target.tag][0])
    if tag == "li" and target.tag not in ("ul", "ol"):
        tag = "p"
    return etree.SubElement(target, tag)


class _Line:
    """Where bare words of a block go: into the block itself, or into a paragraph made for them."""

    def __init__(self, target: HtmlElement) -> None:
        self.target = target
        self.open = None if target.tag in _HOLDERS or target.tag in _PARTS else target

    def close(self) -> None:
        if self.open is not self.target:
            self.open = None

    def add_words(self, words: str | None) -> None:
        if words and (self.open is not None or words.strip(BLANK)):
            _append(self._line(), words)

    def add_inline(self, element: HtmlElement, tag: str) -> None:
        _copy_inline(element, tag, self._line())

    def _line(self) -> HtmlElement:
        if self.open is None:
            self.open = _block(self.target, "p")
        return self.open


def _copy_inline(element: HtmlElement, tag: str, parent: HtmlElement) -> None:
    into = parent
    quoted = tag == "q"
    if not quoted and (tag != "a" or element.get("href")):
        into = etree.SubElement(parent, tag, dict(element.attrib))
    _append(into, ("“" if quoted else "") + (element.text or ""))
    for child in element:
        _copy_inline(child, _RENAMED.get(child.tag, child.tag), into)
        _append(into, child.tail or "")
    _append(into, "”" if quoted else "")


def _append(element: HtmlElement, words: str) -> None:
    last = next(element.iterchildren(reversed=True), None)  # len() would count all the children
    if last is None:
        element.text = (element.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def _drop_empty(element: HtmlElement) -> None:
    for child in list(element):
        _drop_empty(child)
        if child.tag not in _KEPT_EMPTY and not len(child) and not child.text:
            child.drop_tree()
