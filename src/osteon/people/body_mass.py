"""Weight and height: fat makes estradiol after menopause, so the heavier have more.

    peripheral estradiol = usual * exp(rise * (body mass index - usual index))

The rise is in the logarithm, per kg/m2. Where weight is not stated, nothing changes; where height
is not, it is the usual one.
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


@lru_cache(maxsize=1)
def _numbers() -> dict[str, float]:
    numbers: dict[str, float] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
    return numbers


def with_body_mass(cohort: Cohort, weight: float | None, height: float | None) -> Cohort:
    """Return the cohort with the peripheral estradiol that goes with a weight.

    Parameters
    ----------
    weight, height:
        Kilograms and centimeters; None: not stated.
    """
    if weight is None:
        return cohort
    numbers = _numbers()
    index = weight / ((numbers["usual_height"] if height is None else height) / 100.0) ** 2
    more = exp(numbers["rise"] * (index - numbers["usual_index"]))
    name = "estradiol.peripheral_level"
    usual = cohort.parameters[:, cohort.model.table.column(name)]
    return cohort.with_parameter(name, more * usual)


def with_body_mass_index(cohort: Cohort, index: NDArray[np.float64]) -> Cohort:
    """Return the cohort with the peripheral estradiol that goes with each one's index (kg/m2)."""
    numbers = _numbers()
    name = "estradiol.peripheral_level"
    usual = cohort.parameters[:, cohort.model.table.column(name)]
    more = np.exp(numbers["rise"] * (index - numbers["usual_index"]))
    return cohort.with_parameter(name, more * usual)
