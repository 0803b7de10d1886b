import pytest

from articles.engine.boundaries import headlines, is_name
from articles.engine.recognizers.people_and_organizations import recognize
from articles.engine.tagged import TaggedSpan
from articles.engine.types import Document, Kind


def read(text, *tagged):
    spans = [
        TaggedSpan(text.index(words), text.index(words) + len(words), kind)
        for words, kind in tagged
    ]
    found = recognize(Document(text=text), spans)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [(one.text, one.kind) for one in found]


@pytest.mark.parametrize(
    ("tagged", "kind", "clean"),
    [
        ("the Vellum Health", Kind.ORG, ("Vellum Health", Kind.ORG)),
        ("Vellum Health's", Kind.ORG, ("Vellum Health", Kind.ORG)),
        ("Dr. Lena Park", Kind.PERSON, ("Lena Park", Kind.PERSON)),
        ("Mullah Lena Berg", Kind.PERSON, ("Lena Berg", Kind.PERSON)),
        ("Lena Park’s", Kind.PERSON, ("Lena Park", Kind.PERSON)),
        ("Vellum Inc.", Kind.ORG, ("Vellum Inc.", Kind.ORG)),
    ],
)
def test_it_cleans_the_edges_of_what_a_tagger_sees(tagged, kind, clean):
    assert read(f"So {tagged} it is.", (tagged, kind)) == [clean]


@pytest.mark.parametrize(
    ("text", "pieces", "joined"),
    [
        (
            "the Kenyan Ministry of Health said",
            [("Kenyan", Kind.NORP), ("Ministry of Health", Kind.ORG)],
            [("Kenyan Ministry of Health", Kind.ORG)],
        ),
        (
            "the Lake Party of Orsova won",
            [("Lake Party", Kind.ORG), ("Orsova", Kind.PLACE)],
            [("Lake Party of Orsova", Kind.ORG)],
        ),
        (
            "the Panel of the Lake States met",
            [("Panel of the", Kind.ORG), ("Lake States", Kind.ORG)],
            [("Panel of the Lake States", Kind.ORG)],
        ),
        (
            "Vellum Couplings of Orsova won",
            [("Vellum Couplings", Kind.ORG), ("Orsova", Kind.PLACE)],
            [("Vellum Couplings", Kind.ORG), ("Orsova", Kind.PLACE)],
        ),
        (
            "Do Mi-ryeong sang",
            [("Do", Kind.PERSON), ("Mi-ryeong", Kind.PERSON)],
            [("Do Mi-ryeong", Kind.PERSON)],
        ),
        (
            "a Vellum Loom stands there",
            [("Vellum", Kind.ORG), ("Loom", Kind.PRODUCT)],
            [("Vellum", Kind.ORG), ("Loom", Kind.PRODUCT)],
        ),
        (
            "Lena Berg\nVellum Health",
            [("Lena Berg\nVellum Health", Kind.ORG)],
            [("Lena Berg", Kind.ORG), ("Vellum Health", Kind.ORG)],
        ),
    ],
)
def test_it_joins_what_is_one_name_and_cuts_what_is_two(text, pieces, joined):
    assert read(text, *pieces) == joined


@pytest.mark.parametrize(
    "noise", ["AI", "GPU", "generative AI", "1,000", "today", "@ana", "https://a.example"]
)
def test_it_drops_capitals_that_name_nobody(noise):
    assert read(f"So {noise} it is.", (noise, Kind.ORG)) == []
    assert not is_name(noise)


@pytest.mark.parametrize(
    ("text", "tagged", "whole"),
    [
        ("the Vellum M-series chips", "M", "M-series"),
        ("the Loom-based service", "Loom", "Loom"),
        ("the X of the day", "X", "X"),
    ],
)
def test_a_letter_before_a_hyphen_is_half_a_name(text, tagged, whole):
    assert read(text, (tagged, Kind.PRODUCT)) == [(whole, Kind.PRODUCT)]


def test_it_joins_no_endless_row_of_names():
    text = "Aa " * 5000
    spans = [TaggedSpan(at, at + 2, Kind.ORG) for at in range(0, len(text), 3)]

    assert max(len(one.text) for one in recognize(Document(text=text), spans)) <= 150


def test_it_knows_lines_in_title_case_beside_prose():
    text = (
        "Big Harbour Robot Leaves Town\n\nThe robot left the harbour on Monday, and nobody saw it."
    )
    lines = headlines(text)

    assert [text[line.start : line.end] for line in lines] == ["Big Harbour Robot Leaves Town"]
    assert headlines("Big Harbour Robot Leaves Town") == []
