"""Pieces of text as HTML: links to their questions, numbers behind their cues."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.selectors.passages import Block, Mark, Piece
from articles.selectors.review import FLAG

LINKED = {"mention", "cue", "figure"}
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
    """Return one piece. Names, cues and figures are links; what only surrounds them is not."""
    if not piece.marks:
        return format_html("{}", piece.text)
    marks = sorted(piece.marks, key=lambda mark: mark.end - mark.start)
    classes = " ".join(dict.fromkeys(" ".join(mark.style for mark in marks).split()))
    questions = " ".join(dict.fromkeys(_question(mark) for mark in marks))
    parts = (_anchors(piece.anchors), classes, questions, piece.text, _notes(piece.notes))
    if not any(LINKED & set(mark.style.split()) for mark in marks) or not piece.text.strip():
        return format_html('{}<span class="mark {}" data-questions="{}">{}</span>{}', *parts)
    return format_html(
        '{}<a class="mark {}" data-questions="{}" href="#{}">{}</a>{}',
        *parts[:3],
        _question(marks[0]),
        *parts[3:],
    )


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


def _question(mark: Mark) -> str:
    """Return the id of the question: a finding's passages share one."""
    layer, number, *_passage = mark.proposal.split("-")
    return f"{layer}-{number}"
