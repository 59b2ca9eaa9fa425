"""Which of the people drawn are plausible: what they show at month 0 lies in published ranges."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.language.population import Limits
from osteon.people.population.tables import plausible

Array = NDArray[np.float64]
_WIDER = 3.29 / 1.96


@lru_cache(maxsize=1)
def plausible_ranges() -> Mapping[str, Limits]:
    """Return the range of each quantity that holds 999 of 1,000 people."""
    return {
        name: _range(said["interval"][0], said["interval"][1], "logarithm" in said)
        for name, said in plausible().items()
    }


def outside(shown: Mapping[str, Array]) -> dict[str, NDArray[np.bool_]]:
    """Return by quantity who lies outside its range, shape (people,).

    Parameters
    ----------
    shown:
        What people show at month 0, by the names of the ranges.
    """
    ranges = plausible_ranges()
    return {
        name: (values < ranges[name].low) | (values > ranges[name].high)
        for name, values in shown.items()
        if name in ranges
    }


def _range(low: float, high: float, logarithm: bool) -> Limits:
    if logarithm:
        logs = _range(math.log(low), math.log(high), False)
        return Limits(math.exp(logs.low), math.exp(logs.high))
    middle, half = (low + high) / 2.0, (high - low) / 2.0
    return Limits(middle - _WIDER * half, middle + _WIDER * half)
