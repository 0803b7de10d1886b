"""Quotations that go on: in their paragraph, in the next, over several."""

from articles.engine.types import CitationKind
from tests.engine.recognizers.citations.marked import recognize, words


def test_a_quotation_goes_on_in_its_paragraph_and_in_the_next():
    text = (
        "“The river rose by a metre,” Ana Berg said. “Nobody slept in the ferry house.”\n\n"
        "“It will rise again next year.”"
    )
    first, second = recognize(text)

    assert len(first.content) == 2
    assert (second.method, second.source.key) == ("same speaker", "person:ana berg")


def test_a_quotation_over_paragraphs_is_one():
    text = "Ana Berg said: “The river rose.\n\n“Nobody slept in the house.”"
    (citation,) = recognize(text)

    assert words(text, citation) == [text[text.index("“") :]]
    assert citation.kind is CitationKind.QUOTATION


def test_words_and_the_quotation_behind_them_are_one_paraphrase():
    text = (
        "Ana Berg said the river rose by a metre in the night of the fair. “Nobody slept at all.”"
    )
    (citation,) = recognize(text)

    assert len(citation.content) == 2
    assert citation.kind is CitationKind.PARAPHRASE


def test_a_quotation_right_behind_a_document_is_nobodys():
    text = "The survey found that rivers rise. “Nobody slept in the ferry house.”"
    (citation,) = recognize(text)

    assert words(text, citation) == ["rivers rise"]


def test_it_reads_a_transcript():
    text = "BERG: The river rose.\n\nQUILL: And then?\n\nBERG: Nobody slept in the house."
    found = recognize(text)

    assert [one.source.text for one in found] == ["BERG", "QUILL", "BERG"]
    assert words(text, found[2]) == ["Nobody slept in the house."]
    assert recognize("NOTE: The river rose.\n\nSUMMARY: Nobody slept.\n\nSOURCE: none") == []


def test_a_title_is_no_speech():
    text = "Ana Berg was proud: “The River That Rose Again”"

    assert recognize(text) == []
