from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from articles.engine.errors import UnreadablePost
from articles.engine.parsing import parse, parse_parts
from articles.engine.types import Card, Part, Question
from tests.engine.parsing.pages import HARBOUR, ORCHARD

WORDS = st.text(alphabet="aé e\u0301\n\r\t😀\xad&<>@", max_size=12)
MARKUP = st.lists(
    st.sampled_from(
        ["<p>a</p>", "b", "<br>", "<h2>c", "é", " ", "<a href='https://e.org'>d</a>", "😀", "</p>"]
    )
).map("".join)


def stored(document):
    return parse_parts(
        headline=document.headline,
        summary=document.summary,
        body_html=document.body_html,
        faq=document.faq,
        cards=document.cards,
    )


def test_it_joins_the_parts_with_a_blank_line():
    document = parse_parts(
        headline=" A\ttitle ",
        summary="",
        body_html="<p>One</p><p>two</p>",
        faq=[Question("Q?", "A.\n\n B.")],
        cards=[Card("Ada", "@ada", ""), Card("Bo", "", "Writes.")],
    )

    assert document.text == "A title\n\nOne\ntwo\n\nQ?\n\nA.\nB.\n\nAda\n@ada\n\nBo\nWrites."
    assert document.parts == (
        Part("headline", 0, 7),
        Part("body", 9, 16),
        Part("faq[0].question", 18, 20),
        Part("faq[0].answer", 22, 27),
        Part("card[0]", 29, 37),
        Part("card[1]", 39, 49),
    )


@given(
    WORDS,
    WORDS,
    MARKUP,
    st.lists(st.builds(Question, WORDS, WORDS), max_size=2),
    st.lists(st.builds(Card, WORDS, WORDS, WORDS), max_size=2),
)
def test_it_comes_out_the_same_when_put_in_again(headline, summary, body_html, faq, cards):
    document = parse_parts(
        headline=headline, summary=summary, body_html=body_html, faq=faq, cards=cards
    )

    assert stored(document) == document
    assert all(document.text[one.start : one.end].strip() for one in document.parts)
    assert unicodedata.is_normalized("NFC", document.headline)
    assert "\r" not in document.text


@pytest.mark.parametrize(
    "post", [HARBOUR, ORCHARD, "# A\n\nB **c**\n\n- d\n- e\n", "<h1>A</h1><ul><li>b<p>c</ul>"]
)
def test_it_parses_to_what_its_stored_fields_make(post):
    document = parse(post)
    again = stored(document)

    assert (again.text, again.parts, again.links) == (document.text, document.parts, document.links)


@pytest.mark.parametrize("field", ["headline", "summary", "body_html"])
def test_it_names_the_field_that_no_database_takes(field):
    fields = {"headline": "a", "summary": "b", "body_html": "c"} | {field: "x\x00"}

    with pytest.raises(UnreadablePost) as caught:
        parse_parts(**fields)

    assert caught.value.field == field.removesuffix("_html")
