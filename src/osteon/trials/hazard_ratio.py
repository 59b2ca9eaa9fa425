"""The hazard ratio of two arms: Cox's partial likelihood with one covariate, ties by Efron.

At each time with events the chance that they fall in the one arm is its weight among those at risk,
n1 exp(b) / (n0 + n1 exp(b)); b is the log of the ratio, found by Newton's method. Whoever dies or
leaves is no longer at risk.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

Array = NDArray[np.float64]
_NORMAL = 1.959964
_MOST_STEPS = 50


@dataclass(frozen=True)
class HazardRatio:
    """The hazard of an event in one arm over that in another.

    Attributes
    ----------
    ratio, low, high:
        With its 95 % interval.
    p:
        Of Wald's test, two-sided.
    """

    arm: str
    versus: str
    endpoint: str
    ratio: float
    low: float
    high: float
    p: float


def hazard_ratio(
    arm: str, versus: str, endpoint: str, one: tuple[Array, Array], other: tuple[Array, Array]
) -> HazardRatio | None:
    """Return the hazard ratio, arm over versus; None if either arm has no event.

    Parameters
    ----------
    one, other:
        Month of the event (NaN without one) and month until which everyone was followed.
    """
    if not all(np.isfinite(event).any() for event, _ in (one, other)):
        return None
    log_ratio, se = log_hazard_ratio(one, other)
    low, high = (math.exp(log_ratio + sign * _NORMAL * se) for sign in (-1.0, 1.0))
    p = float(2.0 * norm.sf(abs(log_ratio) / se))
    return HazardRatio(arm, versus, endpoint, math.exp(log_ratio), low, high, p)


def log_hazard_ratio(one: tuple[Array, Array], other: tuple[Array, Array]) -> tuple[float, float]:
    """Return the logarithm of the ratio and its standard error; both arms have events."""
    ends = [np.where(np.isfinite(event), event, followed) for event, followed in (one, other)]
    had = [np.isfinite(event) for event, _ in (one, other)]
    times = np.unique(np.concatenate([end[who] for end, who in zip(ends, had, strict=True)]))
    risk = [len(end) - np.searchsorted(np.sort(end), times, side="left") for end in ends]
    events = [
        np.bincount(np.searchsorted(times, end[who]), minlength=len(times))
        for end, who in zip(ends, had, strict=True)
    ]
    together = events[0] + events[1]
    place = np.repeat(np.arange(len(times)), together)
    order = np.arange(len(place)) - np.repeat(np.cumsum(together) - together, together)
    share = order / together[place]
    weight = risk[0][place] - share * events[0][place]
    rest = risk[1][place] - share * events[1][place]
    seen, log_ratio, information = float(events[0].sum()), 0.0, 1.0
    for _ in range(_MOST_STEPS):
        chance = weight * math.exp(log_ratio) / (rest + weight * math.exp(log_ratio))
        information = float(np.sum(chance * (1.0 - chance)))
        step = (seen - float(chance.sum())) / information
        log_ratio += float(np.clip(step, -1.0, 1.0))
        if abs(step) < 1e-10:
            break
    return log_ratio, 1.0 / math.sqrt(information)
