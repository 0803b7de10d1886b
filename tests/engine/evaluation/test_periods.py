import pytest

from articles.engine.evaluation.periods import period, same_period


@pytest.mark.parametrize(
    ("iso", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-03-11", ("2025-03-11", "2025-03-11")),
        ("1990/1999", ("1990-01-01", "1999-12-31")),
        ("2023-07/2023-09", ("2023-07-01", "2023-09-30")),
        ("2024-22", ("2024-06-01", "2024-08-31")),
        ("2016-SP", ("2016-03-01", "2016-05-31")),
        ("2016-FA", ("2016-09-01", "2016-11-30")),
        ("2023-24", ("2023-12-01", "2024-02-29")),
        ("2016-W44", ("2016-10-31", "2016-11-06")),
    ],
)
def test_a_partial_date_covers_days(iso, days):
    assert tuple(day.isoformat() for day in period(iso)) == days


@pytest.mark.parametrize(
    "iso", ["", "2025-02-30", "2025-13", "--11-17", "2019/..", "2016-W60", "P3D"]
)
def test_anything_else_covers_none(iso):
    assert period(iso) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023-W42", "2023-10-16/2023-10-22", True),
        ("2024-01/2024-12", "2024", True),
        ("2019/..", "2019/..", True),
        ("2019/..", "2019", False),
        ("2024", "2025", False),
    ],
)
def test_two_ways_to_write_one_period_are_one(one, other, same):
    assert same_period(one, other) is same
