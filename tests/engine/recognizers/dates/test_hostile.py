"""Whatever the text says, nothing is raised. Whether time stays linear, `make bench` shows."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings, strategies as st

from articles.engine.recognizers.dates import Context, Usage, expressions, recognize
from articles.engine.types import Document

PUBLISHED = dt.date(2025, 11, 6)
PUMPS = [
    "1",
    "1,",
    "1-",
    "1/",
    "9 ",
    "2024-",
    "May ",
    "May 3 ",
    "one one one ",
    "one hundred ",
    "of of of ",
    "2024 to ",
    "from 2020 to ",
    "Q1 ",
    "last ",
    "Tuesday, ",
    "two weeks and ",
    "every ",
    "\n",
]


@pytest.mark.parametrize("pump", PUMPS)
def test_long_nonsense_is_read_to_its_end(pump):
    text = (pump * 5_000)[:5_000]

    assert all(
        text[one.start : one.end] == one.text for one in recognize(Document(text), PUBLISHED)
    )


WORDS = [
    *(
        "1",
        "3",
        "31",
        "2024",
        "12:30",
        "99999999",
        "11/6/2025",
        "Q3",
        "1990s",
        "third",
        "first",
        "two",
    ),
    *("May", "June", "Monday", "week", "weeks", "month", "year", "quarter", "day", "Christmas"),
    *("last", "next", "ago", "today", "tonight", "every", "early", "mid", "end", "half", "past"),
    *("the", "of", "in", "from", "to", "until", "between", "and", "before", "after", "since", "at"),
    *("am", "pm", "summer", "-", ",", ".", "/", "\n"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from(Usage))
def test_it_raises_nothing_and_never_overlaps(text, usage):
    heard = list(expressions(Context(text, dt.datetime.combine(PUBLISHED, dt.time(12)), usage)))
    found = recognize(Document(text), PUBLISHED)

    for ranges in (heard, found):
        assert all(text[one.start : one.end] == one.text for one in ranges)
        assert all(one.end <= other.start for one, other in itertools.pairwise(ranges))


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_it_survives_both_ends_of_the_calendar(day):
    text = "yesterday tomorrow next week last month 99 years ago on Monday in May next decade Friday 13th"

    assert recognize(Document(text), day) is not None
    context = Context(text, dt.datetime.combine(day, dt.time()), Usage.ASSISTANT)
    assert list(expressions(context)) is not None
