"""Dates of a news text: what is written, where it stands, and when that is."""

from __future__ import annotations

import datetime as dt

import pytest

from articles.engine.recognizers.dates import recognize
from articles.engine.types import Document, Metadata, Stamp

THURSDAY = dt.date(2025, 11, 6)


def dates(text, published=None, metadata=None):
    document = Document(text, metadata=metadata or Metadata())
    return [(one.text, one.iso) for one in recognize(document, published)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on November 17, 2024 they", "November 17, 2024", "2024-11-17"),
        ("on 17 November 2024 they", "17 November 2024", "2024-11-17"),
        ("on the 1st of May 2024", "1st of May 2024", "2024-05-01"),
        ("on Tuesday, 11 March 2025", "Tuesday, 11 March 2025", "2025-03-11"),
        ("on Sept. 11, 2001", "Sept. 11, 2001", "2001-09-11"),
        ("at 2024-11-06 they", "2024-11-06", "2024-11-06"),
        ("at 2025-11-06T18:36:00Z they", "2025-11-06T18:36:00Z", "2025-11-06T18:36:00Z"),
        ("as of October 2024", "October 2024", "2024-10"),
        ("in 2024, they", "2024", "2024"),
        ("the 2024 elections", "2024", "2024"),
        ("2024's best", "2024", "2024"),
        ("Her 1979 single", "1979", "1979"),
        ("a post-2015 world", "2015", "2015"),
        ("in August 2024, three shippers", "August 2024", "2024-08"),
        ("in Q3 2024", "Q3 2024", "2024-07/2024-09"),
        ("the third quarter of 2024", "third quarter of 2024", "2024-07/2024-09"),
        ("the first half of 2025", "first half of 2025", "2025-01/2025-06"),
        ("in fiscal 2024", "fiscal 2024", "2024"),
        ("in FY24", "FY24", "2024"),
        ("in the 1990s", "1990s", "1990/1999"),
        ("in the nineties", "nineties", "1990/1999"),
        ("the 19th century", "19th century", "1801/1900"),
        ("the summer of 1944", "summer of 1944", "1944-06/1944-08"),
        ("the first week of 2019", "first week of 2019", "2018-12-31/2019-01-06"),
        ("the first Monday of May 2025", "first Monday of May 2025", "2025-05-05"),
        ("in nineteen eighty-four", "nineteen eighty-four", "1984"),
    ],
)
def test_it_reads_dates_as_precisely_as_they_are_written(text, words, iso):
    assert dates(text) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in 2024–25", [("2024–25", "2024/2025")]),
        ("from 2019–2021", [("2019–2021", "2019/2021")]),
        ("March 3-5, 2024", [("March 3-5, 2024", "2024-03-03/2024-03-05")]),
        ("from 3 to 7 May 2024", [("3 to 7 May 2024", "2024-05-03/2024-05-07")]),
        ("28 to 3 May 2024", [("28 to 3 May 2024", "2024-04-28/2024-05-03")]),
        ("the April-June 2024 figures", [("April-June 2024", "2024-04/2024-06")]),
        # Two dates with a word between are two dates.
        ("from 2019 to 2021", [("2019", "2019"), ("2021", "2021")]),
        ("between May 2019 and June 2021", [("May 2019", "2019-05"), ("June 2021", "2021-06")]),
        ("from 2021 to 2019", [("2021", "2021"), ("2019", "2019")]),
        # The year of the second is the year of both, or the one after.
        ("from May to July 2020", [("May", "2020-05"), ("July 2020", "2020-07")]),
        ("from Nov. to March 2015", [("Nov", "2014-11"), ("March 2015", "2015-03")]),
    ],
)
def test_it_reads_intervals(text, found):
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on Nov. 3 they", "Nov. 3", "--11-03"),
        ("on 17 November they", "17 November", "--11-17"),
        ("in May they", "May", "--05"),
    ],
)
def test_it_leaves_out_a_year_that_nothing_tells(text, words, iso):
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
        "Call 138-2010-2015 or 555-1234",
        "in line with Vision 2030.",
        "The Long March 5 has landed.",
        "said Hendrik September.",
        "5/12 of them",
        "We won 3-2 and 10-12.",
        "at 9.30 a.m.",
        "every Monday and on Tuesdays",
        "a Sunday is a Sunday",
    ],
)
def test_it_finds_no_date_where_there_is_none(text):
    assert dates(text) == [], text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("yesterday", "2025-11-05"),
        ("tomorrow", "2025-11-07"),
        ("tonight", "2025-11-06"),
        ("the day before yesterday", "2025-11-04"),
        ("on Tuesday", "2025-11-04"),
        ("Thursday", "2025-11-06"),
        ("last Thursday", "2025-10-30"),
        ("next Monday", "2025-11-10"),
        ("next Friday", "2025-11-14"),
        ("last Wednesday", "2025-10-29"),
        ("this coming Friday", "2025-11-07"),
        ("this Friday", "2025-11-07"),
        ("Monday of last week", "2025-10-27"),
        ("at 4 p.m. on Tuesday", "2025-11-04"),
        ("Tuesday morning", "2025-11-04"),
        ("last week", "2025-10-27/2025-11-02"),
        ("this month", "2025-11"),
        ("earlier this month", "2025-11"),
        ("next year", "2026"),
        ("last quarter", "2025-07/2025-09"),
        ("the past decade", "2015/2025"),
        ("last summer", "2025-06/2025-08"),
        ("next winter", "2025-12/2026-02"),
        ("last March", "2025-03"),
        ("two years ago", "2023"),
        ("11 months ago", "2024-12"),
        ("three days ago", "2025-11-03"),
        ("two weeks ago", "2025-10-20/2025-10-26"),
        ("17 November", "2025-11-17"),
        ("in May", "2025-05"),
        ("mid-June", "2025-06"),
        ("on December 30", "2025-12-30"),
        ("on January 5", "2026-01-05"),
        ("the end of the year", "2025"),
        ("the end of the week", "2025-11-03/2025-11-09"),
    ],
)
def test_it_resolves_against_the_day_of_publication(text, iso):
    assert [one for _, one in dates(text, THURSDAY)] == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The court sat on Tuesday.", "2025-11-04"),
        ("The court will sit on Tuesday.", "2025-11-11"),
        ("On Tuesday the court will sit.", "2025-11-11"),
        ("He said on Tuesday that it would rain.", "2025-11-04"),
        ("The fair opens on Saturday.", "2025-11-08"),
        ("The airport stays shut until Saturday.", "2025-11-08"),
        ("The shop closed in March.", "2025-03"),
        ("The shop will close in March.", "2026-03"),
        ("It was sold in December.", "2024-12"),
        ("It is to be sold in December.", "2025-12"),
        ("Gates will stay shut into May.", "2026-05"),
        ("Gates stayed shut into May.", "2025-05"),
    ],
)
def test_it_looks_where_the_verb_looks(text, iso):
    assert [one for _, one in dates(text, THURSDAY)] == [iso]


