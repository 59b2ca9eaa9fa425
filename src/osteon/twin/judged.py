"""A measurement beside what was expected of it before it was made.

The expectation is what all members say, weighted by what was measured earlier, with the error of
measurement around each; so it can be wrong only by what no member could have shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.people.endpoint import label_of
from osteon.people.weighted import weighted_quantiles
from osteon.twin.compared import Compared
from osteon.twin.visit import Visit
from osteon.twin.weights import spread_out

Array = NDArray[np.float64]
_ERRORS = 41


@dataclass(frozen=True)
class Judged:
    """One measurement beside what was expected of it.

    Attributes
    ----------
    visit:
        What was measured.
    low, high:
        The central 95 % of what was expected, measurement error included.
    chance:
        How likely a measurement is to lie as far out or further.
    believed:
        Whether it counts; one that contradicts everything does not.
    """

    visit: Visit
    low: float
    high: float
    chance: float
    believed: bool

    def contradiction(self, unit: str) -> str:
        """Return in words that it contradicts."""
        found = self.visit
        return (
            f"{label_of(found.endpoint)} measured at month {found.month:g} "
            f"({found.value:.3g} {unit}) contradicts the forecast, which expected "
            f"{self.low:.3g} to {self.high:.3g}: it is left out"
        )


def judge(
    visit: Visit, foretold: Array, so_far: Compared, log_weight: Array, least: float
) -> Judged:
    """Hold a measurement against everything before it.

    Parameters
    ----------
    foretold:
        What every member foretold, shape (members,).
    so_far:
        The endpoint's earlier measurements that count.
    log_weight:
        What all earlier measurements say of the members.
    least:
        The chance below which it contradicts.
    """
    from scipy.special import ndtr, ndtri

    weights = spread_out(log_weight)
    off, variance = so_far.ahead(visit)
    deviation = (np.log(visit.value / foretold) - off) / np.sqrt(variance)
    below = float(weights @ ndtr(deviation))
    chance = 2.0 * min(below, 1.0 - below)
    normal = ndtri((np.arange(_ERRORS) + 0.5) / _ERRORS)
    errors = off[:, None] + np.sqrt(variance) * normal
    possible = (foretold[:, None] * np.exp(errors)).reshape(-1, 1)
    each = np.repeat(weights, _ERRORS) / _ERRORS
    low, high = weighted_quantiles(possible, each, (0.025, 0.975))[:, 0]
    return Judged(visit, float(low), float(high), chance, chance >= least)
