import pytest

from articles.engine.evaluation.counts import Counts, matched, recalled, total


def test_rates_follow_from_the_counts():
    counts = matched(6, 8, 12)

    assert (counts.precision, counts.recall) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(0.6)
    assert counts.errors == 8


@pytest.mark.parametrize(
    ("counts", "rates"),
    [
        (Counts(), (None, None, None)),
        (matched(0, 0, 5), (None, 0.0, 0.0)),
        (matched(0, 5, 0), (0.0, None, None)),
        (matched(0, 5, 5), (0.0, 0.0, 0.0)),
        (recalled(3, 4), (None, 0.75, None)),
    ],
)
def test_what_is_not_measured_has_no_rate(counts, rates):
    assert (counts.precision, counts.recall, counts.f1) == rates


def test_counts_add_up():
    assert total([matched(1, 2, 3), Counts(0.5, 1, 0.25, 1)]) == Counts(1.5, 3, 1.25, 4)
