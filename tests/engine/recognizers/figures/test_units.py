"""Percentages, multiples, measures and spans of time."""

from __future__ import annotations

import pytest

from tests.engine.recognizers.figures.found import figures, values


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("3.5%", 3.5, "percent"),
        ("12 per cent", 12, "percent"),
        ("-3.2%", -3.2, "percent"),
        ("minus two percent", -2, "percent"),
        ("25 basis points", 25, "basis points"),
        ("two percentage points", 2, "percentage points"),
        ("2x", 2, "x"),
        ("tenfold", 10, "x"),
        ("12 km", 12, "km"),
        ("3,400 m", 3_400, "m"),
        ("5 square kilometres", 5, "km2"),
        ("40 hectares", 40, "ha"),
        ("half a mile", 0.5, "mi"),
        ("5 feet 11 inches", 5.916667, "ft"),
        ("40 tonnes", 40, "t"),
        ("3.5 kg", 3.5, "kg"),
        ("25 pounds", 25, "lb"),
        ("3 litres", 3, "l"),
        ("500 million cubic metres", 500_000_000, "m3"),
        ("1/4 cup", 0.25, "cups"),
        ("80 km/h", 80, "km/h"),
        ("60 miles per hour", 60, "mph"),
        ("30 degrees Celsius", 30, "°C"),
        ("-4°C", -4, "°C"),
        ("70°F", 70, "°F"),
        ("300 megawatts", 300, "MW"),
        ("4.5 GWh", 4.5, "GWh"),
        ("80 terabytes", 80, "TB"),
        ("52 decibels", 52, "dB"),
        ("ten years", 10, "years"),
        ("four decades", 40, "years"),
        ("two hours and 20 minutes", 140, "minutes"),
        ("an hour and a half", 1.5, "hours"),
        ("three and a half years", 3.5, "years"),
        ("half an hour", 0.5, "hours"),
        ("18 months", 18, "months"),
    ],
)
def test_it_reads_value_and_unit(words, value, unit):
    assert values(f"There it was {words}, they said.") == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The vaccine was kept below 8 degrees.", "°C"),
        ("It was 14 degrees in the shade of the United States embassy.", "°F"),
        ("It turned by 14 degrees to the north.", "degrees"),
        ("Prices are twice as high.", "x"),
        ("It rained twice.", "times"),
        ("It happened three times.", "times"),
        ("It is three times as fast.", "x"),
    ],
)
def test_the_words_around_tell_the_unit(text, unit):
    assert [one.unit for one in figures(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It costs $4 a day.", "day"),
        ("It costs 30 euros per hectare.", "hectare"),
        ("It costs 12 cents/kg.", "kg"),
        ("It makes 40,000 tonnes a year.", "year"),
        ("It costs $4 a dayboat.", None),
    ],
)
def test_a_rate_says_by_what_it_counts(text, per):
    assert figures(text)[0].per == per
