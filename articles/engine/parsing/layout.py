"""The shape of a plain text page: which lines are headline, stamp, summary, story, questions, cards.

Everything is spans into the text as it came, so that the same reading serves a post, which is
rewritten, and a text that is only analysed, which is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from articles.engine.data import vocabulary
from articles.engine.parsing.lines import Line, is_heading, lines_of, paragraphs
from articles.engine.parsing.masthead import Masthead, read_masthead
from articles.engine.parsing.questions import Line as FaqLine, faq_mark, pair_up
from articles.engine.parsing.stamps import StampRules
from articles.engine.types import Span

_LABELS = vocabulary("page_labels")
_SOURCE = frozenset(_LABELS["source"])
_SUMMARY = frozenset(_LABELS["summary"])
_HANDLE = re.compile(r"@\w{1,30}")
_URL = re.compile(r"https?://\S+")
_LONGEST_NAME = 60
_LONGEST_BIO = 600
_SHORT_CARD = 2
_MOST_CARDS = 50
_MOST_MARKS = 5
_BULLET = re.compile(r"[-*•–]\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of the story; a paragraph broken over lines has several."""

    lines: tuple[Line, ...]
    tag: str = "p"


@dataclass(frozen=True, slots=True)
class CardSpans:
    """Where a person card stands: name, handle with its sign, biography (None if it has none)."""

    name: Span
    handle: Span
    bio: Span | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a plain text page, as spans into it."""

    masthead: Masthead
    summary: Span | None = None
    blocks: tuple[Block, ...] = ()
    faq: tuple[tuple[Span, Span], ...] = ()
    cards: tuple[CardSpans, ...] = ()
    source_url: str = ""


@dataclass(slots=True)
class _Rest:
    """The lines that no part has claimed yet."""

    text: str
    lines: list[Line]
    source_url: str = ""
    cards: list[CardSpans] = field(default_factory=list)


def read_layout(text: str, rules: StampRules) -> Layout:
    """Return the layout of a plain text. Lines that belong to no other part are the story."""
    masthead, lines = read_masthead(lines_of(text), rules)
    rest = _Rest(text, lines)
    _take_cards(rest)
    faq = _take_faq(rest)
    summary = _take_summary(rest, page=masthead.is_page)
    return Layout(
        masthead,
        summary,
        tuple(_blocks(rest.lines)),
        tuple(faq),
        tuple(rest.cards),
        rest.source_url,
    )


def _take_cards(rest: _Rest) -> None:
    """Take the cards that close the page."""
    while len(rest.cards) < _MOST_CARDS:
        card, length = _last_card(rest.lines)
        if card is None:
            return
        rest.cards.insert(0, card)
        del rest.lines[-length:]


def _last_card(lines: list[Line]) -> tuple[CardSpans | None, int]:
    """Return the card at the end and its lines: a name, a line that is a handle, a biography or none."""
    for length in (_SHORT_CARD, _SHORT_CARD + 1):
        if len(lines) < length:
            break
        name, handle, *bio = lines[-length:]
        if _is_card(name, handle) and all(len(line.words) <= _LONGEST_BIO for line in bio):
            return CardSpans(name.span, handle.span, bio[0].span if bio else None), length
    return None, 0


def _is_card(name: Line, handle: Line) -> bool:
    named = (
        len(name.words) <= _LONGEST_NAME and name.words[0] != "@" and name.words[-1] not in ".?!:"
    )
    return named and _HANDLE.fullmatch(handle.words) is not None


def _take_faq(rest: _Rest) -> list[tuple[Span, Span]]:
    """Take the questions and answers, from the line that announces them to the next heading."""
    marks = ((number, faq_mark(line.words)) for number, line in enumerate(rest.lines))
    for number, mark in islice(((number, mark) for number, mark in marks if mark), _MOST_MARKS):
        line = rest.lines[number]
        following = range(number + 2, len(rest.lines))
        last = next((n for n in following if _closes_faq(rest.lines, n)), len(rest.lines))
        first = [FaqLine(line.start + mark, line.end)] if mark < len(line.words) else []
        others = [FaqLine(one.start, one.end) for one in rest.lines[number + 1 : last]]
        pairs = pair_up(rest.text, [*first, *others])
        if pairs:
            del rest.lines[number:last]
            return pairs
    return []


def _closes_faq(lines: list[Line], number: int) -> bool:
    return is_heading(lines, number) and not lines[number].words.endswith("?")


def _take_summary(rest: _Rest, *, page: bool) -> Span | None:
    """Take the summary: labelled as one, or the one paragraph before "Source" or the first heading."""
    if len(rest.lines) > 1 and _label(rest.lines[0]) in _SUMMARY:
        del rest.lines[0]
        summary = rest.lines.pop(0).span
        _take_source(rest)
        return summary
    before_source = [_source(line) is not None for line in rest.lines[:2]] == [False, True]
    _take_source(rest)
    before_heading = page and len(rest.lines) > 1 and is_heading(rest.lines, 1)
    return rest.lines.pop(0).span if before_source or before_heading else None


def _take_source(rest: _Rest) -> None:
    """Drop the captions of lost links; keep the address where there is one."""
    told = [(line, _source(line)) for line in rest.lines]
    rest.source_url = next((url for _, url in told if url), "")
    rest.lines = [line for line, url in told if url is None]


def _source(line: Line) -> str | None:
    """Return the address that a caption "Source" gives, empty if it gives none; None for other lines."""
    label, _, after = line.words.partition(":")
    url = _URL.fullmatch(after.strip())
    if label.strip().lower() not in _SOURCE or (after.strip() and not url):
        return None
    return url[0] if url else ""


def _label(line: Line) -> str:
    return line.words.rstrip(" :").lower()


def _blocks(lines: list[Line]) -> list[Block]:
    headings = {line for number, line in enumerate(lines) if is_heading(lines, number)}
    blocks = []
    for group in paragraphs(lines):
        first = group[0]
        bullet = _BULLET.match(first.words)
        if bullet:
            shorter = Line(
                first.start + bullet.end(),
                first.end,
                first.words[bullet.end() :],
                first.after_blank,
            )
            blocks.append(Block((shorter, *group[1:]), "li"))
        else:
            blocks.append(Block(tuple(group), "h2" if first in headings else "p"))
    return blocks
