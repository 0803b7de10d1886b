from __future__ import annotations

import pytest

from articles.engine.errors import TooDeep, TooLarge, UnreadablePost
from articles.engine.limits import check_markup, check_text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 1_000,
        "<div></div>" * 20_000,
        "<p>one<p>two" * 2_000,  # old pages leave paragraphs open
        "<ul>" + "<li>one" * 5_000,
        "<br><img><hr>" * 5_000,
        "<!--" + "<div>" * 5_000 + "--> words",
        "<!-->" + "<p>words",
        "a < b && c > d" * 1_000,
        "<a href='" + "x" * 100_000 + "'>",
    ],
)
def test_it_lets_pass_what_parsers_bear(markup):
    check_markup(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 1_001,
        "<DIV>" * 1_001,
        "<div><span></div>" * 1_001,  # the span stays open
        "<!-->" + "<div>" * 1_001 + "-->",  # the comment ended at once
        "<!-- --!>" + "<div>" * 1_001 + "-->",  # and so did this one
        "<script>'<b>'" * 1_001,
        "<br>" * 60_001,
        "<p " + "x " * 1_001,
        "<p " + "x='>' " * 1_001,
        "&amp;" * 100_001,
    ],
)
def test_it_stops_what_holds_a_parser_for_minutes(markup):
    with pytest.raises(TooDeep):
        check_markup(markup)


def test_it_counts_bytes_rather_than_characters():
    check_text("é" * 50, max_bytes=100)
    with pytest.raises(TooLarge, match="100 bytes"):
        check_text("é" * 51, max_bytes=100)


def test_it_says_where_a_character_cannot_be_read():
    with pytest.raises(UnreadablePost, match="position 2"):
        check_text("ab\x00")


@pytest.mark.parametrize(
    "pump", ["<", "<a", '<a b="', "<a =b", "<p x='\"", "</", "<![CDATA[", "<?", "-->"]
)
@pytest.mark.parametrize("end", ["", ">"])
def test_it_takes_no_long_look_at_pumped_markup(pump, end):
    markup = (pump * (100_000 // len(pump)) + end) * 10
    if pump in ("<", "-->", "</"):  # words, however many
        check_markup(markup)
    else:
        with pytest.raises(TooDeep):
            check_markup(markup)
