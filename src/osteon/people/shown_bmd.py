"""BMD as a person's own scanner shows it: the numbers are other ones, the bone is the same.

The model shows BMD as Hologic does and holds it against Hologic's means. For another maker's
scanner both are multiplied by what the two show of her today, so that changes in percent and
fractures are those of the same bone.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from osteon.people.cohort import Cohort
from osteon.people.scanner import converted_bmd
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

OWN_SCANNER: Final = "hologic"
"""Whose scale the model is written in."""
_SCALED: Final = ("bmd.peak", "bmd_for_age.young", "bmd_for_age.spread")


def shown_by(scanner: str, cohort: Cohort, today: Trajectory) -> Cohort:
    """Return the cohort with BMD as a scanner shows it.

    Parameters
    ----------
    scanner:
        hologic or lunar.
    today:
        The same people at month 0, on the model's own scale.
    """
    if scanner == OWN_SCANNER:
        return cohort
    for site in Site:
        own = today[f"bmd@{site}"][:, 0]
        shown = np.array([converted_bmd(float(bmd), site, OWN_SCANNER, scanner) for bmd in own])
        for name in _SCALED:
            column = f"{name}@{site}"
            scale = cohort.parameters[:, cohort.model.table.column(column)]
            cohort = cohort.with_parameter(column, scale * shown / own)
    return cohort
