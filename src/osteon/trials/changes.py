"""Changes since month 0 in an arm, and between two arms.

    change       100 (value / value at month 0 - 1) of everyone who was measured at both
    interval     mean -+ t * standard error, Student's law
    difference   Welch's t-test: the arms count as different people, as in a real trial

Everyone counts in the arm she was given; whoever has left is missing from then on, and nothing is
put in her place. A responder has changed by more than two scans of one day could (least significant
change).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from osteon.people.measurement_error import least_significant_change

Array = NDArray[np.float64]
_CENTRAL = 0.975


@dataclass(frozen=True)
class Change:
    """The percent change of an endpoint in an arm.

    Attributes
    ----------
    month:
        Of the visit.
    measured, missing:
        How many people were measured, and how many had left.
    mean, sd, se, low, high:
        Percent; `low` and `high` bound the 95 % interval of the mean, None for a single person.
    gained, lost:
        Percent of those measured who gained or lost more than the least significant change; None
        where that is not known.
    """

    arm: str
    endpoint: str
    month: float
    measured: int
    missing: int
    mean: float
    sd: float | None
    se: float | None
    low: float | None
    high: float | None
    gained: float | None
    lost: float | None

    @classmethod
    def of(cls, arm: str, endpoint: str, month: float, percent: Array) -> Change:
        """Return the change in an arm.

        Parameters
        ----------
        percent:
            Of everyone in the arm, NaN where she had left, shape (people,).
        """
        there = percent[np.isfinite(percent)]
        count, least = len(there), least_significant_change(endpoint)
        mean = float(there.mean()) if count else math.nan
        gained = lost = sd = se = low = high = None
        if count > 1:
            sd = float(there.std(ddof=1))
            se = sd / math.sqrt(count)
            reach = float(stats.t.ppf(_CENTRAL, count - 1)) * se
            low, high = mean - reach, mean + reach
        if count and least is not None:
            gained = 100.0 * float((there >= least).mean())
            lost = 100.0 * float((there <= -least).mean())
        missing = len(percent) - count
        return cls(
            arm, endpoint, month, count, missing, mean, sd, se, low, high, gained, lost
        )  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """The difference between the percent changes of two arms, in percentage points.

    Attributes
    ----------
    p:
        Of Welch's t-test, two-sided; one where the arms do not differ at all.
    """

    arm: str
    versus: str
    endpoint: str
    month: float
    difference: float
    se: float
    low: float
    high: float
    p: float

    @classmethod
    def between(
        cls, arm: str, versus: str, endpoint: str, month: float, percent: Array, other: Array
    ) -> Difference | None:
        """Return the difference, arm minus versus; None if fewer than two people are in either."""
        one, two = percent[np.isfinite(percent)], other[np.isfinite(other)]
        if min(len(one), len(two)) < 2:
            return None
        difference = float(one.mean() - two.mean())
        shares = np.array([one.var(ddof=1) / len(one), two.var(ddof=1) / len(two)])
        se = float(np.sqrt(shares.sum()))
        if se == 0.0:
            p = 1.0 if difference == 0.0 else 0.0
            return cls(arm, versus, endpoint, month, difference, 0.0, difference, difference, p)
        found = stats.ttest_ind(one, two, equal_var=False)
        reach = float(stats.t.ppf(_CENTRAL, found.df)) * se
        return cls(
            arm, versus, endpoint, month, difference, se, difference - reach, difference + reach,
            float(found.pvalue),
        )  # fmt: skip


def percent_change(values: Array, baseline: Array) -> Array:
    """Return percent changes, NaN where either is missing."""
    changed: Array = 100.0 * (values / baseline - 1.0)
    return changed
