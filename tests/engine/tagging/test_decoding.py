import numpy as np
import pytest

from articles.engine.tagging.decoding import decode
from articles.engine.tagging.labels import (
    ATTRIBUTION,
    LAYERS,
    NAMES,
    OUTSIDE,
    WIDTH,
    begins,
    goes_on,
)

CONTENT = ATTRIBUTION[2]
LABELS = {"O": OUTSIDE, "B": begins(0), "I": goes_on(0), "b": begins(1), "i": goes_on(1)}


def scored(rows, layer):
    """Scores in which each word's letters stand for its labels, the likelier first."""
    scores = np.zeros((len(rows), layer.width), dtype=np.float32)
    for word, letters in enumerate(rows):
        for rank, letter in enumerate(letters):
            scores[word, LABELS[letter]] = 6 - rank
    return scores


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ([], []),
        (["O", "O"], []),
        (["B"], [(0, 0, 0)]),
        (["O", "B", "I", "O"], [(1, 2, 0)]),
        (["B", "B", "I"], [(0, 0, 0), (1, 2, 0)]),
        (["B", "I", "b", "i"], [(0, 1, 0), (2, 3, 1)]),
        # What cannot be gives way to the next best: nothing goes on that did not begin.
        (["O", "IB", "I"], [(1, 2, 0)]),
        (["B", "iI"], [(0, 1, 0)]),
        (["IO", "O"], []),
    ],
)
def test_it_takes_the_likeliest_labels_that_make_sense(rows, spans):
    assert [found[:3] for found in decode(scored(rows, NAMES), NAMES)] == spans


def test_a_layer_of_one_meaning_is_decoded_alike():
    (found,) = decode(scored(["O", "B", "I", "I"], CONTENT), CONTENT)

    assert found[:3] == (1, 3, 0)


def test_a_span_is_as_sure_as_its_least_sure_word():
    scores = np.zeros((2, NAMES.width), dtype=np.float32)
    scores[0, begins(0)] = 10
    scores[1, goes_on(0)] = np.log(
        16
    )  # against sixteen labels of weight one, among them the one that begins

    (found,) = decode(scores, NAMES)

    assert found.score == pytest.approx(17 / 32)


def test_the_layers_share_the_outputs_without_gap_or_overlap():
    columns = [column for layer in LAYERS for column in range(WIDTH)[layer.columns]]

    assert columns == list(range(WIDTH))
