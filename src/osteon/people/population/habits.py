"""Habits by age: who smokes, who drinks how much, and when menopause comes to those who smoke."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.people.population.tables import at_age, women

Array = NDArray[np.float64]
_NEVER, _FORMER, _CURRENT = 0.0, 0.5, 1.0


def smoking(age: Array, uniform: Array) -> Array:
    """Return one for those who smoke, 0.5 for those who did, zero for those who never did."""
    current = at_age("habits", "current_smoker", age) / 100.0
    ever = at_age("habits", "ever_smoker", age) / 100.0
    return np.where(uniform < current, _CURRENT, np.where(uniform < ever, _FORMER, _NEVER))


def later_menopause(smoker: Array) -> Array:
    """Return how much later menopause comes, in standard deviations; on average of all, zero."""
    number = women()["menopause"]
    shift = np.select(
        [smoker == _CURRENT, smoker == _FORMER],
        [number["current_smoker"], number["former_smoker"]],
        0.0,
    )
    return np.asarray(shift - number["average"])


def alcohol(age: Array, uniform: Array) -> Array:
    """Return units a day: none in most, an exponential law in those who drink."""
    number = women()["habits"]
    of_drinkers, unit = number["ethanol_of_drinkers"], number["ethanol_in_a_unit"]
    share = at_age("habits", "ethanol", age) / of_drinkers
    drunk = np.maximum(of_drinkers * np.log(share / uniform), 0.0)
    return np.asarray(drunk / unit)
