"""Text is cut at the edges of marks; put together again it is the text."""

import pytest
from hypothesis import given, strategies as st

from articles.selectors.passages import Mark, cut

TEXT = "Ada met Bo.\nThey talked.\n\nWhy?"
PARTS = [("body", 0, 24), ("faq[0].question", 26, 30)]


def mark(start, end, proposal="mention-1", note=""):
    return Mark(start, end, proposal, "mention", note)


def drawn(blocks):
    """Each paragraph as a list of (text, what covers it)."""
    return [
        [(piece.text, [one.proposal for one in piece.marks]) for piece in block.pieces]
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("Ada met Bo.", [])]),
        ([mark(0, 3)], [("Ada", ["mention-1"]), (" met Bo.", [])]),
        (
            [mark(0, 11, "a"), mark(8, 10, "b")],
            [("Ada met ", ["a"]), ("Bo", ["a", "b"]), (".", ["a"])],
        ),
        (
            [mark(0, 7, "a"), mark(4, 10, "b")],
            [("Ada ", ["a"]), ("met", ["a", "b"]), (" Bo", ["b"]), (".", [])],
        ),
    ],
)
def test_a_paragraph_is_cut_at_every_edge(marks, expected):
    assert drawn(cut(TEXT, PARTS, marks))[0] == expected


def test_a_mark_over_two_paragraphs_is_in_both():
    first, second, _ = drawn(cut(TEXT, PARTS, [mark(8, 16)]))

    assert first[-1] == ("Bo.", ["mention-1"])
    assert second[0] == ("They", ["mention-1"])


def test_parts_and_their_first_paragraphs_are_told_apart():
    blocks = cut(TEXT, PARTS, [])

    assert [(block.part, block.is_first) for block in blocks] == [
        ("body", True),
        ("body", False),
        ("faq[0].question", True),
    ]


def test_a_question_has_one_place_even_where_it_has_many_mentions():
    blocks = cut(TEXT, PARTS, [mark(0, 3), mark(12, 16)])

    assert [piece.anchors for block in blocks for piece in block.pieces if piece.marks] == [
        ("mention-1",),
        (),
    ]


def test_a_note_stands_behind_the_last_piece_of_its_mark():
    (block, *_) = cut(TEXT, PARTS, [mark(0, 7, "a", note="1"), mark(4, 7, "b")])

    assert [(piece.text, [one.note for one in piece.notes]) for piece in block.pieces] == [
        ("Ada ", []),
        ("met", ["1"]),
        (" Bo.", []),
    ]


def test_positions_are_code_points():
    text = "😀 Zoë 😀da"
    (block,) = cut(text, [("body", 0, len(text))], [mark(2, 5, "a"), mark(6, 9, "b")])

    assert [(piece.text, bool(piece.marks)) for piece in block.pieces] == [
        ("😀 ", False),
        ("Zoë", True),
        (" ", False),
        ("😀da", True),
    ]


@given(
    st.text(alphabet="ab \n😀", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
)
def test_nothing_is_lost_and_nothing_is_doubled(text, spans):
    marks = [
        mark(min(a, b), max(a, b), f"m-{number}")
        for number, (a, b) in enumerate(spans)
        if min(a, b) < max(a, b) <= len(text)
    ]
    blocks = cut(text, [("body", 0, len(text))], marks)

    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == lines
