"""Numbers in digits and words, with scales, ranges, signs."""

from __future__ import annotations

import pytest

from tests.engine.recognizers.figures.found import values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It has 200,000 stars.", "200,000", 200_000),
        ("It has 1 234 567 stars.", "1 234 567", 1_234_567),
        ("It has 12\u00a0500 stars.", "12\u00a0500", 12_500),
        ("It has 1,23,456 stars.", "1,23,456", 123_456),
        ("It has 2.5 million stars.", "2.5 million", 2_500_000),
        ("It has 3.2M stars.", "3.2M", 3_200_000),
        ("It has 40k stars.", "40k", 40_000),
        ("It has 1.2 lakh stars.", "1.2 lakh", 120_000),
        ("It has 3 crore stars.", "3 crore", 30_000_000),
        ("It has 2½ stars.", "2½", 2.5),
        ("It has twenty-five stars.", "twenty-five", 25),
        ("It has a hundred and six stars.", "a hundred and six", 106),
        ("It has forty-two thousand stars.", "forty-two thousand", 42_000),
        ("It has half a million stars.", "half a million", 500_000),
        ("It has one and a half million stars.", "one and a half million", 1_500_000),
        ("It has a dozen stars.", "a dozen", 12),
        ("It has two dozen stars.", "two dozen", 24),
        ("It has zero stars.", "zero", 0),
    ],
)
def test_it_reads_the_value(text, words, value):
    assert values(text) == [(words, value, "stars")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10-15 percent left", [("10", 10, "percent"), ("15 percent", 15, "percent")]),
        ("$5–7 million went", [("$5", 5e6, "USD"), ("7 million", 7e6, "USD")]),
        ("$5 million to $7 million went", [("$5 million", 5e6, "USD"), ("$7 million", 7e6, "USD")]),
        ("between 5 and 7 million people", [("5", 5e6, "people"), ("7 million", 7e6, "people")]),
        ("from 20 to 30 km away", [("20", 20, "km"), ("30 km", 30, "km")]),
        ("40 and 50 boats sank", [("50", 50, "boats")]),
    ],
)
def test_it_gives_each_end_of_a_range(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("with thousands of people", "thousands", 1_000, "people"),
        ("with tens of thousands of people", "tens of thousands", 10_000, "people"),
        ("with hundreds of kilometres", "hundreds of kilometres", 100, "km"),
        ("with millions of dollars", "millions of dollars", 1_000_000, "USD"),
    ],
)
def test_a_vague_number_is_the_least_it_can_be(text, words, value, unit):
    assert values(text) == [(words, value, unit)]
