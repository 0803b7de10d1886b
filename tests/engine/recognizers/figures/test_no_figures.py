"""Numbers that name or order something."""

from __future__ import annotations

import pytest

from tests.engine.recognizers.figures.found import figures


@pytest.mark.parametrize(
    "text",
    [
        "Orchard 2.0 is out.",
        "Windows 11 users waited.",
        "Boeing 737 jets flew.",
        "GPT-4 and 5G and H100 chips.",
        "The A330-200 and the B-52 flew.",
        "COVID-19 cases and the G7.",
        "2,4-D and CO2",
        "Version 12 tests passed.",
        "See section 3.2.1 rules.",
        "Article 5 rights, Phase 3 trials, Route 66 bars.",
        "On page 12 things change.",
        "No. 7 seeds won.",
        "Psalm 23 and Ocean's Eleven.",
        "He wrote the book Seven Coats.",
        "Formula One cars.",
        "It began in 2024.",
        "The 2024 elections were calm.",
        "In the 1990s it rained.",
        "On May 12 workers left.",
        "It was 11/6/2025.",
        "The 9/11 attacks.",
        "Two years ago it rained.",
        "At 6:36 PM trains stopped.",
        "At 6 p.m. trains stopped.",
        "At ten minutes to seven it rained.",
        "They won 3-2.",
        "She won 7-6, 6-4.",
        "Call 555-1234 or +1 555 123 4567.",
        "ISBN 978-3-16-148410-0",
        "12 Baker Street is a house.",
        "221 West 42nd Street is one, too.",
        "1. Buy apples",
        "https://x.org/12/34 people",
        "One of the towns.",
        "One day it will rain.",
        "12.345.678 people",
        "9999999999999999999999 people",
    ],
)
def test_they_are_no_figures(text):
    assert figures(text) == []
