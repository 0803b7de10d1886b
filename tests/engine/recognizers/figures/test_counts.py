"""What is counted: with a noun, without one, as a share, as an age."""

from __future__ import annotations

import pytest

from articles.engine.recognizers.figures import Kind
from tests.engine.recognizers.figures.found import figures, values


@pytest.mark.parametrize(
    ("text", "words", "unit", "measures"),
    [
        ("It hired 1,500 new engineers.", "1,500", "engineers", "new engineers"),
        ("In 40 countries it rained.", "40", "countries", "countries"),
        ("On Monday 31 villages burned.", "31", "villages", "villages"),
        ("They fed 300 schoolchildren.", "300", "schoolchildren", "schoolchildren"),
        ("It sold 3 million.", "3 million", "count", None),
        ("Orchard Reaches 30,000 Stars", "30,000", "stars", "Stars"),
        ("City To Close Five Campuses", "Five", "campuses", "Campuses"),
        ("a 38-page report", "38", "pages", None),
        ("a 20,000-strong march", "20,000", "people", None),
        ("There were 5m people.", "5m", "people", "people"),
        ("There were 5m waves.", "5m", "m", "waves"),
        ("Fire kills 12", "12", "people", None),
        ("About six were injured.", "six", "people", None),
        ("A crowd of 5,400 watched.", "5,400", "people", None),
        ("Eleven of us stayed.", "Eleven", "people", None),
        ("Six of its seats fell.", "Six", "seats", "seats"),
        ("213 in favour", "213", "votes", None),
        ("They voted six to one.", "six", "votes", None),
        ("A mother of three wept.", "three", "children", None),
        ("Ana Reyes, a grandmother of 11, left.", "11", "grandchildren", None),
    ],
)
def test_it_reads_what_is_counted(text, words, unit, measures):
    assert [(one.text, one.unit, one.measures) for one in figures(text)] == [
        (words, unit, measures)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("86 lorries came, and 40 in Kosti.", [("86", 86, "lorries"), ("40", 40, "lorries")]),
        ("86 lorries came. Six of them left.", [("86", 86, "lorries"), ("Six", 6, "lorries")]),
        ("Six of the 120 seats fell.", [("Six", 6, "seats"), ("120", 120, "seats")]),
        ("It fell to $3 million from 4 million.", [("$3 million", 3e6, "USD"), ("4 million", 4e6, "USD")]),
        ("It rose to 19 cents from 14 last year.", [("19 cents", 0.19, "USD"), ("14", 0.14, "USD")]),
        ("Six came; 7 in red.", []),
    ],
)  # fmt: skip
def test_a_bare_number_is_like_one_before_it(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Two thirds of voters", "Two thirds", 0.666667),
        ("one in three men", "one in three", 0.333333),
        ("4 out of 5 doctors", "4 out of 5", 0.8),
        ("a third of the members", "a third", 0.333333),
        ("half the town", "half", 0.5),
        ("three quarters of the flats", "three quarters", 0.75),
    ],
)
def test_it_reads_shares(text, words, value):
    found = figures(text)

    assert [(one.text, float(one.value), one.unit, one.kind) for one in found] == [
        (words, value, "", Kind.SHARE)
    ]


@pytest.mark.parametrize(
    "text", ["a third party", "the first half of it", "the second quarter", "the other half sang"]
)
def test_not_every_third_and_half_is_a_share(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("a 34-year-old driver", "34-year-old", 34, "years"),
        ("He is 45 years old.", "45 years old", 45, "years"),
        ("a ten-month-old boy", "ten-month-old", 10, "months"),
        ("a woman aged 34", "34", 34, "years"),
        ("Ana Reyes, 34, left.", "34", 34, "years"),
        ("Omar Diallo (61) left.", "61", 61, "years"),
        ("The driver, 45, was hurt.", "45", 45, "years"),
        ("She is 61.", "61", 61, "years"),
        ("My son is eight.", "eight", 8, "years"),
        ("a retired surveyor of 58, said", "58", 58, "years"),
        ("He died at 86.", "86", 86, "years"),
        ("At 75 he wrote a book.", "75", 75, "years"),
        ("He himself, 79, sat there.", "79", 79, "years"),
        ("A child of three wept.", "three", 3, "years"),
        ("A father of 45 wept.", "45", 45, "years"),
    ],
)
def test_it_reads_ages(text, words, value, unit):
    found = figures(text)

    assert [(one.text, one.value, one.unit, one.kind) for one in found] == [
        (words, value, unit, Kind.AGE)
    ]


@pytest.mark.parametrize(
    "text", ["It is six.", "The rate is 45.", "Bravo (six)", "an order of 40,", "She was one."]
)
def test_not_every_number_said_of_somebody_is_an_age(text):
    assert figures(text) == []
