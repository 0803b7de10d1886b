"""The same key for all mentions of one entity: seen through `extract`, with a table as tagger."""

import pytest

from articles.engine.extraction import extract
from articles.engine.types import Card, Document, Kind, KnownName
from tests.engine.fakes import TableKnowledge, TableTagger


def keys(text, *, names=(), cards=(), **tagged):
    found = extract(
        Document(text=text, cards=cards),
        tagger=TableTagger(**tagged),
        knowledge=TableKnowledge(names=names),
    )
    return [(one.text, one.key) for one in found.mentions]


@pytest.mark.parametrize(
    ("text", "persons", "expected"),
    [
        (
            "Chidi B. Okafor spoke. Okafor left, Chidi Okafor said. Chidi slept.",
            ["Chidi B. Okafor", "Chidi Okafor", "Okafor", "Chidi"],
            {"person:chidi b okafor"},
        ),
        ("Dr. Park and Lena Park agreed.", ["Lena Park", "Park"], {"person:lena park"}),
        (
            "Ursula von der Leyen came. Von der Leyen, who spoke, left.",
            ["Ursula von der Leyen", "Von der Leyen"],
            {"person:ursula von der leyen"},
        ),
    ],
)
def test_short_names_share_the_key_of_the_full_name(text, persons, expected):
    assert {key for _, key in keys(text, PERSON=persons)} == expected


def test_a_surname_of_two_people_means_the_one_named_last():
    text = "Ana Berg sang. Berg smiled. Bo Berg danced. Berg laughed."

    assert [key for word, key in keys(text, PERSON=["Ana Berg", "Bo Berg"]) if word == "Berg"] == [
        "person:ana berg",
        "person:bo berg",
    ]


def test_a_surname_before_any_full_name_means_the_next_one():
    text = "Mr Berg sang. Later Ana Berg slept."

    assert keys(text, PERSON=["Ana Berg"])[0] == ("Berg", "person:ana berg")


@pytest.mark.parametrize(
    ("text", "organizations", "key"),
    [
        (
            "The Lake Transit Authority (LTA) paid. LTA officials agreed.",
            ["Lake Transit Authority"],
            "org:lake transit authority",
        ),
        (
            "Oak Valley Bank closed. OVB officials agreed.",
            ["Oak Valley Bank", "OVB"],
            "org:oak valley bank",
        ),
        (
            "Meridian Robotics Inc grew. Meridian employees agreed.",
            ["Meridian Robotics Inc", "Meridian"],
            "org:meridian robotics",
        ),
        ("The WHO met. The World Health Organization agreed.", [], "org:world health organization"),
    ],
)
def test_an_organization_keeps_its_key_in_short(text, organizations, key):
    assert {found for _, found in keys(text, ORG=organizations)} == {key}


def test_a_short_form_of_two_organizations_stays_its_own():
    text = "Meridian Labs and Meridian Foods met. Meridian employees agreed."
    found = dict(keys(text, ORG=["Meridian Labs", "Meridian Foods", "Meridian"]))

    assert found["Meridian"] == "org:meridian"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@anaberg wrote it. Ana Berg said so.", "person:ana berg"),
        ("So says @x_1.\n\nAna Berg\n\n@x_1\n\nPoet.", "person:ana berg"),
        ("Ana Berg slept. @someone wrote.", "handle:someone"),
    ],
)
def test_a_handle_belongs_to_whom_it_is_spelled_from_or_carded_with(text, key):
    handle = next(key for word, key in keys(text, PERSON=["Ana Berg"]) if word.startswith("@"))

    assert handle == key


def test_a_handle_belongs_to_the_card_of_the_page():
    assert keys("So says @x_1.", cards=(Card("Ana Berg", "x_1"),)) == [("@x_1", "person:ana berg")]


def test_a_handle_belongs_to_whom_the_house_knows_by_it():
    names = [
        KnownName("Ana Berg", Kind.PERSON, "person:1", "Ana Berg"),
        KnownName("@quill", Kind.HANDLE, "person:1", "Ana Berg", is_handle=True),
    ]

    assert keys("So says @Quill.", names=names) == [("@Quill", "person:ana berg")]


def test_it_gives_the_full_name_with_a_reason():
    text = "Ana Berg sang. Berg smiled."
    found = extract(Document(text=text), tagger=TableTagger(PERSON=["Ana Berg"])).mentions

    assert (found[1].name, found[1].kind) == ("Ana Berg", Kind.PERSON)
    assert "Ana Berg" in found[1].reason
