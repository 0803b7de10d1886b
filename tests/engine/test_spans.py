from __future__ import annotations

import itertools

import pytest
from hypothesis import given, strategies as st

from articles.engine.spans import (
    block_spans,
    contains,
    enclosing,
    intersection,
    longest,
    merge,
    overlaps,
    reanchor,
    selector,
    sentences,
    subtract,
    trim,
)
from articles.engine.types import Span

PROSE = st.text(alphabet="aB. \n?!\"'“”…1", max_size=200)


def split(text):
    return [text[span.start : span.end] for span in sentences(text)]


# "|" marks where a sentence ends; it stands for the space between two sentences.
@pytest.mark.parametrize(
    "marked",
    [
        "The vote is over.|Nobody won.",
        "Dr. Amara Okafor met Gen. Lucas Pratt.|They talked for an hour.",
        "J. K. Tanaka and George W. Abara disagreed.|Both left.",
        "It moved to the U.S. last year.|The U.K. office stayed.",
        "She works for Halden Inc. in Oslo.|Halden Inc. Chairman Bo Lund agreed.",
        "They sold it to Halden Inc.|The price was not given.",
        "Revenue rose 3.5 percent to $2.4 billion.|Costs fell.",
        "Version 2.0 shipped in May.|Version 3.0 will follow.",
        "“We are done.”|The room went quiet.",
        "“Is it safe?” she asked.|Nobody answered.",
        "“Is it safe?” Mara Lindqvist asked.|Nobody answered.",
        "“It is safe.”|Mara Lindqvist left.",
        "Wait…|The rest is coming.",
        "He waited ... and waited.|Then he left.",
        "The meeting starts at 9 a.m. on Monday.|It ends at 11 a.m.|The rest is lunch.",
        "See Fig. 3 and No. 7 for details.|We said no.|The board agreed.",
        "The rate hit a record on Jan. 5.|Traders cheered.",
        "It runs on example.org.|Anybody can join.",
        "Really?!|Yes.",
        "The fund (see below.)|Nobody read it.",
        "iPhone sales rose.|iPad sales fell.",
        "1. Buy the milk.|Then go home.",
        "The deal closed in 2023.|40 percent was cash.",
        "Writers, editors, etc. were there.|The rest stayed away.",
    ],
)
def test_it_splits_news_prose_into_sentences(marked):
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_it_ends_a_sentence_where_a_block_ends():
    assert split("A headline without a stop\n\nFirst line,\nsecond line.") == [
        "A headline without a stop",
        "First line,",
        "second line.",
    ]


@given(PROSE)
def test_it_keeps_every_word_in_exactly_one_sentence(text):
    found = sentences(text)

    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    covered = "".join("".join(text[s.start : s.end].split()) for s in found)
    assert covered == "".join(text.split())


def test_it_survives_pumped_marks():
    assert len(sentences("A." * 20_000)) == 1
    assert len(sentences('." ' * 20_000)) >= 1


def test_it_finds_blocks_without_the_space_around_them():
    text = "  one \n\n two\n"

    assert [text[b.start : b.end] for b in block_spans(text)] == ["one", "two"]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (Span(0, 5), Span(3, 8), Span(3, 5)),
        (Span(0, 5), Span(5, 8), None),  # touching is not overlapping
        (Span(2, 3), Span(0, 9), Span(2, 3)),
    ],
)
def test_it_intersects(one, other, shared):
    assert intersection(one, other) == shared
    assert overlaps(one, other) is (shared is not None)


def test_it_says_what_contains_what():
    assert contains(Span(0, 5), Span(0, 5))
    assert not contains(Span(1, 5), Span(0, 5))


def test_it_merges_what_touches():
    assert merge([Span(6, 9), Span(0, 3), Span(3, 5)]) == [Span(0, 5), Span(6, 9)]


def test_it_subtracts_holes():
    holes = [Span(4, 6), Span(0, 1), Span(9, 20)]

    assert subtract(Span(0, 10), holes) == [Span(1, 4), Span(6, 9)]
    assert subtract(Span(0, 10), []) == [Span(0, 10)]


def test_it_trims_to_the_words():
    assert trim("  ab ", Span(0, 5)) == Span(2, 4)
    assert trim("    ", Span(1, 3)) == Span(1, 1)


def test_it_prefers_longer_then_earlier_ranges():
    spans = [Span(0, 3), Span(2, 9), Span(8, 10), Span(9, 12), Span(10, 12)]

    assert longest(spans) == [Span(2, 9), Span(9, 12)]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=20))
def test_it_never_chooses_ranges_that_overlap(pairs):
    spans = [Span(start, start + length) for start, length in pairs]
    chosen = longest(spans)

    assert all(one.end <= other.start for one, other in itertools.pairwise(chosen))
    assert all(any(overlaps(span, one) for one in chosen) for span in spans)


def test_it_finds_the_span_around_an_offset():
    spans = [Span(0, 4), Span(6, 9)]

    assert enclosing(spans, 3) == Span(0, 4)
    assert enclosing(spans, 4) is None
    assert enclosing(spans, 6) == Span(6, 9)


def test_it_finds_an_anchor_again_after_an_edit_elsewhere():
    text = "Ngozi Eze founded Ilorin Labs in 2019. Eze left in 2024."
    quote, prefix, suffix = selector(text, Span(39, 42))
    edited = "Updated. " + text

    assert (quote, prefix, suffix) == ("Eze", text[7:39], " left in 2024.")
    assert reanchor(edited, quote, prefix, suffix) == Span(48, 51)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("one two", ("three", "", "")),  # gone
        ("ab ab", ("ab", "", "")),  # not unique
        ("aaa", ("aa", "", "")),  # overlapping occurrences count
        ("one two", ("", "one", " two")),  # nothing was quoted
    ],
)
def test_it_never_guesses_an_anchor(text, anchor):
    assert reanchor(text, *anchor) is None


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 20))
def test_it_reanchors_to_the_same_place_or_not_at_all(text, start, length):
    span = Span(min(start, len(text)), min(start + length, len(text)))

    assert reanchor(text, *selector(text, span)) in {span, None}
