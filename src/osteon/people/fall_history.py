"""What the falls of the last year say about those to come.

Before anything is known, the logarithm of a person's rate of falls is normal around that of people
of her age, with a wide spread. Falls come at random at that rate, so the number of the last year
moves the center and narrows the spread (at the mode, by a normal curve):

    (x - center) / spread^2 = falls - exp(x)        narrowed^-2 = spread^-2 + exp(x)

Only part of what made one year bad or good lasts: the years to come follow with a correlation
`lasting`. So a year without a fall lowers her rate, and a few falls raise it, within reason.

Assumes: the year before month 0 was lived at the rate of month 0.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import Person
from osteon.parameters import read_parameters
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.function import FALLS
from osteon.vocabulary.units import DAYS_PER_YEAR

if TYPE_CHECKING:
    from osteon.people.cohort import Cohort

Array = NDArray[np.float64]
_FREQUENCY = "falls.frequency"


def meet_falls(cohort: Cohort, person: Person, today: Trajectory) -> Cohort:
    """Return the cohort with rates of falls as the falls of the last year leave them.

    A history that does not say how many there were changes nothing.

    Parameters
    ----------
    today:
        The cohort at month 0.
    """
    model = cohort.model
    said = "falls_last_year" in person.history.model_fields_set
    if not said or FALLS.name not in model.roster.quantities:
        return cohort
    column = model.table.column(_FREQUENCY)
    between = model.table.parameter(_FREQUENCY).between_people
    spread = 0.0 if between is None else (between.log_sd or 0.0)
    own = np.log(cohort.parameters[:, column] / model.table.values[column])
    center = np.log(DAYS_PER_YEAR * today[FALLS.name][:, 0]) - own
    shifted, narrowed = rate_after(person.history.falls_last_year, center, spread)
    deviation = shifted + narrowed * own / spread
    return cohort.with_parameter(_FREQUENCY, model.table.values[column] * np.exp(deviation))


def rate_after(falls: int, center: Array, spread: float) -> tuple[Array, Array]:
    """Return shift and spread of the log rate of the years to come after a year of so many falls.

    Parameters
    ----------
    center:
        Log of the yearly rate to be expected before the falls were counted.
    spread:
        Standard deviation of the log rate between people.
    """
    rate = _mode(falls, center, spread)
    variance = 1.0 / (spread**-2 + np.exp(rate))
    lasting = _lasting()
    remaining = lasting**2 * variance + (1.0 - lasting**2) * spread**2
    return lasting * (rate - center), np.sqrt(remaining)


def _mode(falls: int, center: Array, spread: float) -> Array:
    """Return the most probable log rate, by Newton's method from above: it falls to the root."""
    rate = np.maximum(center, np.log(falls + 1.0))
    for _ in range(60):
        excess = falls - np.exp(rate) - (rate - center) / spread**2
        rate = rate + excess / (np.exp(rate) + spread**-2)
    return rate


@lru_cache(maxsize=1)
def _lasting() -> float:
    return read_parameters(Path(__file__).with_suffix(".toml"))["lasting"].values()[0]
