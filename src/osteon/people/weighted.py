"""Quantiles where members count unequally."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def weighted_quantiles(values: Array, weights: Array, shares: tuple[float, ...]) -> Array:
    """Return quantiles over the first axis, shape (shares, times).

    A member stands in the middle of its own weight (Hazen's rule), so a member without weight
    moves nothing.
    """
    kept = weights > 0
    values, weights = values[kept], weights[kept]
    order = np.argsort(values, axis=0)
    ordered = np.take_along_axis(values, order, axis=0)
    weight = weights[order]
    middle = (np.cumsum(weight, axis=0) - weight / 2) / weights.sum()
    columns = [
        np.interp(shares, middle[:, time], ordered[:, time]) for time in range(values.shape[1])
    ]
    return np.array(columns).T
