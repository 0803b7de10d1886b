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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Target practice is over. Apple trees grow.", []),
        ("They sued Apple. Apple paid.", [("Apple", Kind.ORG), ("Apple", Kind.ORG)]),
        ("The WHO met.", [("WHO", Kind.ORG)]),
    ],
)
def test_an_everyday_word_needs_a_second_sign(text, found):
    tagged = ["Apple"] if "sued" in text else []

    assert kinds(text, ORG=tagged) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kestrel Fund (KeF) met. KeF lends.", ["Kestrel Fund", "KeF", "KeF"]),
        ("A memorandum of understanding (MoU) was signed. The MoU is short.", []),
        ("Cars without drivers, autonomous vehicles (AVs), crashed. AVs!", []),
    ],
)
def test_an_acronym_is_what_its_words_are(text, found):
    assert [words for words, _ in kinds(text, ORG=["KeF", "MoU", "AVs"])] == found


def test_an_explained_name_has_the_kind_of_its_acronym():
    text = "The Tern Cup of Nations (TCN) begins. The TCN has a TCN song, and the TCN ends."

    assert set(kinds(text, EVENT=["TCN"], ORG=["Tern Cup"])) == {
        ("Tern Cup of Nations", Kind.EVENT),
        ("TCN", Kind.EVENT),
    }


def test_letter_case_alone_makes_no_other_name():
    text = (
        "The NimbusDB project grew, and users of NimbusDB came. Ana Berg leads Nimbusdb at Vellum."
    )

    assert {
        kind
        for name, kind in kinds(text, PRODUCT=["NimbusDB"], ORG=["Nimbusdb"])
        if "imbus" in name
    } == {Kind.PRODUCT}


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("Harbour Shocked as Berg Departure Leaves Gap", 2),
        ("The harbour fell silent as Berg Departure left.", 1),
        ("Harbour Shocked as Berg Street Leaves Gap", 1),
    ],
)
def test_a_common_word_in_a_headline_is_no_part_of_the_name(line, times):
    prose = (
        "Nobody at the harbour had expected the departure of Ana Berg, who had led the yard for many"
        " years and said little when she went."
    )

    found = kinds(f"{line}\n{prose}", PERSON=["Ana Berg"])

    assert [name.split()[-1] for name, _ in found] == ["Berg"] * times


def test_no_piece_of_a_longer_name_is_found_again():
    text = "Mira Quill sold it. The Quill Award went to Quill, and Quill Street is long."

    assert ("Quill", Kind.PERSON) in kinds(text, PERSON=["Mira Quill"])
    assert [one for one, _ in kinds(text, PERSON=["Mira Quill"])].count("Quill") == 1


@pytest.mark.parametrize(
    ("case_sensitive", "text", "found"),
    [
        (True, "Mira Quill met Quill.", ["Mira Quill"]),
        (True, "Mira Quill met QUILL.", ["Mira Quill", "QUILL"]),
        (False, "Mira Quill met QUILL.", ["Mira Quill"]),
    ],
)
def test_what_the_house_excludes_is_never_a_name(case_sensitive, text, found):
    never = KnownName(
        "Quill", Kind.NORP, "", "Quill", case_sensitive=case_sensitive, means_nobody=True
    )
    tagged = ["Mira Quill", "Quill", "QUILL"]

    assert [words for words, _ in kinds(text, names=[never], PERSON=tagged)] == found


@pytest.mark.parametrize("text", ["", " \n", "no names here", "ÄÖ" * 50])
def test_it_takes_any_text(text):
    assert kinds(text) == []
