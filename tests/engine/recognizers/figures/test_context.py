"""What the words around a figure add: qualifier, what is measured, when it holds."""

from __future__ import annotations

import pytest

from tests.engine.recognizers.figures.found import figures


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("over 90 percent", "over"),
        ("more than 40 ports", "more than"),
        ("up to 2x faster", "up to"),
        ("Nearly eight years", "nearly"),
        ("at least $3 million", "at least"),
        ("an estimated 30 people", "an estimated"),
        ("40 ports or more", None),
        ("40 km or more", "or more"),
        ("thousands of ports", "at least"),
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
        ("over 90% adoption among practitioners", "adoption"),
        ("$15.7 trillion in global impact by 2030", "global impact"),
        ("25 percent CAGR through 2028", "CAGR"),
        ("up 40 percent year-over-year, she said", "year-over-year"),
        ("Last year, sales of boats rose by about 40 percent", "sales of boats"),
        ("Sales of boats grew 40 percent year-over-year", "Sales of boats, year-over-year"),
        ("It rose 40 percent", None),
        ("rose 40 percent in October", None),
        ("fell 5 percent Tuesday", None),
        ("12 percent higher than before", None),
    ],
)
def test_it_reads_what_is_measured_where_it_is_plain(text, measures):
    assert figures(text)[0].measures == measures


@pytest.mark.parametrize(
    ("text", "as_of", "horizon"),
    [
        ("It had 3,000 users as of October 2024.", "2024-10", None),
        ("As of May 2, 2025 it had 3,000 users.", "2025-05-02", None),
        ("In 2023 it had 3,000 users.", "2023", None),
        ("It had 3,000 users at the end of June.", "2025-06", None),
        ("It had 3,000 users in 2023 and none in 2024.", None, None),
        ("In 2027 it will have 3,000 users.", None, None),
        ("It will reach $4 billion by 2031.", None, "2031"),
        ("It grows 25 percent through 2028.", None, "2028"),
        ("By 2031 it will have 3,000 users.", None, "2031"),
        ("By 2023 it had 3,000 users.", None, None),
        ("It had 3,000 users. By 2031 it may have none.", None, None),
    ],
)
def test_it_reads_when_a_figure_holds(text, as_of, horizon):
    figure = figures(text)[0]

    assert (figure.as_of, figure.horizon) == (as_of, horizon)
