"""What BMD measured at one site tells of a site that was not measured.

    deviation there = correlation * deviation here        in standard deviations of young women

A deviation is what was measured less what is simulated for such a person. The best related site
counts alone. Percent changes do not depend on it; fracture hazards do, which need BMD at all sites.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from osteon.people.reference_bmd import young_sd
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_LEAST_BMD = 0.3


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = tomllib.loads(
        Path(__file__).with_suffix(".toml").read_text("utf-8")
    )
    return table


def correlation(one: Site, other: Site) -> float:
    """Return how BMD at two sites of the same woman correlates."""
    table = _table()
    known = table.get(one, {}).get(other) or table.get(other, {}).get(one)
    return 1.0 if known is None else known


def expected_bmd(
    site: Site, simulated: Mapping[Site, Array], measured: Mapping[Site, Array]
) -> Array:
    """Return BMD (g/cm2, Hologic's) to be expected at a site, given what was measured at others.

    Parameters
    ----------
    simulated:
        BMD at every site of every person before anything was measured.
    measured:
        BMD at the sites that were measured, one or more of them.
    """
    best = max(measured, key=lambda other: correlation(site, other))
    deviation = (measured[best] - simulated[best]) / young_sd(best, "hologic")
    carried = correlation(site, best) * young_sd(site, "hologic") * deviation
    return np.maximum(simulated[site] + carried, _LEAST_BMD)
