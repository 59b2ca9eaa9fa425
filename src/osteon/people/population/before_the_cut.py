"""The normal law that a trait follows among all, given its mean among those who may take part.

A trial reports its people; those it turned away it does not. If only people between two limits may
take part, the law among all is the one that, cut at the limits, has the reported mean and standard
deviation. Where no normal law has both, the mean alone is met, and people spread as usual.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, root
from scipy.stats import truncnorm

from osteon.language.population import Limits

Array = NDArray[np.float64]
_WIDEST = 4.0
_FARTHEST = 6.0
_STEEPEST = 20.0


@lru_cache(maxsize=256)
def before_the_cut(
    mean: float, sd: float | None, usual_sd: float, limits: Limits | None
) -> tuple[float, float]:
    """Return mean and standard deviation among all.

    Parameters
    ----------
    mean, sd:
        Among those who take part, the mean within the limits; sd None where it is not reported.
    usual_sd:
        How people spread where nothing is reported.
    limits:
        Between which people may take part; None: everyone may.
    """
    spread = usual_sd if sd is None else sd
    if limits is None or spread == 0.0:
        return mean, spread
    if sd is not None and (found := _both(mean, sd, usual_sd, limits)) is not None:
        return found
    return _mean_alone(mean, usual_sd, limits), usual_sd


def _moments(middle: float, spread: float, limits: Limits) -> tuple[float, float]:
    low, high = ((limit - middle) / spread for limit in limits)
    law = truncnorm(low, high, middle, spread)
    return float(law.mean()), float(law.std())


def _both(mean: float, sd: float, usual_sd: float, limits: Limits) -> tuple[float, float] | None:
    def off(guess: Array) -> Array:
        middle, log_spread = guess
        found = _moments(
            float(middle), math.exp(np.clip(log_spread, -_STEEPEST, _STEEPEST)), limits
        )
        return np.array([(found[0] - mean) / sd, (found[1] - sd) / sd])

    with np.errstate(all="ignore"):
        solved = root(off, np.array([mean, math.log(sd)]))
    middle, spread = float(solved.x[0]), math.exp(np.clip(solved.x[1], -_STEEPEST, _STEEPEST))
    near = abs(middle - mean) < _FARTHEST * usual_sd and spread < _WIDEST * usual_sd
    return (middle, spread) if solved.success and near else None


def _mean_alone(mean: float, spread: float, limits: Limits) -> float:
    reach = _FARTHEST * spread
    low, high = mean - reach, mean + reach
    if _moments(low, spread, limits)[0] > mean or _moments(high, spread, limits)[0] < mean:
        return mean
    return float(brentq(lambda middle: _moments(middle, spread, limits)[0] - mean, low, high))
