import datetime as dt

import pytest

from articles.engine.checks import check
from articles.engine.extraction import extract
from articles.engine.parsing import parse_plain
from articles.engine.types import Document, Kind, KnownName
from tests.engine.fakes import TableKnowledge, TableTagger

TAGGER = TableTagger(PERSON=["Ana Berg"])


def test_it_reads_names_citations_figures_and_dates_of_one_text():
    text = "Ana Berg said that 40 percent of the ferries were late on May 6, 2025."
    found = extract(Document(text=text), tagger=TAGGER)

    assert [one.text for one in found.mentions] == ["Ana Berg"]
    assert [one.source.key for one in found.citations] == ["person:ana berg"]
    assert [one.value for one in found.figures] == [40]
    assert [one.iso for one in found.dates] == ["2025-05-06"]


def test_it_reads_the_questions_of_a_page():
    page = "Ferries\n\nAna Berg left the ferry on Monday.\n\nFAQ: Why did Ana Berg leave? She was tired of it."

    assert len(extract(parse_plain(page), tagger=TAGGER).faq) == 1


def test_it_counts_relative_dates_from_the_publication():
    document = Document(text="Ana Berg left yesterday.")

    assert extract(document, tagger=TAGGER).dates == ()
    assert (
        extract(document, tagger=TAGGER, published=dt.date(2025, 5, 6)).dates[0].iso == "2025-05-05"
    )


def test_it_knows_what_the_house_knows():
    names = [KnownName("the Ferry", Kind.PRODUCT, "topic:1", "Night Ferry")]
    found = extract(
        Document(text="She built the Ferry."), tagger=TAGGER, knowledge=TableKnowledge(names=names)
    )

    assert [(one.name, one.key, one.method) for one in found.mentions] == [
        ("Night Ferry", "product:night ferry", "house")
    ]


def test_the_same_text_gives_the_same_twice():
    document = Document(text="Ana Berg said: “It rained.” According to Ana Berg, it rained again.")

    assert extract(document, tagger=TAGGER) == extract(document, tagger=TAGGER)


@pytest.mark.parametrize(
    "unit",
    ["A ", "Aa and ", "said ", "“a ", '"', "‘a, ", "(source: ", "according to ", "as Aa noted ", "@a",
     "Aa (AA) ", "per Aa ", ", Aa, ", "5% use of ", "Aa:\n", "İ", "\U0001f327", "\u202e", "Aa founded in 2012. "],
)  # fmt: skip
def test_it_takes_text_of_any_shape(unit):
    document = Document(text=unit * 300)
    found = extract(document, tagger=TAGGER)
    check(document, found)

    assert all(document.text[one.start : one.end] == one.text for one in found.mentions)
    assert all(0 <= one.start < one.end <= len(document.text) for one in found.citations)
