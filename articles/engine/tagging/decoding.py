"""Outputs of the model to spans: the likeliest row of labels in which none goes on with what did not begin.

Viterbi's algorithm over the layer's label scores; the only transitions forbidden are those that
make no sense (I after O, or I of one kind after another). A span's score is the probability that
the model gives its labels, the least of its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from articles.engine.tagging.labels import OUTSIDE, begins, goes_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from articles.engine.tagged import Role
    from articles.engine.tagging.labels import Layer
    from articles.engine.types import Kind

_FORBIDDEN = -1e4


class Found(NamedTuple):
    """A run of words, `first` to `last`, that means the layer's meaning of this number."""

    first: int
    last: int
    meaning: int
    score: float


def decode(scores: NDArray[np.float32], layer: Layer[Kind] | Layer[Role]) -> Iterator[Found]:
    """Yield the spans of one window. `scores` has a row for each word and a column for each label."""
    if not len(scores):
        return
    chances = _log_softmax(scores)
    labels = _likeliest(chances, _transitions(layer))
    probabilities = _by_meaning(np.exp(chances), layer)
    edges = np.flatnonzero((labels % 2 == 1) | (labels == OUTSIDE))
    for first, following in zip(edges, [*edges[1:], len(labels)], strict=True):
        if labels[first] != OUTSIDE:
            meaning = int(labels[first] - 1) // 2
            score = float(probabilities[first:following, meaning].min())
            yield Found(int(first), int(following) - 1, meaning, score)


def _log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    chances: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return chances


def _by_meaning(
    chances: NDArray[np.float32], layer: Layer[Kind] | Layer[Role]
) -> NDArray[np.float32]:
    """Return how likely each word belongs to each meaning, beginning or going on."""
    pairs = chances[:, 1:].reshape(len(chances), len(layer.meanings), 2)
    sums: NDArray[np.float32] = pairs.sum(axis=2)
    return sums


def _transitions(layer: Layer[Kind] | Layer[Role]) -> NDArray[np.float32]:
    """Return what a step from one label (row) to the next (column) costs: nothing, or too much."""
    costs = np.zeros((layer.width, layer.width), dtype=np.float32)
    for meaning in range(len(layer.meanings)):
        costs[:, goes_on(meaning)] = _FORBIDDEN
        costs[[begins(meaning), goes_on(meaning)], goes_on(meaning)] = 0
    return costs


def _likeliest(chances: NDArray[np.float32], transitions: NDArray[np.float32]) -> NDArray[np.int64]:
    labels: NDArray[np.int64] = chances.argmax(axis=1)
    if not transitions[np.append(OUTSIDE, labels[:-1]), labels].any():
        return labels  # The best label of each word makes sense beside its neighbours, as it mostly does.
    best = chances[0] + transitions[OUTSIDE]
    came_from = np.zeros(chances.shape, dtype=np.int64)
    for at in range(1, len(chances)):
        steps = best[:, None] + transitions
        came_from[at] = steps.argmax(axis=0)
        best = steps.max(axis=0) + chances[at]
    labels[-1] = best.argmax()
    for at in range(len(chances) - 1, 0, -1):
        labels[at - 1] = came_from[at, labels[at]]
    return labels
