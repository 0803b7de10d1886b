import pytest

from articles.engine.checks import Code
from articles.engine.types import Card
from tests.engine.checks.readings import findings_of

NAMES = {
    "PERSON": ["Ana Berg", "Berg", "Tom Ash", "Quist"],
    "ORG": [
        "Harrow Mill",
        "Vellum Health",
        "University of Leipzig",
        "University of Ghent",
        "Norvik Shipping",
        "Tarn Rovers",
        "Green Party",
    ],
    "PLACE": ["Porto", "Braga", "Kisumu", "Nakuru", "Harrow"],
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
        ("Ana Berg, a microbiologist, took the grey fluff home.", "Professor of organic chemistry. Mushrooms, mostly."),
        ("In March Ana Berg sold her last shares in Harrow Mill.", "Ana Berg owns and runs Harrow Mill."),
        ("“It was time. I walked out of Harrow Mill in May and never went back,” she says.", "Head of flour at Harrow Mill."),
        ("Ana Berg resigned from Harrow Mill in January.", "Ana Berg, 46, is a miller at Harrow Mill."),
        ("“Flour is life,” said Ana Berg, Harrow Mill's chief technology officer.", "Head of sales at Harrow Mill."),
        ("In a post, chief executive Ana Berg praised bread.", "Chief scientist at Harrow Mill."),
        ("It is led by Ana Berg, a miller at Harrow Mill in the valley.", "Postdoc at the University of Leipzig since 2023."),
        ("Berg: I quit grinding for Harrow Mill.", "Still grinds for Harrow Mill."),
        ("The mill is kept by Ana Berg, a pharmacist in the valley.", "Teaches mathematics in the valley."),
        ("Ana Berg has run Harrow Mill since 2016.", "At Harrow Mill since 2012."),
        ("Ana Berg, who likes bread, joined in 2016 from school.", "Joined Harrow Mill in 2012."),
        ("“Flour is life,” said Ana Berg, the mill's deputy director. It rained.", "Director of Harrow Mill. Plays the flute."),
        ("The study was led by Ana Berg, a glaciologist at the University of Leipzig.\nHer colleagues at the University of Ghent helped.", "Volcanologist at the University of Leipzig."),
        ("Ana Berg of the University of Leipzig wrote the report.\nQuist, of the University of Ghent, checked it.", "Professor at the University of Ghent."),
        ("Ana Berg, who lives in Porto with her two sons, took up the flute at forty.", "Writes novels. Lives in Braga."),
        ("Ana Berg was born in Kisumu, the daughter of a fisherman.", "Born in Nakuru. Poet and translator."),
        ("Since she retired from Harrow Mill in 2019 Ana Berg has kept bees.", "Ana Berg runs the laboratory of Harrow Mill."),
        ("Ana Berg, a former engineer at Harrow Mill, now farms snails.", "Engineer at Harrow Mill. Snail lover."),
        ("Berg, who studied law at the University of Ghent, has never lost a case.", "Lawyer. Studied at the University of Leipzig."),
        ("Goalkeeper Ana Berg saved three penalties for Tarn Rovers.", "Striker, Tarn Rovers."),
        ("Ana Berg, the cellist of the quartet, broke a string.", "Violinist of the Harrow quartet."),
        ("Mayor Ana Berg cut the ribbon.", "Deputy mayor of Harrow."),
        ("“I'm a nurse, not a hero,” said Ana Berg. Ana Berg, a nurse at the clinic, went home.", "Surgeon at the clinic in Harrow."),
        ("Ana Berg joined Harrow Mill in 2011, as an apprentice.", "With Harrow Mill since 2014."),
        ("Ana Berg handed in her notice at Harrow Mill in May.", "Miller at Harrow Mill."),
        ("Ana Berg taught at the University of Ghent until 2019, when it rained.", "Teaches at the University of Ghent."),
        ("Berg was dismissed by Norvik Shipping last autumn, after a quarrel over a crane.", "Captain with Norvik Shipping."),
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
        ("Ana Berg, who heads the union of dockers, called the strike.", "Secretary of the dockers' union; docker since 1999."),
        ("Ana Berg sits for the Green Party.", "Independent member of the council."),
        ("“Flour is life,” said Ana Berg, the mill's director.", "Director of Harrow Mill. Plays the flute."),
        ("The study was led by Ana Berg, a glaciologist at the University of Leipzig.", "Climate scientist. University of Leipzig."),
        ("Ana Berg of the University of Leipzig wrote the report.", "Professor at Leipzig; visiting fellow at the University of Ghent."),
        ("Ana Berg, who grew up in Porto, took up the flute at forty.", "Writes novels. Lives in Braga."),
        ("Ana Berg, a former engineer at Harrow Mill, now farms snails.", "Snail farmer. Formerly at Harrow Mill."),
        ("Ana Berg has published three novels.", "Novelist. Her third novel is out."),
        ("Ana Berg, the cellist of the quartet, broke a string.", "Cellist, teacher, mother."),
        ("Mayor Ana Berg cut the ribbon.", "Mayor of Harrow since 2019; once a midwife."),
        ("Ana Berg, a poet, read aloud.", "Teacher and poet in Harrow."),
        ("Ana Berg, who chairs the board, said no.", "Economist. Chair of Harrow Mill."),
        ("Ana Berg, a novelist, left Porto in 2019.", "Teaches history in Braga."),
        ("Ana Berg, an engineer, spoke. Tom Ash, a surgeon, listened.", "Civil engineer at Harrow Mill."),
    ],
)  # fmt: skip
def test_other_cards_are_no_finding(body, bio):
    assert card(body, bio) is None
