from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from articles.engine.recognizers.figures import recognize
from articles.engine.types import Document


def figures(text):
    return recognize(Document(text))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It cost $2.3 billion.", "$2.3 billion", "2300000000", "USD"),
        ("It cost €2.4bn.", "€2.4bn", "2400000000", "EUR"),
        ("It cost $5m.", "$5m", "5000000", "USD"),
        ("It cost A$40 million.", "A$40 million", "40000000", "AUD"),
        ("It cost USD 12,500.", "USD 12,500", "12500", "USD"),
        ("It cost 3 million euros.", "3 million euros", "3000000", "EUR"),
        ("It cost 40 US dollars.", "40 US dollars", "40", "USD"),
        ("It cost 30 Hong Kong dollars.", "30 Hong Kong dollars", "30", "HKD"),
        ("It cost ₹3 crore.", "₹3 crore", "30000000", "INR"),
        ("Prices rose 3.5%.", "3.5%", "3.5", "percent"),
        ("Prices rose 12 per cent.", "12 per cent", "12", "percent"),
        ("Prices fell -3.2%.", "-3.2%", "-3.2", "percent"),
        ("Rates rose 25 basis points.", "25 basis points", "25", "basis points"),
        ("Rates rose two percentage points.", "two percentage points", "2", "percentage points"),
        ("It is 2x faster.", "2x", "2", "x"),
        ("A tenfold rise.", "tenfold", "10", "x"),
        ("It is three times as fast.", "three times", "3", "x"),
        ("It has 200,000 stars.", "200,000 stars", "200000", "stars"),
        ("It hired 1,500 new engineers.", "1,500 new engineers", "1500", "engineers"),
        ("In 40 countries it rained.", "40 countries", "40", "countries"),
        ("Twenty-five people came.", "Twenty-five people", "25", "people"),
        ("There are two million users.", "two million users", "2000000", "users"),
        ("There are half a million jobs.", "half a million jobs", "500000", "jobs"),
        ("There are a hundred thousand users.", "a hundred thousand users", "100000", "users"),
        ("Ten years later it won.", "Ten years", "10", "years"),
        ("It sold 3 million in May.", "3 million", "3000000", "count"),
        ("Orchard Reaches 30,000 Stars", "30,000 Stars", "30000", "stars"),
    ],
)
def test_it_reads_value_and_unit(text, words, value, unit):
    (figure,) = figures(text)

    assert (figure.text, figure.value, figure.unit) == (words, Decimal(value), unit)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "text",
    [
        "Orchard 2.0 is out.",
        "Windows 11 users waited.",
        "GPT-4 and 5G and H100 chips.",
        "Version 12 tests passed.",
        "It began in 2024.",
        "The 2024 elections were calm.",
        "On May 12 workers left.",
        "They won 3-2.",
        "Call 555-1234 or +1 555 123 4567.",
        "At 6:36 PM trains stopped.",
        "At 6 p.m. trains stopped.",
        "A 24-hour strike.",
        "A 45-year-old man.",
        "He is 45 years old.",
        "Two years ago it rained.",
        "4 out of 5 doctors agree.",
        "On page 12 things change.",
        "1. Buy apples",
        "It was 11/6/2025.",
        "He ran the 100m race.",
        "One of the towns.",
        "See section 3.2.1 rules.",
    ],
)
def test_it_passes_over_numbers_that_name_or_order(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("over 90 percent", "over"),
        ("more than 40 ports", "more than"),
        ("up to 2x faster", "up to"),
        ("Nearly eight years", "nearly"),
        ("at least $3 million", "at least"),
        ("an estimated 30 people", "an estimated"),
        ("40 ports or more", "or more"),
        ("exactly 40 ports", None),
    ],
)
def test_it_reads_the_qualifier(text, qualifier):
    assert figures(text)[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("over 80 percent of AI research papers published in 2023", "AI research papers"),
        ("over 90 percent adoption in the field", "adoption"),
        ("$15.7 trillion in global impact by 2030", "global impact"),
        ("25 percent CAGR through 2028", "CAGR"),
        ("up 40 percent year-over-year, she said", "year-over-year"),
        ("rose 40 percent in October", None),
        ("fell 5 percent Tuesday", None),
        ("12 percent higher than before", None),
        ("grew 12 percent.", None),
    ],
)
def test_it_reads_what_is_measured_where_it_is_plain(text, measures):
    assert figures(text)[0].measures == measures


@pytest.mark.parametrize(
    ("text", "as_of", "horizon"),
    [
        ("It had 3,000 users as of October 2024.", "2024-10", None),
        ("As of May 2, 2025 it had 3,000 users.", "2025-05-02", None),
        ("It will reach $4 billion by 2031.", None, "2031"),
        ("It grows 25 percent through 2028.", None, "2028"),
        ("By 2023 it had 3,000 users.", None, None),
        ("It had 3,000 users. By 2031 it may have none.", None, None),
    ],
)
def test_it_reads_when_a_figure_holds(text, as_of, horizon):
    figure = figures(text)[0]

    assert (figure.as_of, figure.horizon) == (as_of, horizon)


def test_it_gives_each_end_of_a_range():
    found = figures("It cut 10-15 percent of staff, or $5–7 million.")

    assert [(one.text, one.value, one.unit) for one in found] == [
        ("10", 10, "percent"),
        ("15 percent", 15, "percent"),
        ("$5", 5_000_000, "USD"),
        ("7 million", 7_000_000, "USD"),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "12",
                "3.5",
                "$",
                "%",
                " ",
                "million",
                "-",
                ",",
                "000",
                "x",
                "users",
                "as of ",
                "2024",
                ".",
                "€",
                "two",
                "\n",
            ]
        )
    ).map("".join)
)
def test_it_never_overlaps_and_quotes_the_text(text):
    found = figures(text)

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "pump", ["1,", "1 ", "$", "2 and ", "a ", "one-", "1.", "million ", "as of "]
)
def test_it_survives_pumped_input(pump):
    assert len(figures(pump * 20_000)) <= 20_000
