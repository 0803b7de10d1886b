from __future__ import annotations

import datetime as dt

import pytest

from articles.engine.recognizers.dates.holidays import HOLIDAYS, read_holiday
from articles.engine.recognizers.dates.patterns import code
from articles.engine.recognizers.dates.runs import read_run
from articles.engine.recognizers.dates.words import tokenize


@pytest.mark.parametrize(
    ("run", "classes"),
    [
        ("7", ["small"]),
        ("2024", ["year"]),
        ("17:30", ["clock"]),
        ("0730-0930", ["military", "dash", "military"]),
        ("2024-05-03", ["day"]),
        ("20240503", ["day"]),
        ("11/6/2025", ["numeric"]),
        ("10-1-2018-10-7-2018", ["numeric", "dash", "numeric"]),
        ("2019-2021", ["year", "dash", "year"]),
        ("4,1995", ["small", "comma", "year"]),
        ("12,345", ["number"]),
        ("555-1234-99", ["x"]),
        ("138-2010-2015", ["x"]),
        ("1.2.3", ["x"]),
        ("25:61", ["x"]),
        ("2024-13-45", ["x"]),
        ("9" * 1000, ["x"]),
    ],
)
def test_it_says_what_a_run_of_digits_is(run, classes):
    assert [name for _, _, name, _ in read_run(run)] == classes


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("8:30pm", ["clock", "meridiem"]),
        ("9 a.m.", ["small", "meridiem"]),
        ("1st", ["ordinal"]),
        ("1990s", ["decade"]),
        ("3h", ["small", "unit"]),
        ("Dec31", ["month", "small"]),
        ("Q3", ["quartered"]),
        ("FY24", ["year_kind", "year"]),
        ("Q9 H3 A4", ["x", "x", "x"]),
        ("GPT4 5G 12b", ["x", "x", "x"]),
        ("twenty-first", ["ordinal"]),
        ("six forty-three", ["spelled", "spelled"]),
        ("$12", ["x", "x"]),
        ("12%", ["x", "percent"]),
        ("ten o’clock", ["spelled", "oclock"]),
        ("New Year's Eve", ["holiday"]),
    ],
)
def test_it_knows_the_words_of_time(text, classes):
    assert [token.code for token in tokenize(text)] == [code(name) for name in classes]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas", dt.date(2024, 12, 25)),
        ("Easter", dt.date(2024, 3, 31)),
        ("Easter Monday", dt.date(2024, 4, 1)),
        ("Thanksgiving", dt.date(2024, 11, 28)),
        ("Memorial Day", dt.date(2024, 5, 27)),
        ("new year’s eve", dt.date(2024, 12, 31)),
    ],
)
def test_it_knows_holidays(name, day):
    assert read_holiday(HOLIDAYS.match(name)[0]).on(2024) == day
