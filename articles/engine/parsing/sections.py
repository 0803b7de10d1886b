"""Parts that hide in a body: the headline in its first heading, questions under a heading FAQ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from articles.engine.parsing.questions import Line, faq_mark, pair_up
from articles.engine.plaintext import element_text, inner_html, one_line, parse_body
from articles.engine.sanitizing import clean, strip_unsafe
from articles.engine.types import Question

_LEVELS = {"h2": 2, "h3": 3, "h4": 4}
_MOST_MARKS = 5


def split_headline(markup: str) -> tuple[str, str]:
    """Return the words of the first `h1`, and the markup without it; no words where there is none."""
    root = parse_body(strip_unsafe(markup))
    heading = root.find(".//h1")
    if heading is None:
        return "", markup
    words = one_line(heading.text_content())
    heading.drop_tree()
    return words, inner_html(root)


def split_faq(markup: str) -> tuple[tuple[Question, ...], str]:
    """Return the questions and answers of a body's FAQ section, and the clean body without it."""
    body_html = clean(markup)
    root = parse_body(body_html)
    blocks = list(root)
    marks = ((number, faq_mark(element_text(block))) for number, block in enumerate(blocks))
    for number, mark in islice(((number, mark) for number, mark in marks if mark), _MOST_MARKS):
        section = blocks[number : _end(blocks, number)]
        pairs = _read(section, mark)
        if pairs:
            for element in section:
                element.drop_tree()
            return pairs, inner_html(root)
    return (), body_html


def joined_faq(told: Sequence[Question], printed: Sequence[Question]) -> tuple[Question, ...]:
    """Return what the metadata tells, then what the page prints beside it."""
    known = {one_line(pair.question).casefold() for pair in told}
    return (*told, *(pair for pair in printed if one_line(pair.question).casefold() not in known))


def _end(blocks: list[HtmlElement], start: int) -> int:
    """Return where a section ends: at a heading of its own level, or one that asks nothing."""
    level = _LEVELS.get(blocks[start].tag)
    for number in range(start + 1, len(blocks)):
        other = _LEVELS.get(blocks[number].tag)
        asks = blocks[number].text_content().rstrip().endswith("?")
        if other and not asks and (level is None or other <= level):
            return number
    return len(blocks)


def _read(section: list[HtmlElement], mark: int) -> tuple[Question, ...]:
    first = element_text(section[0])[mark:]
    words = [(first, False)] if first.strip() else []
    for element in section[1:]:
        asks = element.tag in _LEVELS
        words += [(line, asks) for line in element_text(element).split("\n") if line.strip()]
    lines, at = [], 0
    for line, asks in words:
        lines.append(Line(at, at + len(line), asks))
        at += len(line) + 1
    text = "\n".join(line for line, _ in words)
    return tuple(
        Question(text[one.start : one.end], text[other.start : other.end])
        for one, other in pair_up(text, lines)
    )
