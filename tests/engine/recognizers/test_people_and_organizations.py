import pytest

from articles.engine.boundaries import headlines, in_headline, is_name
from articles.engine.recognizers.people_and_organizations import recognize
from articles.engine.types import Document, Kind, TaggedSpan


def read(text, words, kind):
    start = text.index(words)
    tagged = TaggedSpan(start, start + len(words), kind)
    return [
        (one.text, one.kind)
        for one in recognize(Document(text=text), [tagged])
        if text[one.start : one.end] == one.text
    ]


@pytest.mark.parametrize(
    ("tagged", "kind", "clean"),
    [
        ("the Vellum Health", Kind.ORG, ("Vellum Health", Kind.ORG)),
        ("Vellum Health's", Kind.ORG, ("Vellum Health", Kind.ORG)),
        ("Dr. Lena Park", Kind.PERSON, ("Lena Park", Kind.PERSON)),
        ("Vellum CEO Lena Park", Kind.PERSON, ("Lena Park", Kind.PERSON)),
        ("Vellum CEO Lena Park", Kind.ORG, ("Vellum", Kind.ORG)),
        ("Lena Park’s", Kind.PERSON, ("Lena Park", Kind.PERSON)),
        ("the Data Act of", Kind.LAW, ("Data Act", Kind.LAW)),
        ("Vellum Inc.", Kind.ORG, ("Vellum Inc.", Kind.ORG)),
        ("Orsova Institute", Kind.PLACE, ("Orsova Institute", Kind.ORG)),
        ("Gilgel Dam Road", Kind.PERSON, ("Gilgel Dam Road", Kind.PLACE)),
        ("Lena Park\nEditor", Kind.PERSON, ("Lena Park", Kind.PERSON)),
    ],
)
def test_it_cleans_the_edges_of_what_a_tagger_sees(tagged, kind, clean):
    assert read(f"So {tagged} it is.", tagged, kind) == [clean]


@pytest.mark.parametrize(
    "noise", ["AI", "GPU", "CEO", "FAQ", "Latest Update", "today", "1,000", "Twitter/@ana", "CEOs"]
)
def test_it_drops_capitals_that_name_nobody(noise):
    assert read(f"So {noise} it is.", noise, Kind.ORG) == []
    assert not is_name(noise)


def test_it_reads_no_question_word_as_a_name():
    assert read("Will FeverMap stay free?", "Will FeverMap", Kind.PERSON) == [
        ("FeverMap", Kind.PERSON)
    ]
    assert read("Will Smith stays.", "Will Smith", Kind.PERSON) == [("Will Smith", Kind.PERSON)]


def test_it_knows_lines_in_title_case_beside_prose():
    text = (
        "Big Harbour Robot Leaves Town\n\nThe robot left the harbour on Monday, and nobody saw it."
    )
    lines = headlines(text)

    assert [text[line.start : line.end] for line in lines] == ["Big Harbour Robot Leaves Town"]
    assert headlines("Big Harbour Robot Leaves Town") == []


@pytest.mark.parametrize(("words", "inside"), [("Harbour", True), ("Monday", False)])
def test_it_says_which_mentions_stand_in_a_headline(words, inside):
    text = "Big Harbour Robot Leaves Town\n\nThe robot left the port on Monday, and nobody saw it."
    start = text.index(words)
    tagged = TaggedSpan(start, start + len(words), Kind.ORG)
    (mention,) = recognize(Document(text=text.replace("Monday", "Munday")), [tagged])

    assert in_headline(headlines(text), mention.start) is inside
