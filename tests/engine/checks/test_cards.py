import pytest

from articles.engine.checks import Code
from articles.engine.types import Card
from tests.engine.checks.readings import findings_of

NAMES = {
    "PERSON": ["Ana Berg", "Berg", "Tom Ash"],
    "ORG": ["Harrow Mill", "Vellum Health", "University of Leipzig"],
}


def card(body, bio):
    found = findings_of(
        headline="A talk on flour", body=body, cards=[Card("Ana Berg", "anaberg", bio)], **NAMES
    )
    return found.get(Code.CARD_CONTRADICTED)


@pytest.mark.parametrize(
    ("body", "bio"),
    [
        ("Berg: I left Harrow Mill two years ago.", "Chief engineer of Harrow Mill."),
        ("Ana Berg resigned from Harrow Mill in January.", "Ana Berg, 46, is a miller at Harrow Mill."),
        ("“Flour is life,” said Ana Berg, Harrow Mill's chief technology officer.", "Head of sales at Harrow Mill."),
        ("In a post, chief executive Ana Berg praised bread.", "Chief scientist at Harrow Mill."),
        ("It is led by Ana Berg, a miller at Harrow Mill in the valley.", "Postdoc at the University of Leipzig since 2023."),
        ("Berg: I quit grinding for Harrow Mill.", "Still grinds for Harrow Mill."),
        ("The mill is kept by Ana Berg, a pharmacist in the valley.", "Teaches mathematics in the valley."),
        ("Ana Berg has run Harrow Mill since 2016.", "At Harrow Mill since 2012."),
        ("Ana Berg, who likes bread, joined in 2016 from school.", "Joined Harrow Mill in 2012."),
    ],
)  # fmt: skip
def test_a_card_says_what_the_text_says(body, bio):
    assert len(card(body, bio)) == 2


@pytest.mark.parametrize(
    ("body", "bio"),
    [
        ("Berg: I left Harrow Mill two years ago.", "Formerly chief engineer of Harrow Mill."),
        ("Tom Ash left Harrow Mill in January.", "Miller at Harrow Mill."),
        ("“Flour is life,” said Ana Berg, Harrow Mill's chief executive.", "Founder and CEO of Harrow Mill."),
        ("“Flour is life,” said Ana Berg, then chief scientist.", "Chief executive of Harrow Mill."),
        ("It is led by Ana Berg, a miller at Harrow Mill.", "At Harrow Mill and the University of Leipzig."),
        ("Ana Berg announced her departure from Harrow Mill.", "Lead at Harrow Mill."),
    ],
)  # fmt: skip
def test_other_cards_are_no_finding(body, bio):
    assert card(body, bio) is None
