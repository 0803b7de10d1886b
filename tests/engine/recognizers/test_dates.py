from __future__ import annotations

import datetime as dt

import pytest

from articles.engine.recognizers.dates import recognize
from articles.engine.types import Document

THURSDAY = dt.date(2025, 11, 6)


def dates(text, published=None):
    return [(one.text, one.iso) for one in recognize(Document(text), published)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on November 17, 2024 they", "November 17, 2024", "2024-11-17"),
        ("on 17 November 2024 they", "17 November 2024", "2024-11-17"),
        ("on the 1st of May 2024", "1st of May 2024", "2024-05-01"),
        ("on Nov. 3 they", "Nov. 3", "--11-03"),
        ("on 17 November they", "17 November", "--11-17"),
        ("as of October 2024", "October 2024", "2024-10"),
        ("in 2024, they", "2024", "2024"),
        ("the 2024 elections", "2024", "2024"),
        ("2024's best", "2024", "2024"),
        ("in May they", "May", "--05"),
        ("at 2024-11-06 they", "2024-11-06", "2024-11-06"),
        ("in Q3 2024", "Q3 2024", "2024-07/2024-09"),
        ("the third quarter of 2024", "third quarter of 2024", "2024-07/2024-09"),
        ("the first half of 2025", "first half of 2025", "2025-01/2025-06"),
        ("from 2019 to 2021", "2019 to 2021", "2019/2021"),
        ("between 2019 and 2021", "2019 and 2021", "2019/2021"),
        ("in 2024–25", "2024–25", "2024/2025"),
        ("in the 1990s", "the 1990s", "1990/1999"),
        ("March 3-5, 2024", "March 3-5, 2024", "2024-03-03/2024-03-05"),
        ("on 11/6/2025", "11/6/2025", "2025"),  # which is the month?
        ("on 13/6/2025", "13/6/2025", "2025-06-13"),
        ("on 6/6/2025", "6/6/2025", "2025-06-06"),
    ],
)
def test_it_reads_dates_as_precisely_as_they_are_written(text, words, iso):
    assert dates(text) == [(words, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "nearly eight years",
        "they may march on",
        "2000 people came",
        "1,999 people",
        "$2024 and 2024% and 20245",
        "version 2024.1",
        "yesterday and last week, on Tuesday",  # nobody knows when without a day of publication
        "February 31",
        "room A-2024",
    ],
)
def test_it_finds_no_date_where_there_is_none(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("yesterday", "2025-11-05"),
        ("tomorrow", "2025-11-07"),
        ("on Tuesday", "2025-11-04"),
        ("Thursday", "2025-11-06"),
        ("last Thursday", "2025-10-30"),
        ("next Monday", "2025-11-10"),
        ("last week", "2025-W44"),
        ("this month", "2025-11"),
        ("next year", "2026"),
        ("last quarter", "2025-07/2025-09"),
        ("two years ago", "2023"),
        ("11 months ago", "2024-12"),
        ("three days ago", "2025-11-03"),
        ("17 November", "2025-11-17"),
        ("in May", "2025-05"),
        ("on December 30", "2025-12-30"),
        ("on January 5", "2026-01-05"),
    ],
)
def test_it_resolves_against_the_day_of_publication(text, iso):
    assert [one for _, one in dates(text, THURSDAY)] == [iso]


def test_it_takes_the_day_of_an_instant():
    assert dates("yesterday", dt.datetime(2025, 11, 6, 23, tzinfo=dt.UTC)) == [
        ("yesterday", "2025-11-05")
    ]


def test_it_survives_the_edges_of_the_calendar():
    assert dates("yesterday, 999 years ago, last week", dt.date(1, 1, 1)) == []


def test_it_finds_a_leap_day_in_the_nearest_leap_year():
    assert dates("on February 29", dt.date(2025, 1, 10)) == [("February 29", "2024-02-29")]
    assert dates("on February 29", dt.date(2026, 6, 1)) == [("February 29", "--02-29")]


@pytest.mark.parametrize("pump", ["2024-", "May ", "1/", "2024 to ", "Q1 ", "last "])
def test_it_survives_pumped_input(pump):
    assert len(dates(pump * 20_000, THURSDAY)) <= 20_000
