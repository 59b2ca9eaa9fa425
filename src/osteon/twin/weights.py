"""Weights of members, and how many members they leave."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.people.weighted import effective

Array = NDArray[np.float64]
FEWEST_MEMBERS = 75
"""With fewer effective members, of two hundred, the limits of the central 95 % are rough."""


def normalized(log_weight: Array) -> Array:
    """Return weights, one in sum, from their logarithms."""
    weights = np.exp(log_weight - log_weight.max())
    return np.asarray(weights / weights.sum())


def enough(members: int) -> float:
    """Return how many effective members intervals need; of few, half."""
    return min(FEWEST_MEMBERS, members / 2)


def spread_out(log_weight: Array) -> Array:
    """Return weights that are worth enough members, so that few of them cannot seem certain."""
    return normalized(power_leaving(log_weight, enough(len(log_weight))) * log_weight)


def power_leaving(log_weight: Array, fewest: float) -> float:
    """Return the greatest power, up to one, to which weights leave so many effective members."""
    power = 1.0
    while effective(normalized(power * log_weight)) < fewest:
        power *= 0.9
        if power < 1e-6:
            break
    return power
