import datetime as dt

import pytest

from articles.engine.checks import Code
from articles.engine.types import Question
from tests.engine.checks.readings import findings, findings_of

NAMES = {"ORG": ["Vellum Health"], "PERSON": ["Ana Berg"]}


def test_a_source_is_named_once_however_often_it_speaks():
    text = (
        "It rained a lot, according to Vellum Health. It snowed a lot, according to Vellum Health."
    )

    assert findings(text, **NAMES)[Code.ATTRIBUTION_WITHOUT_LINK][0] == "Vellum Health"


def test_who_speaks_needs_no_link():
    assert Code.ATTRIBUTION_WITHOUT_LINK not in findings("“It rains,” said Ana Berg.", **NAMES)


def test_a_group_told_before_is_not_nobody():
    assert Code.VAGUE_SOURCE not in findings("It rains, according to the officials.")
    assert Code.VAGUE_SOURCE in findings("It rains, according to officials.")


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("Half of all maps are wrong, according to a survey by Vellum Health.", True),
        ("Half of all maps are wrong, according to a survey of 2024 by Vellum Health.", False),
        ("Half of all maps are wrong, according to the survey.", False),
    ],
)
def test_a_survey_has_a_date(text, undated):
    assert (Code.UNDATED_SOURCE in findings(text, **NAMES)) is undated


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("According to Vellum Health, Vellum Health has 90 percent of the market.", True),
        ("According to Ana Berg, Vellum Health has 90 percent of the market.", False),
        ("“Vellum Health leads,” said Vellum Health.", False),
    ],
)
def test_a_source_that_speaks_of_itself_is_told(text, own):
    assert (Code.SOURCE_IS_SUBJECT in findings(text, **NAMES)) is own


@pytest.mark.parametrize(
    ("published", "stale"),
    [(dt.date(2025, 11, 20), True), (dt.date(2025, 5, 20), False), (None, False)],
)
def test_a_figure_grows_old(published, stale):
    text = "It has over 200,000 stars as of October 2024."

    assert (Code.STALE_FIGURE in findings(text, published=published)) is stale


def test_what_an_answer_says_stands_in_the_article():
    body = "The mill grinds wheat and rye. Bread is made of both."
    grounded = [Question("What does the mill grind?", "The mill grinds wheat and rye for bread.")]
    invented = [
        Question(
            "Who owns it?",
            "Vellum Health acquired everything in 1998 from bankrupt Danish dentists.",
        )
    ]

    assert Code.ANSWER_WITHOUT_GROUND not in findings_of(body=body, faq=grounded, **NAMES)
    assert Code.ANSWER_WITHOUT_GROUND in findings_of(body=body, faq=invented, **NAMES)
