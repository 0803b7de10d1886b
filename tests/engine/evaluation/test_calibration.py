import pytest

from articles.engine.evaluation.calibration import (
    Proposal,
    best_point,
    calibration_error,
    proposals,
    table,
)
from tests.engine.evaluation.judged import judged, mention, named

TEXT = "Ana met Bo and Cy."
TYPES = frozenset({"PERSON"})


def test_a_proposal_is_right_where_a_name_of_its_type_stands():
    one = judged(
        TEXT,
        names=[named(TEXT, "Ana", "PERSON"), named(TEXT, "Cy", "PERSON")],
        mentions=[
            mention(TEXT, "Ana", "PERSON", 0.9),
            mention(TEXT, "Bo", "PERSON", 0.4),
            mention(TEXT, "Cy", "ORG", 0.8),
        ],
    )

    assert proposals([one], TYPES) == ([Proposal(0.9, True), Proposal(0.4, False)], 2)


def test_each_tenth_of_the_scores_has_its_precision():
    found = [Proposal(0.95, True), Proposal(1.0, True), Proposal(0.92, False), Proposal(0.3, False)]
    low, high = table(found)

    assert (low.low, low.high, low.count, low.precision) == (0.3, 0.4, 1, 0.0)
    assert (high.low, high.high, high.count) == (0.9, 1.0, 3)
    assert high.precision == pytest.approx(2 / 3)
    assert high.mean_score == pytest.approx(0.9566667)
    assert calibration_error([low, high]) == pytest.approx((0.3 + 3 * 0.29) / 4)


def test_the_best_threshold_still_shows_enough():
    found = [
        Proposal(0.9, True),
        Proposal(0.8, True),
        Proposal(0.7, False),
        Proposal(0.6, True),
        Proposal(0.6, False),
    ]

    point = best_point(found, 5)
    assert (point.threshold, point.precision, point.recall) == (0.6, 0.6, 0.6)
    point = best_point(found, 5, recall=0.4)
    assert (point.threshold, point.precision, point.recall) == (0.8, 1.0, 0.4)
    assert best_point(found, 6) is None
    assert best_point([], 0) is None
