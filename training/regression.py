"""Logistic regression with a ridge, by Newton's steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEPS: Final = 50


def fit(
    table: NDArray[np.float64], right: NDArray[np.float64], *, ridge: float = 1.0
) -> NDArray[np.float64]:
    """Return the weight of each column of `table` for the chance that `right`, 0 or 1, is 1."""
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        likely = chances(table @ weights)
        slope = table.T @ (right - likely) - ridge * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + ridge * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


def fit_scaled(
    table: NDArray[np.float64], right: NDArray[np.float64], *, ridge: float
) -> NDArray[np.float64]:
    """Return the weights where the ridge is to hold back all columns alike. The first is constant 1."""
    middle, width = table.mean(axis=0), table.std(axis=0)
    middle[0], width[0] = 0.0, 1.0
    width[width == 0] = 1.0
    weights = fit((table - middle) / width, right, ridge=ridge) / width
    weights[0] -= float(weights[1:] @ middle[1:])
    return weights


def chances(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probabilities that go with logarithms of odds."""
    return 1.0 / (1.0 + np.exp(-totals))
