from __future__ import annotations

import re

import pytest

from articles.engine.numerals import LONGEST, read_numeral


def read(text):
    return read_numeral(re.findall(r"\w+|-", text.lower()), 0)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("seven people", 7, 1),
        ("twenty-five people", 25, 3),
        ("one hundred and one people", 101, 4),
        ("nineteen hundred ninety three", 1993, 4),
        ("two thousand and fifteen", 2015, 4),
        ("five hundred thousand", 500_000, 3),
        ("one million two hundred thousand and six", 1_200_006, 7),
        ("two lakh crore", 2_000_000_000_000, 3),
        ("six forty-three", 6, 1),  # a time of day, or a list: two numbers
        ("five and six", 5, 1),
        ("nineteen ninety six", 19, 1),
        ("zero", 0, 1),
    ],
)
def test_it_reads_whole_numbers(text, value, words):
    found = read(text)

    assert (found.value, found.end, found.is_ordinal) == (value, words, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("first", 1), ("thirty-first", 31), ("twenty second", 22), ("one hundred first", 101)],
)
def test_it_reads_ordinals(text, value):
    found = read(text)

    assert (found.value, found.is_ordinal) == (value, True)


@pytest.mark.parametrize("text", ["hundred", "and five", "- five", "people", ""])
def test_it_needs_a_number_to_begin_with(text):
    assert read(text) is None


def test_it_reads_so_many_words_and_no_more():
    found = read("one thousand " * 1_000)

    assert found.end <= LONGEST
