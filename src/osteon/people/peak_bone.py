"""Who has less bone than the typical woman of her age had less of it in youth already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from osteon.people.branching import states_at
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_LEAST, _GREATEST = 0.4, 2.0


def with_bmd(
    cohort: Cohort,
    met: Callable[[Mapping[Site, Array]], Mapping[Site, Array]],
    calendar: Calendar,
    tolerance: float = TOLERANCE,
) -> Cohort:
    """Return the cohort with the bone of youth that BMD at month 0 tells of, and with that BMD.

    Bone of youth sets how fast bone turns over and so a part of today's BMD; what then still
    differs is met exactly by the scale of BMD.

    Parameters
    ----------
    met:
        From simulated BMD (g/cm2) at month 0 by site, shape (people,), to what is to be met;
        nothing for a site that stays as it is.
    calendar:
        What was done up to month 0.
    """
    return with_bmd_and_today(cohort, met, calendar, tolerance)[0]


def with_bmd_and_today(
    cohort: Cohort,
    met: Callable[[Mapping[Site, Array]], Mapping[Site, Array]],
    calendar: Calendar,
    tolerance: float = TOLERANCE,
) -> tuple[Cohort, Trajectory]:
    """Return the cohort as `with_bmd` does, and it at month 0."""
    today = _today(cohort, calendar, tolerance)
    simulated = _bmd(today)
    wanted = met(simulated)
    if not wanted:
        return cohort, today
    for site, bmd in wanted.items():
        share = np.clip(bmd / simulated[site], _LEAST, _GREATEST)
        cohort = cohort.with_parameter(f"bone.peak@{site}", share)
    today = _today(cohort, calendar, tolerance)
    simulated = _bmd(today)
    for site, bmd in met(simulated).items():
        name = f"bmd.peak@{site}"
        scale = cohort.parameters[:, cohort.model.table.column(name)]
        cohort = cohort.with_parameter(name, scale * bmd / simulated[site])
    return cohort, _today(cohort, calendar, tolerance)


def _today(cohort: Cohort, calendar: Calendar, tolerance: float) -> Trajectory:
    day = np.array([0.0])
    states = states_at(cohort, calendar, 0.0, tolerance)[:, None]
    intervals = calendar.intervals_at(day)
    return Trajectory(cohort.model, day, states, cohort.parameters, calendar.inputs, intervals)


def _bmd(today: Trajectory) -> dict[Site, Array]:
    return {site: today[f"bmd@{site}"][:, 0] for site in Site}