@pytest.mark.parametrize(
    ("text", "granularity", "qualifier"),
    [
        ("on 3 May 2024", "day", ""),
        ("last week", "week", ""),
        ("in May 2024", "month", ""),
        ("in early May 2024", "month", "start"),
        ("mid-2024", "year", "mid"),
        ("in Q3 2024", "quarter", ""),
        ("in 2024", "year", ""),
        ("in the 1990s", "decade", ""),
        ("2019–2021", "interval", ""),
    ],
)
def test_it_says_how_precise_a_date_is(text, granularity, qualifier):
    (found,) = recognize(Document(text), THURSDAY)

    assert (found.granularity, found.qualifier) == (granularity, qualifier)


@pytest.mark.parametrize(
    ("text", "iso", "ambiguous"),
    [
        ("on 11/6/2025", "2025", True),
        ("on 13/6/2025", "2025-06-13", False),
        ("on 6/6/2025", "2025-06-06", False),
        ("on 11.6.2025", "2025-06-11", False),  # dots are written day first
        ("on 11/6/2025 6:36 PM ET", "2025-11-06", False),  # an American zone
    ],
)
def test_it_does_not_guess_which_number_is_the_month(text, iso, ambiguous):
    (found,) = recognize(Document(text))

    assert (found.iso, found.ambiguous) == (iso, ambiguous)


def test_the_rest_of_the_page_may_tell_which_number_is_the_month():
    british = Metadata(language="en-GB")

    assert dates("on 11/6/2025", metadata=british) == [("11/6/2025", "2025-06-11")]
    assert dates("on 11/6/2025", THURSDAY) == [("11/6/2025", "2025-11-06")]
    assert dates("on 11/6/2025 and 25/6/2025")[0] == ("11/6/2025", "2025-06-11")


def test_it_takes_the_day_by_the_clock_of_the_page():
    instant = dt.datetime(2025, 11, 7, 2, tzinfo=dt.UTC)
    stamp = Stamp("6 November 2025, 9 p.m.", dt.datetime.combine(THURSDAY, dt.time(21)), instant)

    assert dates("yesterday", instant) == [("yesterday", "2025-11-06")]
    assert dates("yesterday", instant, Metadata(published=stamp)) == [("yesterday", "2025-11-05")]


def test_the_second_weekday_follows_the_first():
    text = "It will run from Saturday to Tuesday."

    assert dates(text, THURSDAY) == [("Saturday", "2025-11-08"), ("Tuesday", "2025-11-11")]


def test_it_turns_the_seasons_round_in_the_south():
    assert dates("SYDNEY, Australia: last summer", THURSDAY) == [("last summer", "2024-12/2025-02")]


def test_it_survives_the_edges_of_the_calendar():
    assert dates("yesterday, 999 years ago, last week", dt.date(1, 1, 1)) == []


def test_it_finds_a_leap_day_in_the_nearest_leap_year():
    assert dates("on February 29", dt.date(2025, 1, 10)) == [("February 29", "2024-02-29")]
