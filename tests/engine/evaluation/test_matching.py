import pytest

from articles.engine.evaluation.matching import pair_best, touch, union_share
from articles.engine.types import Span


def test_pairs_are_one_to_one_and_the_best_comes_first():
    likeness = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("c", "x"): 0.4}

    assert pair_best(
        "abc", "xy", likeness=lambda one, other: likeness.get((one, other), 0), least=0.5
    ) == [(0, 1)]
    assert pair_best(
        "abc", "xy", likeness=lambda one, other: likeness.get((one, other), 0), least=0.4
    ) == [(0, 1), (2, 0)]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ([Span(0, 10)], [Span(5, 10)], 0.5),
        ([Span(0, 4), Span(6, 10)], [Span(0, 10)], 0.8),
        ([Span(0, 2)], [Span(2, 4)], 0.0),
        ([], [Span(0, 1)], 0.0),
        ([], [], 0.0),
    ],
)
def test_the_share_of_the_union_counts_pieces_together(one, other, share):
    assert union_share(one, other) == share


def test_spans_that_only_meet_do_not_touch():
    assert touch([Span(0, 2), Span(9, 10)], [Span(5, 6), Span(1, 3)])
    assert not touch([Span(0, 2)], [Span(2, 4)])
