"""Power against sample size: by formula from simulated spreads, and by trials drawn from people.

    t-test     noncentral t with Welch's degrees of freedom
    fracture   events = 4 (z(0.975) + z(power))^2 / log(hazard ratio)^2    (Schoenfeld 1983)

Power here is the chance that a trial of this size finds p < 0.05, two-sided, if the simulated
difference is the true one.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Array = NDArray[np.float64]
SIGNIFICANT = 0.05
MOST = 100_000
_AT_ONCE = 2_000_000


def power_of_t_test(
    difference: float, sd: float, other_sd: float, count: int, other_count: int | None = None
) -> float:
    """Return the power with `count` people measured in each arm, or `other_count` in the other."""
    other_count = count if other_count is None else other_count
    if min(count, other_count) < 2:
        return SIGNIFICANT
    one, two = sd**2 / count, other_sd**2 / other_count
    if one + two == 0.0:
        return SIGNIFICANT if difference == 0.0 else 1.0
    freedom = (one + two) ** 2 / (one**2 / (count - 1) + two**2 / (other_count - 1))
    critical = float(stats.t.ppf(1.0 - SIGNIFICANT / 2.0, freedom))
    away = abs(difference) / math.sqrt(one + two)
    if away > 30.0 + critical:
        return 1.0
    above = float(stats.nct.sf(critical, freedom, away))
    below = float(stats.nct.cdf(-critical, freedom, away))
    return above + (below if math.isfinite(below) else 0.0)


def number_needed(difference: float, sd: float, other_sd: float, power: float) -> int | None:
    """Return how many people measured in each arm give this power; None if over 100,000."""
    low, high = 1, MOST
    if power_of_t_test(difference, sd, other_sd, high) < power:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if power_of_t_test(difference, sd, other_sd, middle) < power:
            low = middle
        else:
            high = middle
    return high


def power_by_resampling(one: Array, other: Array, count: int, seed: int, trials: int) -> float:
    """Return the share of trials, drawn from simulated people, that find p < 0.05 by Welch's test.

    Parameters
    ----------
    one, other:
        The changes of everyone measured in either arm; each trial draws `count` of each, as
        different people.
    """
    random = np.random.default_rng([seed, count])
    found, done = 0, 0
    while done < trials:
        batch = min(trials - done, max(1, _AT_ONCE // count))
        drawn = [
            values[random.integers(len(values), size=(batch, count))] for values in (one, other)
        ]
        middle = drawn[0].mean(axis=1) - drawn[1].mean(axis=1)
        spread = [values.var(axis=1, ddof=1) / count for values in drawn]
        variance = spread[0] + spread[1]
        freedom = variance**2 / ((spread[0] ** 2 + spread[1] ** 2) / (count - 1))
        t = np.abs(middle) / np.sqrt(variance)
        found += int((t > stats.t.ppf(1.0 - SIGNIFICANT / 2.0, freedom)).sum())
        done += batch
    return found / trials


def number_needed_for_events(
    ratio: float, incidence: float, other_incidence: float, power: float
) -> int | None:
    """Return how many people in each arm give this power for a hazard ratio; None if over 100,000.

    Parameters
    ----------
    incidence, other_incidence:
        The share of people with an event during the trial.
    """
    happening = incidence + other_incidence
    if ratio == 1.0 or happening <= 0.0:
        return None
    wanted = stats.norm.ppf(1.0 - SIGNIFICANT / 2.0) + stats.norm.ppf(power)
    events = 4.0 * float(wanted) ** 2 / math.log(ratio) ** 2
    needed = math.ceil(events / happening)
    return needed if needed <= MOST else None
