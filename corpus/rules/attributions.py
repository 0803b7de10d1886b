"""Rules of attributions: which parts there must be, and where they may begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.engine.types import Span
from corpus.article import Article, Attribution, Problem
from corpus.quotations import quoted

_LONGEST_CUE = 6
_FARTHEST = 1500
_FEWEST_QUOTED_WORDS = 5
_OPENING = "“«"
_CLOSING = "”»"
_NAMES = {"s": "source", "q": "cue", "c": "content"}


def attributions(article: Article) -> Iterator[Problem]:
    """Yield attributions that lack a part or whose parts are cut wrongly."""
    for one in article.attributions:
        at = one.pieces[0].start if one.pieces else 0
        if not one.content:
            yield article.problem(at, f"attribution {one.number} has no content")
        if not one.source and not one.cue:
            yield article.problem(at, f"attribution {one.number} has neither source nor cue")
        for role, pieces in (("s", one.source), ("q", one.cue), ("c", one.content)):
            for piece in pieces:
                yield from _piece(article, one, role, piece)
        yield from _shape(article, one)


def _piece(article: Article, one: Attribution, role: str, piece: Span) -> Iterator[Problem]:
    words = article.text[piece.start : piece.end]
    shown = f"{_NAMES[role]} {one.number}: “{words[:50]}”"
    if words != words.strip() or not words:
        yield article.problem(piece.start, f"space at the end of {shown}, or no words")
    elif _cuts_a_word(article.text, piece):
        yield article.problem(piece.start, f"ends inside a word: {shown}")
    if role == "q":
        if re.search(r"\bthat$", words) and " " in words:
            yield article.problem(piece.start, f"“that” stays outside {shown}", warning=True)
        if len(words.split()) > _LONGEST_CUE:
            yield article.problem(piece.start, f"a long {shown}", warning=True)
    if role == "c":
        yield from _content(article, piece, shown)


def _content(article: Article, piece: Span, shown: str) -> Iterator[Problem]:
    text = article.text
    words = text[piece.start : piece.end]
    if text[piece.end : piece.end + 1] in {*_CLOSING, '"'} and _is_open(words):
        yield article.problem(piece.start, f"the closing quotation mark belongs inside {shown}")
    if piece.start and text[piece.start - 1] in {*_OPENING, '"'} and _is_over(words):
        yield article.problem(piece.start, f"the opening quotation mark belongs inside {shown}")
    if words.startswith("that "):
        yield article.problem(piece.start, f"“that” stays outside {shown}", warning=True)
    if words.endswith((" and", " but", " or", " the", " a", " of", " to", "(")):
        yield article.problem(piece.start, f"ends in the middle of a clause: {shown}")


def _is_open(words: str) -> bool:
    """Say whether a quotation begins in the words and does not end there."""
    balance = sum((sign in _OPENING) - (sign in _CLOSING) for sign in words)
    return balance > 0 or words.count('"') % 2 == 1


def _is_over(words: str) -> bool:
    balance = sum((sign in _OPENING) - (sign in _CLOSING) for sign in words)
    return balance < 0 or words.count('"') % 2 == 1


def _cuts_a_word(text: str, piece: Span) -> bool:
    before = text[piece.start - 1 : piece.start] if piece.start else ""
    first = before.isalnum() and text[piece.start].isalnum()
    return first or (text[piece.end - 1].isalnum() and text[piece.end : piece.end + 1].isalnum())


def _shape(article: Article, one: Attribution) -> Iterator[Problem]:
    for part in (*one.source, *one.cue):
        if any(piece.start <= part.start and part.end <= piece.end for piece in one.content):
            told = f"source or cue {one.number} stands in its own content"
            yield article.problem(part.start, told)
    if len(one.source) > 1:
        told = f"attribution {one.number} has {len(one.source)} sources: a number used twice?"
        yield article.problem(one.source[-1].start, told, warning=True)
    for piece, following in zip(one.pieces, one.pieces[1:], strict=False):
        if following.start - piece.end > _FARTHEST:
            told = f"attribution {one.number} has parts far apart: a number used twice?"
            yield article.problem(following.start, told, warning=True)


def quotation_marks(article: Article) -> Iterator[Problem]:
    """Yield unbalanced quotation marks, and longer quotations that are nobody's content."""
    contents = [piece for one in article.attributions for piece in one.content]
    blocks = article.blocks
    for number, block in enumerate(blocks):
        words = article.text[block.start : block.end]
        following = blocks[number + 1] if number + 1 < len(blocks) else block
        goes_on = article.text[following.start : following.start + 1] in {*_OPENING, '"'}
        if words.count('"') % 2 and not goes_on:
            yield article.problem(block.start, "a quotation mark without its other half")
        opened = sum(map(words.count, _OPENING)) - sum(map(words.count, _CLOSING))
        if opened < 0 or (opened > 0 and not goes_on):
            yield article.problem(block.start, "a quotation mark without its other half")
        for span in quoted(article.text, block.start, block.end):
            spoken = any(piece.start < span.end and span.start < piece.end for piece in contents)
            length = len(article.text[span.start : span.end].split())
            if not spoken and length >= _FEWEST_QUOTED_WORDS:
                told = f"whose words are these? {article.text[span.start : span.end][:60]}"
                yield article.problem(span.start, told, warning=True)
