from __future__ import annotations

import pytest

from articles.engine.parsing import parse, parse_parts, parse_plain
from articles.engine.recognizers.faq import recognize
from articles.engine.types import Question
from tests.engine.parsing.pages import HARBOUR, ORCHARD


def words(document, span):
    return document.text[span.start : span.end] if span else None


@pytest.mark.parametrize("read", [parse, parse_plain])
@pytest.mark.parametrize("page", [HARBOUR, ORCHARD])
def test_it_finds_both_pairs_of_a_page(read, page):
    document = read(page)
    pairs = recognize(document)

    assert [words(document, pair.question) for pair in pairs] == [
        one.question for one in document.faq
    ]
    assert [words(document, pair.answer) for pair in pairs] == [one.answer for one in document.faq]
    assert len(pairs) == 2


def test_it_points_to_the_passage_that_an_answer_rests_on():
    document = parse_parts(
        headline="Bridge",
        summary="",
        body_html="<p>Rain fell for days. The county paid twelve million crowns for the bridge. People cheered.</p>",
        faq=[
            Question("Who paid?", "The county, with twelve million crowns."),
            Question("Will it rain?", "Ask a bishop."),
        ],
    )
    paid, rain = recognize(document)

    assert words(document, paid.ground) == "The county paid twelve million crowns for the bridge."
    assert rain.ground is None


def test_it_passes_over_a_question_without_an_answer():
    document = parse_parts(
        headline="a", summary="", body_html="b", faq=[Question("Why?", ""), Question("How?", "So.")]
    )
    (pair,) = recognize(document)

    assert words(document, pair.question) == "How?"
