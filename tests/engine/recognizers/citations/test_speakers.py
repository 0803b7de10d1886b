"""Who is meant by "she", "it", "the company" and "the report"."""

import pytest

from articles.engine.types import Kind
from tests.engine.recognizers.citations.marked import CAST, recognize

MORE = {
    **CAST,
    "Mrs Rook": (Kind.PERSON, "person:rook", "Mrs Rook"),
    "Kit Sol": (Kind.PERSON, "person:kit sol", "Kit Sol"),
    "Peter Vane": (Kind.PERSON, "person:peter vane", "Peter Vane"),
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ana Berg came. She said that it rose.", "person:ana berg"),
        ("Ana Berg came. Bo Quill sat. He said that it rose.", "person:bo quill"),
        ("Peter Vane came with Ana Berg. She said that it rose.", "person:ana berg"),
        ("Ana Berg met Peter Vane. “It rose by a metre,” she said.", "person:ana berg"),
        ("Mrs Rook met Bo Quill. She said that it rose.", "person:rook"),
        ("Kit Sol lost his hat. Ana Berg laughed. He said that it rose.", "person:kit sol"),
        ("Kit Sol, a businesswoman, met Bo Quill. She said it rose.", "person:kit sol"),
        ("Bo Quill spoke of “Peter Vane and the rest”. He said that it rose.", "person:bo quill"),
        ("Vellum Health grew. It said that it rose.", "org:vellum health"),
        ("Vellum Health sued the Ministry of Rivers. The company said it rose.", "org:vellum health"),
        ("The Ministry of Rivers met Vellum Health. The ministry said it rose.", "org:ministry of rivers"),
        ("Vellum Health, a lender, fell. The Lake Authority watched. The lender said it rose.", "org:vellum health"),
        ("Ana Berg, the mayor of Oslo, met Bo Quill. The mayor said it rose.", "person:ana berg"),
        ("Ana Berg left. Her report said that it rose.", "person:ana berg"),
        ("Nobody came. She said that it rose.", ""),
        ("Ana Berg came. They said that it rose.", ""),
        ("Bo Quill came. The minister said that it rose.", ""),
    ],
)  # fmt: skip
def test_a_source_is_the_nearest_who_fits(text, key):
    citation = recognize(text, cast=MORE)[-1]

    assert citation.source.key == key


def test_a_report_is_the_one_cited_before():
    text = "It rose, according to a report by the Orsova Institute. The report said rivers rise."
    first, second = recognize(text)

    assert first.source.key == second.source.key == "org:orsova institute"
    assert "taken for orsova institute" in second.reason


def test_it_without_anybody_is_no_source():
    assert recognize("The sun came out. It said that the river rose.") == []
