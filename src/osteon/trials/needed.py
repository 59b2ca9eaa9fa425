"""How large a trial is needed: power against size for each endpoint, and for fractures."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.trials.hazard_ratio import HazardRatio
from osteon.trials.incidence import Incidence
from osteon.trials.power import (
    number_needed,
    number_needed_for_events,
    power_by_resampling,
    power_of_t_test,
)

Array = NDArray[np.float64]
SIZES = (25, 50, 100)
POWERS = (0.8, 0.9)
DRAWN = tuple(int(size) for size in np.unique(np.round(np.geomspace(5, 500, 40))))
_TRIALS = 2_000
_FEWEST_EVENTS = 100


@dataclass(frozen=True)
class Power:
    """The power of a comparison of two arms.

    Attributes
    ----------
    difference, sd, other_sd:
        Percentage points; the standard deviations are of measured changes.
    by_formula, by_resampling:
        Power by number of people measured in each arm.
    planned:
        Power of the trial at its own size, less those who leave.
    needed:
        People to enroll in each arm for each power, those who leave included; None if more than
        100,000 would have to be measured.
    """

    arm: str
    versus: str
    endpoint: str
    difference: float
    sd: float
    other_sd: float
    by_formula: dict[int, float]
    by_resampling: dict[int, float]
    planned: float
    needed: dict[float, int | None]

    @property
    def curve(self) -> dict[int, float]:
        """Return the power by number of people measured in each arm, close enough to be drawn."""
        spreads = self.sd, self.other_sd
        return {size: power_of_t_test(self.difference, *spreads, size) for size in DRAWN}

    @classmethod
    def of(
        cls,
        arm: str,
        versus: str,
        endpoint: str,
        percent: Array,
        other: Array,
        enrolled: tuple[int, int],
        seed: int,
    ) -> Power | None:
        """Return the power; None if fewer than two people were measured in either arm.

        Parameters
        ----------
        percent, other:
            Changes in either arm, NaN where she had left, of as many people as can be had.
        enrolled:
            How many the trial itself has in either arm.
        """
        one, two = percent[np.isfinite(percent)], other[np.isfinite(other)]
        if min(len(one), len(two)) < 2:
            return None
        difference = float(one.mean() - two.mean())
        sd, other_sd = float(one.std(ddof=1)), float(two.std(ddof=1))
        staying = (len(one) / len(percent), len(two) / len(other))
        stay = min(staying)
        measured = (round(n * share) for n, share in zip(enrolled, staying, strict=True))
        found = {
            power: number_needed(difference, sd, other_sd, power) for power in POWERS
        }  # fmt: skip
        return cls(
            arm,
            versus,
            endpoint,
            difference,
            sd,
            other_sd,
            {size: power_of_t_test(difference, sd, other_sd, size) for size in SIZES},
            {size: power_by_resampling(one, two, size, seed, _TRIALS) for size in SIZES},
            power_of_t_test(difference, sd, other_sd, *measured),
            {power: None if n is None else math.ceil(n / stay) for power, n in found.items()},
        )


@dataclass(frozen=True)
class EventPower:
    """How many people show a hazard ratio.

    Attributes
    ----------
    needed:
        People to enroll in each arm for each power, if everyone is followed as here; None if more
        than 100,000.
    """

    arm: str
    versus: str
    endpoint: str
    ratio: float
    needed: dict[float, int | None]

    @classmethod
    def of(cls, ratio: HazardRatio, one: Incidence, other: Incidence) -> EventPower | None:
        """Return the number for a ratio; None where either arm has fewer than 100 events."""
        if min(one.events, other.events) < _FEWEST_EVENTS:
            return None
        needed = {
            power: number_needed_for_events(
                ratio.ratio, one.percent / 100.0, other.percent / 100.0, power
            )
            for power in POWERS
        }
        return cls(ratio.arm, ratio.versus, ratio.endpoint, ratio.ratio, needed)
