import pytest

from articles.engine.checks import Code, once, years
from tests.engine.checks.marked import found_by

NAMES = {"PERSON": ["Ana Berg", "Tom Ash"], "ORG": ["Vellum Health", "Harrow Mill"]}


def dates(text, code):
    return found_by(lambda story: [*years.check(story), *once.check(story)], text, **NAMES).get(
        code
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry Elsa entered service on 2 May 1987. Nothing broke since the Elsa entered service on 2 May 1978.",
        "The walls were limed on 12 June 1931. A line says that the walls were limed on 12 June 1961.",
        "The keys change hands on 2 June 2025. The board made it effective on 2 June 2024.",
    ],
)
def test_the_same_day_of_two_years_is_a_slip(text):
    assert len(dates(text, Code.CONFLICTING_YEARS)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "At 31 December 2024 debt stood at $4 million. At 31 December 2023 it was $5 million.",
        "The harbour burned on 2 May 1987. On the anniversary, 2 May 1988, bells rang.",
        "The harbour burned on 2 May 1931. The council voted on 2 May 1975.",
    ],
)
def test_the_same_day_of_two_years_may_be_two_days(text):
    assert dates(text, Code.CONFLICTING_YEARS) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Founded in 2015 in a garage, Harrow Mill sells flour. Since its foundation in 2017 it has grown.", Code.CONFLICTING_YEARS),
        ("Ana Berg founded Harrow Mill in 2015. Harrow Mill was founded in 2012.", Code.CONFLICTING_YEARS),
        ("The station was founded in 1990 by climbers. It is a station founded in 1993.", Code.CONFLICTING_YEARS),
        ("Harrow Mill, founded in 2015, sells flour. Harrow Mill was founded in 2012.", Code.CONFLICTING_YEARS),
        ("Harrow Mill opened in May 2015. Harrow Mill opened in July 2015.", Code.CONFLICTING_DATES),
    ],
)  # fmt: skip
def test_what_happens_once_has_one_date(text, code):
    assert len(dates(text, code)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Harrow Mill was founded in 2015. Vellum Health was founded in 2012.",
        "Harrow Mill opened in 2015. Harrow Mill opened a second shop in 2019.",
        "He died in 2002. According to Tom Ash, Ana Berg died on 8 July 2019.",
        "Harrow Mill opened in May 2015. Harrow Mill, opened in 2015, sells flour.",
    ],
)
def test_two_things_may_be_founded_in_two_years(text):
    assert dates(text, Code.CONFLICTING_YEARS) is None
    assert dates(text, Code.CONFLICTING_DATES) is None
