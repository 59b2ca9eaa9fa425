"""Weight and height: fat makes estradiol after menopause, so the heavier have more.

    peripheral estradiol = usual * exp(rise * (body mass index - usual index))

The rise is in the logarithm, per kg/m2. Where weight is not stated, nothing changes; where height
is not, it is the usual one. Beyond the indices in which it was seen it is that of the nearest.
Leaves out: that people of one body mass differ a little less than all people do, and what weight
does to bone by its load, which stated T-scores already hold.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from osteon.people.cohort import Cohort

PERIPHERAL = "estradiol.peripheral_level"
_EATS_BY = "protein.body_weight"


@lru_cache(maxsize=1)
def _numbers() -> dict[str, float]:
    numbers: dict[str, float] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text("utf-8")
    )
    return numbers


def with_weight(cohort: Cohort, weight: float | NDArray[np.float64]) -> Cohort:
    """Return people over whose weight (kg) the protein of foods counts."""
    if _EATS_BY not in cohort.model.table.position:
        return cohort
    return cohort.with_parameter(_EATS_BY, weight)


def with_body_mass(
    cohort: Cohort, weight: float | None, height: float | None, sex: str = "female"
) -> Cohort:
    """Return the cohort with a weight, and the peripheral estradiol that goes with it.

    Parameters
    ----------
    weight, height:
        Kilograms and centimeters; None: not stated.
    sex:
        Whose usual height stands for one that is not stated.
    """
    if weight is None:
        return cohort
    numbers = _numbers()
    usual_height = numbers["usual_height_of_men" if sex == "male" else "usual_height"]
    index = weight / ((usual_height if height is None else height) / 100.0) ** 2
    within = min(max(index, numbers["least_index"]), numbers["greatest_index"])
    more = exp(numbers["rise"] * (within - numbers["usual_index"]))
    usual = cohort.parameters[:, cohort.model.table.column(PERIPHERAL)]
    return with_weight(cohort.with_parameter(PERIPHERAL, more * usual), weight)


def with_body_mass_index(
    cohort: Cohort,
    index: NDArray[np.float64],
    usual: NDArray[np.float64],
    spread: float,
    middle: float,
) -> Cohort:
    """Return people with the peripheral estradiol that goes with each one's index.

    How people differ holds what body mass does; so what they differ by apart from it shrinks, and
    the middle person and the spread between all people stay as they are:

        log(own / middle) = rise (index - usual) + deviation * sqrt(1 - (rise * spread / sd)^2)

    Parameters
    ----------
    index:
        Body mass index, kg/m2, shape (people,).
    usual, spread:
        Its mean at each one's age, and how it spreads.
    middle:
        Peripheral estradiol of the middle person, pmol/L.
    """
    numbers, table = _numbers(), cohort.model.table
    between = table.parameter(PERIPHERAL).between_people
    sd = 0.0 if between is None else between.log_sd or 0.0
    deviation = np.log(cohort.parameters[:, table.column(PERIPHERAL)] / middle)
    apart = np.sqrt(max(1.0 - (numbers["rise"] * spread / sd) ** 2, 0.0)) if sd else 1.0
    rise = numbers["rise"] * (index - usual)
    return cohort.with_parameter(PERIPHERAL, middle * np.exp(rise + apart * deviation))
