import datetime as dt

import pytest

from articles.engine.checks import Code
from articles.engine.checks.conflicts import check
from tests.engine.checks.marked import found_by
from tests.engine.checks.readings import findings_of

NAMES = {"PERSON": ["Ana Berg", "Tom Ash"], "ORG": ["Vellum Health", "Harrow Mill"]}


def dates(text, code):
    return found_by(check, text, **NAMES).get(code)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg signed it on 3 February 2025. Nobody read the lease, which was signed on 8 February 2025.",
        "The plant opens its doors on 22 April. Guests of the inauguration on 29 April will be fed.",
        "The satellite was placed in orbit on 6 March. Its lamp has burned since the launch on 2 March.",
        "The mill ground its first flour on 12 January 2025. All was ready by 21 January 2025, the date set for first flour.",
    ],
)
def test_one_event_has_one_date(text):
    assert len(dates(text, Code.CONFLICTING_DATES)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ana Berg signed it on 3 February 2025. Tom Ash signed the lease on 8 February 2025.",
        "The vote, originally set for 3 May, was postponed. The vote is now on 8 May.",
        "The first hearing was on 3 May. The second hearing was on 8 May.",
        "The council met on 3 May. The council met on 8 May. The council met on 12 May.",
        "The lamp was lit on 3 May. The harbour was dredged on 8 May.",
        "As of 3 May the portal had 90 users. As of 8 May the portal had 120 users.",
        "The ferry sails on 3 May and sails again on 8 May.",
        "The mill burned on Monday. The mill burned again on Tuesday.",
    ],
)
def test_two_events_may_have_two_dates(text):
    assert dates(text, Code.CONFLICTING_DATES) is None


def test_a_headline_may_not_give_another_day():
    found = findings_of(
        headline="Harrow Mill to open on 22 April",
        body="Everybody is welcome at the opening on 29 April, the miller said.",
        published=dt.date(2025, 4, 2),
    )

    assert found[Code.PART_DIFFERS] == ["22 April", "29 April"]


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
