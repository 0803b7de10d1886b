import pytest

from articles.engine.recognizers.titles import recognize
from articles.engine.types import Document, Kind


def names(text, kind):
    return [one.text for one in recognize(Document(text=text)) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dr. Lena Park spoke.", ["Lena Park"]),
        ("Mr Okafor left.", ["Okafor"]),
        ("Its director Olumide Fashola noted it.", ["Olumide Fashola"]),
        ("The epidemiologist Wanjiru van der Berg agreed.", ["Wanjiru van der Berg"]),
        ("Dr The spoke.", []),
        ("the director said Monday", []),
        ("The coach Wednesday", []),
    ],
)
def test_it_finds_people_behind_a_title_or_an_occupation(text, people):
    assert names(text, Kind.PERSON) == people


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("However Vellum Health Ltd. paid.", ["Vellum Health Ltd."]),
        ("The Civil Aviation Authority paid.", ["Civil Aviation Authority"]),
        ("the Ministry of Health and Sport decided", ["Ministry of Health and Sport"]),
        ("A bank of clouds. The Group.", []),
    ],
)
def test_it_finds_organizations_by_their_form(text, organizations):
    assert set(organizations) == set(names(text, Kind.ORG))
