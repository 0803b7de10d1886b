"""Pieces of text as HTML: links to their questions, numbers behind their cues."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.selectors.passages import Block, Mark, Piece
from articles.selectors.review import FLAG

PART_TITLES = {"headline": "Headline", "summary": "Summary", "body": "Text"}


def draw(block: Block) -> SafeString:
    """Return the pieces of a paragraph, one after the other, without space between them."""
    return format_html_join("", "{}", ((_draw(piece),) for piece in block.pieces))


def part_title(part: str) -> str:
    """Return a part's name in words: "faq[0].question" is a question."""
    if part.startswith("faq"):
        return "Question" if part.endswith("question") else "Answer"
    if part.startswith("card"):
        return "Card"
    return PART_TITLES.get(part, part)


def _draw(piece: Piece) -> SafeString:
    if not piece.marks:
        return format_html("{}", piece.text)
    questions = " ".join(dict.fromkeys(_question(mark) for mark in piece.marks))
    drawn = format_html(
        '{}<a class="mark {}" href="#{}" data-questions="{}">{}</a>',
        _anchors(piece.anchors),
        " ".join(dict.fromkeys(" ".join(mark.style for mark in piece.marks).split())),
        _question(_foremost(piece.marks)),
        questions,
        piece.text,
    )
    return format_html("{}{}", drawn, _notes(piece.notes))


def _anchors(anchors: Iterable[str]) -> SafeString:
    """Return empty elements that questions may point at: the first place of each."""
    return format_html_join(
        "", '<span class="place" id="at-{}"></span>', ((one,) for one in anchors)
    )


def _notes(notes: Iterable[Mark]) -> SafeString:
    return format_html_join(
        "",
        '<sup class="{}"><a href="#{}" aria-label="{} {}">{}</a></sup>',
        (_note(mark) for mark in notes),
    )


def _note(mark: Mark) -> tuple[str, str, str, str, str]:
    """Return what a note is printed with: a number for a source, a flag for a finding."""
    if mark.note == FLAG:
        style = mark.style.replace("finding", "flag")
        return style, _question(mark), "Finding", _question(mark).partition("-")[2], mark.note
    return "cue-number", mark.proposal, "Source", mark.note, mark.note


def _foremost(marks: Iterable[Mark]) -> Mark:
    """Return the narrowest mark: that is what somebody who clicks means."""
    return min(marks, key=lambda mark: mark.end - mark.start)


def _question(mark: Mark) -> str:
    """Return the id of the question: a finding's passages share one."""
    layer, number, *_passage = mark.proposal.split("-")
    return f"{layer}-{number}"
