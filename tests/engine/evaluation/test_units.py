import pytest

from articles.engine.evaluation.units import same_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("%", "percent"),
        ("percentage-points", "percentage points"),
        ("km", "kilometres"),
        ("Kilometer per hour", "km/h"),
        ("Kilometer per hour", "kph"),
        ("Mile per hour", "mph"),
        ("Square meter", "m²"),
        ("Foot", "feet"),
        ("Inch", "inches"),
        ("people", "persons"),
        ("fire-engines", "engines"),
        ("", "count"),
        ("USD", "USD"),
        ("Year", "years"),
        ("Metric ton", "tonnes"),
        ("Megabit", "Mb"),
    ],
)
def test_they_are_one_unit(one, other):
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("USD", "EUR"),
        ("km", "mile"),
        ("%", "percentage-points"),
        ("km", ""),
        ("Mb", "MB"),
        ("km/h", "h"),
    ],
)
def test_they_are_two(one, other):
    assert not same_unit(one, other)
