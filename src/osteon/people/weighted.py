"""Quantiles where members count unequally."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_FARTHEST = 0.999


def effective(weights: Array) -> float:
    """Return how many equal weights are worth as much as these."""
    return float(weights.sum() ** 2 / np.sum(weights**2))


def widened(shares: tuple[float, ...], weights: Array) -> tuple[float, ...]:
    """Return shares moved outward as far as few effective members ask.

    Between the q-quantiles of n draws another draw falls with chance less than q asks, by a factor
    n / (n + 1). The shares p + (p - 1/2) (1/n - 1/N) make up for that, with n effective members of
    N; with equal weights nothing moves.
    """
    more = 1.0 / effective(weights) - 1.0 / len(weights)
    return tuple(
        float(np.clip(share + (share - 0.5) * more, 1.0 - _FARTHEST, _FARTHEST)) for share in shares
    )


def weighted_quantiles(values: Array, weights: Array, shares: tuple[float, ...]) -> Array:
    """Return quantiles over the first axis, shape (shares, times).

    A member stands in the middle of its own weight (Hazen's rule), so a member without weight
    moves nothing.
    """
    kept = weights > 0
    values, weights = values[kept], weights[kept]
    if np.ptp(weights) == 0.0:
        return _of_equals(values, shares)
    order = np.argsort(values, axis=0)
    ordered = np.take_along_axis(values, order, axis=0)
    weight = weights[order]
    middle = (np.cumsum(weight, axis=0) - weight / 2) / weights.sum()
    return np.array([_at(share, middle, ordered) for share in shares])


def _of_equals(values: Array, shares: tuple[float, ...]) -> Array:
    """Return the same of members who count equally: their places are known beforehand."""
    ordered = np.sort(values.T).T
    places = np.clip(np.array(shares) * len(values) - 0.5, 0.0, len(values) - 1.0)
    below = places.astype(int)
    above = np.minimum(below + 1, len(values) - 1)
    beyond = (places - below)[:, None]
    return np.asarray(ordered[below] + (ordered[above] - ordered[below]) * beyond)


def _at(share: float, middle: Array, ordered: Array) -> Array:
    """Return each column at a share, on straight lines between members; its end beyond them."""
    last = len(ordered) - 1
    above = np.sum(middle < share, axis=0, keepdims=True)
    below, above = np.clip(above - 1, 0, last), np.clip(above, 0, last)
    begin, end = (np.take_along_axis(middle, place, axis=0)[0] for place in (below, above))
    low, high = (np.take_along_axis(ordered, place, axis=0)[0] for place in (below, above))
    gap = end - begin
    return np.asarray(
        low + (high - low) * np.divide(share - begin, gap, where=gap > 0, out=0 * gap)
    )
