"""Pieces of text as HTML: everything escaped, nothing added between the words."""

import re

from django.utils.html import strip_tags

from articles.admin.marks import draw, part_title
from articles.selectors.passages import Mark, cut

TEXT = 'Ada <script>alert("x")</script> & Bo.'


def html(*marks, text=TEXT):
    (block,) = cut(text, [("body", 0, len(text))], marks)
    return draw(block)


def test_what_the_text_says_is_never_markup():
    drawn = html(Mark(0, 12, "mention-1", "mention kind-person"))

    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_no_space_comes_between_pieces():
    drawn = html(
        Mark(0, 8, "mention-1", "mention"),
        Mark(4, 12, "citation-2", "citation"),
        text="Portland Office",
    )

    assert strip_tags(drawn) == "Portland Office"


def test_a_name_is_a_link_to_its_question_and_what_surrounds_it_is_not():
    drawn = html(
        Mark(0, 15, "citation-2", "citation"),
        Mark(0, 8, "mention-1", "mention"),
        text="Portland Office",
    )

    assert re.findall(r'<a [^>]*href="#([^"]+)"', drawn) == ["mention-1"]
    assert 'data-questions="mention-1 citation-2"' in drawn


def test_a_source_has_its_number_and_a_finding_its_flag():
    drawn = html(
        Mark(0, 4, "citation-2", "cue", note="7"),
        Mark(0, 8, "finding-3-1", "finding error", note="⚑"),
        text="Said Bo.",
    )

    assert (
        '<sup class="cue-number"><a href="#citation-2" aria-label="Source 7">7</a></sup>' in drawn
    )
    assert (
        '<sup class="flag error"><a href="#finding-3" aria-label="Finding 3">⚑</a></sup>' in drawn
    )
    assert 'id="at-finding-3-1"' in drawn


def test_parts_have_names_in_words():
    names = ["headline", "body", "faq[0].question", "faq[2].answer", "card[0]"]

    assert [part_title(name) for name in names] == [
        "Headline",
        "Text",
        "Question",
        "Answer",
        "Card",
    ]
