"""One reading for each stretch, one kind for each name: seen through `extract`, with a table as tagger."""

import pytest

from articles.engine.extraction import extract
from articles.engine.types import Document, Kind, KnownName
from tests.engine.fakes import TableKnowledge, TableTagger


def kinds(text, *, names=(), **tagged):
    found = extract(
        Document(text=text), tagger=TableTagger(**tagged), knowledge=TableKnowledge(names=names)
    )
    assert all(text[one.start : one.end] == one.text for one in found.mentions)
    return [(one.text, one.kind) for one in found.mentions]


def test_a_surname_is_a_person_though_the_tagger_sees_a_place():
    text = "Soledad Brännö left. In the end Brännö said little; Brännö had time."

    assert kinds(text, PERSON=["Soledad Brännö"], PLACE=["Brännö"]) == [
        ("Soledad Brännö", Kind.PERSON),
        ("Brännö", Kind.PERSON),
        ("Brännö", Kind.PERSON),
    ]


def test_a_well_known_place_stays_one_after_a_preposition():
    text = "Sofia Lima flew to Lima. Lima said that she was tired."

    assert kinds(text, PERSON=["Sofia Lima"]) == [
        ("Sofia Lima", Kind.PERSON),
        ("Lima", Kind.PLACE),
        ("Lima", Kind.PERSON),
    ]


def test_the_words_beside_a_name_outvote_the_tagger():
    text = (
        "Zunderblick is a library. Version 2 of Zunderblick came out; the Zunderblick project and the"
        " Zunderblick documentation grew, and many use Zunderblick."
    )

    assert set(kinds(text, ORG=["Zunderblick"])) == {("Zunderblick", Kind.PRODUCT)}


def test_the_house_knows_better_than_the_tagger():
    names = [KnownName("Ostrava Line", Kind.PRODUCT, "topic:1", "Ostrava Line")]

    assert kinds("The Ostrava Line opens.", names=names, ORG=["Ostrava Line"]) == [
        ("Ostrava Line", Kind.PRODUCT)
    ]


def test_a_longer_name_holds_a_known_shorter_one():
    names = [KnownName("Ostrava", Kind.PLACE, "topic:1", "Ostrava")]

    assert kinds("She owns Ostrava Steelworks.", names=names, ORG=["Ostrava Steelworks"]) == [
        ("Ostrava Steelworks", Kind.ORG)
    ]


def test_names_are_found_again_in_a_headline_where_the_tagger_is_not_believed():
    text = (
        "Vellum Health Buys Rival Lamp Maker\n\n"
        "The clinic operator Vellum Health said that it had bought a maker of lamps on Monday."
    )

    assert kinds(text, ORG=["Vellum Health"], PERSON=["Rival Lamp"]) == [
        ("Vellum Health", Kind.ORG),
        ("Vellum Health", Kind.ORG),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Everybody ran when Warplane came.", []),
        ("He met Ulvaeus, who smiled.", [("Ulvaeus", Kind.PERSON)]),
        ("The board of Ulvaeus met.", []),
    ],
)
def test_a_lone_word_needs_a_second_sign(text, found):
    assert kinds(text, PERSON=["Warplane", "Ulvaeus"]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Target practice is over. Apple trees grow.", []),
        ("They sued Apple. Apple paid.", [("Apple", Kind.ORG), ("Apple", Kind.ORG)]),
    ],
)
def test_an_everyday_word_needs_a_second_sign(text, found):
    assert kinds(text) == found


def test_a_word_that_the_text_writes_small_is_no_name():
    assert kinds("Regulators said no. The regulators, who slept, met.", ORG=["Regulators"]) == []


def test_no_piece_of_a_longer_name_is_found_again():
    text = "Mira Quill sold it. The Quill Award went to Quill, and Quill Street is long."

    assert ("Quill", Kind.PERSON) in kinds(text, PERSON=["Mira Quill"])
    assert [one for one, _ in kinds(text, PERSON=["Mira Quill"])].count("Quill") == 1


def test_a_given_name_speaks_for_a_person():
    text = "with Tomasz Wielgosz and Leilani Kapono in charge"

    assert kinds(text, ORG=["Tomasz Wielgosz"], PERSON=["Leilani Kapono"]) == [
        ("Tomasz Wielgosz", Kind.PERSON),
        ("Leilani Kapono", Kind.PERSON),
    ]


@pytest.mark.parametrize("text", ["", " \n", "no names here", "ÄÖ" * 50])
def test_it_takes_any_text(text):
    assert kinds(text) == []
