from __future__ import annotations

import itertools

import pytest
from hypothesis import given, strategies as st

from articles.engine.errors import UnreadablePost
from articles.engine.parsing import parse, parse_plain
from articles.engine.types import Card, Format
from tests.engine.parsing.pages import HARBOUR, ORCHARD


def part(document, name):
    return next(document.text[one.start : one.end] for one in document.parts if one.name == name)


@pytest.mark.parametrize("read", [parse, parse_plain])
def test_it_reads_a_page_with_a_running_faq(read):
    document = read(HARBOUR)

    assert document.format is Format.TEXT
    assert (
        document.headline
        == "Solène Marchetti Leaves Kelpie Robotics: What It Means for Harbour Automation"
    )
    assert document.metadata.source_name == "Tidewire.Example"
    assert document.metadata.updated.raw == "4/9/2025 7:05:00 AM"
    assert document.metadata.updated.ambiguous
    assert part(document, "headline") == document.headline
    assert part(document, "summary").startswith("According to @smarchetti")
    assert part(document, "body").startswith("Analysis\n")
    assert part(document, "body").endswith("who comes next.")
    assert part(document, "faq[0].question") == "Who will lead Kelpie Robotics now?"
    assert part(document, "faq[1].answer") == "Yes, ports keep their contracts until 2029."
    assert document.cards == (
        Card("Solène Marchetti", "smarchetti", "Engineer and sailor. Builds cranes that see."),
    )


@pytest.mark.parametrize("read", [parse, parse_plain])
def test_it_reads_a_page_with_questions_on_lines_of_their_own(read):
    document = read(ORCHARD)

    assert document.metadata.source_name == "Quince.Example"
    assert document.metadata.source_url == "https://quince.example/orchard"
    assert document.metadata.updated.local.isoformat() == "2025-09-13T18:40:00"
    assert "3,000 teams 🍎" in part(document, "summary")
    assert part(document, "body").splitlines()[0] == "Background"
    assert part(document, "faq[0].answer") == "Amina Yusuf, who wrote the type checker."
    assert part(document, "faq[1].question") == "What changes for users?"
    assert [card.name for card in document.cards] == ["Tadhg O’Rourke", "Amina Yusuf"]
    assert document.cards[1].bio == ""


def test_it_rewrites_a_post_in_the_parts_of_the_house():
    document = parse(HARBOUR)

    assert document.body_html.startswith("<h2>Analysis</h2><p>Marchetti started")
    assert document.text.startswith(f"{document.headline}\n\nAccording to")
    assert "Latest Update" not in document.text
    assert "Source" not in document.text


@given(st.text(alphabet="ab. ?\n\r@|:-F AQ1😀\u0301", max_size=120))
def test_it_leaves_a_text_for_analysis_as_it_is(text):
    if not text.strip():
        return
    document = parse_plain(text)

    assert document.text == text
    assert all(0 <= one.start < one.end <= len(text) for one in document.parts)
    ordered = document.parts
    assert all(one.end <= other.start for one, other in itertools.pairwise(ordered))


def test_it_reads_an_ordinary_text():
    document = parse(
        "River towns ask for help\n\nBy Ada Obi and Bo Lund\nPublished: March 3, 2026, 9:15 p.m. UTC\n\n"
        "LAGOS, March 3 — The water rose again.\n\nWhat comes next\n\n"
        "The council meets on Friday to vote on a plan for the whole valley.\n- Pumps\n- Boats\n"
    )

    assert document.headline == "River towns ask for help"
    assert document.metadata.authors == ("Ada Obi", "Bo Lund")
    assert document.metadata.published.instant.isoformat() == "2026-03-03T21:15:00+00:00"
    assert document.summary == ""
    assert document.body_html == (
        "<p>LAGOS, March 3 — The water rose again.</p><h2>What comes next</h2>"
        "<p>The council meets on Friday to vote on a plan for the whole valley.</p>"
        "<ul><li>Pumps</li><li>Boats</li></ul>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "A single sentence about rain.",
        "It rained. It poured.\n\nThen it stopped, and people went home.",
        "the first line is no title\n\nand neither is the second.",
    ],
)
def test_it_makes_no_headline_of_a_sentence(text):
    assert parse(text).headline == ""
    assert parse(text).text.split() == text.split()


def test_it_joins_a_paragraph_that_was_broken_to_a_width():
    document = parse(
        "Ferry stops\n\nThe last ferry left the island on Sunday evening with\n"
        "forty people aboard, and nobody knows when the next one\nwill come.\n"
    )

    assert document.body_html.count("<p>") == 1
    assert "evening with forty people" in document.text


def test_it_takes_markup_in_a_plain_text_as_words():
    document = parse("If a < b & b > c then <b>stop</b>.", format=Format.TEXT)

    assert document.text == "If a < b & b > c then <b>stop</b>."


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), (" \n", "empty"), ("a\x00b", "NUL"), ("a\ud800b", "half a character")],
)
@pytest.mark.parametrize("read", [parse, parse_plain])
def test_it_says_why_it_cannot_read_a_text(read, text, reason):
    with pytest.raises(UnreadablePost, match=reason):
        read(text)
