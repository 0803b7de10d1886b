"""Expressions of time as an assistant's calendar hears them."""

from __future__ import annotations

import datetime as dt

import pytest

from articles.engine.recognizers.dates import Context, Usage, expressions

MONDAY = dt.datetime.fromisoformat("2024-04-15T10:30")


def heard(text):
    context = Context(text, MONDAY, Usage.ASSISTANT, day_first=False)
    return [
        (one.text, next(filter(None, (one.reading.value, one.reading.start, one.reading.timex))))
        for one in expressions(context)
    ]


def spans(text):
    context = Context(text, MONDAY, Usage.ASSISTANT, day_first=False)
    return [(one.text, one.reading.start, one.reading.end) for one in expressions(context)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("come on May twenty nine", "May twenty nine", "2024-05-29"),
        ("come on the 15th day of June", "the 15th day of June", "2024-06-15"),
        ("come on 5/3/24 at 17:49", "5/3/24 at 17:49", "2024-05-03 17:49:00"),
        ("come tomorrow at 8am", "tomorrow at 8am", "2024-04-16 08:00:00"),
        ("come tonight around 7", "tonight around 7", "2024-04-15 19:00:00"),
        ("come at half past seven", "half past seven", "07:30:00"),
        ("come in 20 minutes", "in 20 minutes", "2024-04-15 10:50:00"),
        ("come in two months", "in two months", "2024-06-15"),
        ("come three days after Christmas", "three days after Christmas", "2024-12-28"),
        ("come next Friday", "next Friday", "2024-04-26"),
        ("come Monday two weeks from now", "Monday two weeks from now", "2024-04-29"),
        ("come on the first Monday of May", "first Monday of May", "2024-05-06"),
        ("come now", "now", "2024-04-15 10:30:00"),
    ],
)
def test_it_hears_points_of_time(text, words, value):
    assert (words, value) in [
        (found.removeprefix("the ") if words[:3] != "the" else found, at)
        for found, at in heard(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("out from 3 to 7 May", "from 3 to 7 May", "2024-05-03", "2024-05-07"),
        ("out next week", "next week", "2024-04-22", "2024-04-29"),
        ("out the next three days", "the next three days", "2024-04-16", "2024-04-19"),
        ("out since 1 March", "since 1 March", "2024-03-01", ""),
        ("out before 2010", "before 2010", "", "2010-01-01"),
        ("out 2018 or later", "2018 or later", "2018-01-01", ""),
        (
            "out tomorrow from 10 to 11:30",
            "tomorrow from 10 to 11:30",
            "2024-04-16 10:00:00",
            "2024-04-16 11:30:00",
        ),
        ("out from 5 to 6pm", "from 5 to 6pm", "17:00:00", "18:00:00"),
        (
            "out Tuesday afternoon",
            "Tuesday afternoon",
            "2024-04-16 12:00:00",
            "2024-04-16 16:00:00",
        ),
        ("out the last 2 quarters", "the last 2 quarters", "2023-10-01", "2024-04-01"),
    ],
)
def test_it_hears_stretches_of_time(text, words, start, end):
    assert spans(text) == [(words, start, end)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("every Monday", "XXXX-WXX-1"),
        ("every two days", "P2D"),
        ("every other day", "P2D"),
        ("once a week", "P1W"),
        ("quarterly", "P3M"),
        ("Tuesdays at 9am", "XXXX-WXX-2T09"),
        ("the 19th of every month", "XXXX-XX-19"),
        ("this summer", "2024-SU"),
        ("last fiscal year", "FY2023"),
    ],
)
def test_it_hears_what_repeats_and_what_has_a_name(text, timex):
    context = Context(text, MONDAY, Usage.ASSISTANT)

    assert [one.reading.timex for one in expressions(context)] == [timex]


@pytest.mark.parametrize(
    ("text", "timex", "seconds"),
    [
        ("for 3 hours", "PT3H", "10800"),
        ("for two years and 3 months", "P2Y3M", "70848000"),
        ("for half an hour", "PT0.5H", "1800"),
        ("for ½ hour", "PT0.5H", "1800"),
        ("for one and a half hours", "PT1.5H", "5400"),
        ("for a fortnight", "P2W", "1209600"),
    ],
)
def test_it_hears_lengths_of_time(text, timex, seconds):
    context = Context(text, MONDAY, Usage.ASSISTANT)

    ((reading),) = [one.reading for one in expressions(context)]

    assert (reading.timex, reading.value) == (timex, seconds)
