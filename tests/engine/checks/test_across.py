import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest

from articles.engine.checks import Code
from articles.engine.checks.across import check_across
from articles.engine.extraction import extract
from articles.engine.types import Document
from tests.engine.fakes import TableTagger

PUBLISHED = dt.date(2025, 5, 20)
TARGETS = {"org:harrow mill": "organization:1"}


@dataclass(frozen=True)
class Told:
    passage: str
    value: Decimal
    unit: str = "workers"
    quote: str = "40 workers"
    target: str = "organization:1"
    qualifier: str = ""
    title: str = "The mill hires"
    published: dt.date = dt.date(2025, 5, 13)


@dataclass(frozen=True)
class Recorded:
    statement: str
    target: str = "organization:1"
    name: str = "Harrow Mill"


def across(text, *, earlier=(), facts=()):
    document = Document(text=text)
    extraction = extract(document, tagger=TableTagger(ORG=["Harrow Mill"]), published=PUBLISHED)
    found = check_across(
        document, extraction, published=PUBLISHED, targets=TARGETS, earlier=earlier, facts=facts
    )
    return {one.code: one.message for one in found}


EARLIER = Told(
    "In 2024 Harrow Mill employed 40 workers in its old plant in the valley.", Decimal(40)
)


def test_an_earlier_article_with_another_value_is_named():
    found = across("Harrow Mill employed 60 workers in its old plant in 2024.", earlier=[EARLIER])

    assert "The mill hires" in found[Code.FIGURE_DIFFERS]
    assert "40 workers" in found[Code.FIGURE_DIFFERS]


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Mill employed 40 workers in its old plant in 2024.",
        "Harrow Mill employed about 40 workers in its old plant in 2024.",
        "Harrow Mill employed 60 workers in its old plant in 2023.",
        "Harrow Mill employs 60 workers in its old plant.",
        "Harrow Mill fired 60 workers in 2024.",
        "Harrow Mill employed another 60 workers in its old plant in 2024.",
        "Vellum Health employed 60 workers in its old plant in 2024.",
        "Harrow Mill employed 60 horses in its old plant in 2024.",
    ],
)
def test_what_is_not_the_same_figure_is_no_finding(text):
    assert Code.FIGURE_DIFFERS not in across(text, earlier=[EARLIER])


def test_undated_figures_are_compared_within_the_news():
    told = Told(
        "The fire at Harrow Mill destroyed 40 silos by the southern river.",
        Decimal(40),
        "silos",
        "40 silos",
    )
    old = Told(told.passage, told.value, told.unit, told.quote, published=dt.date(2024, 5, 13))
    text = "The fire destroyed 60 silos by the southern river at Harrow Mill."

    assert Code.FIGURE_DIFFERS in across(text, earlier=[told])
    assert Code.FIGURE_DIFFERS not in across(text, earlier=[old])


@pytest.mark.parametrize(
    ("text", "statement", "differs"),
    [
        ("Harrow Mill was founded in 1912.", "A mill by the river, founded in 1921.", True),
        ("Harrow Mill, founded in 1912, sells flour.", "Founded in 1921, it sells flour.", True),
        ("Harrow Mill was founded in 1912.", "A mill by the river, founded in May 1912.", False),
        ("Harrow Mill was founded in 1912.", "It opened in 1921.", False),
        ("The port was founded in 1912.", "A mill by the river, founded in 1921.", False),
        ("Harrow Mill was founded in 1912.", "", False),
    ],
)
def test_a_record_is_compared(text, statement, differs):
    assert (Code.FACT_DIFFERS in across(text, facts=[Recorded(statement)])) is differs
