"""Several calendars for the same people: what the calendars share is lived once.

shared    everyone from the run-in to the first output, if the calendars agree until then
branch    from the states of that day on, a calendar each
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import TOLERANCE, solve
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]


def simulate_branches(
    cohort: Cohort, calendars: Mapping[str, Calendar], times: Array, tolerance: float = TOLERANCE
) -> dict[str, Trajectory]:
    """Return the trajectories of the cohort under each calendar, by its name.

    Parameters
    ----------
    times:
        Output times in days, rising; the same for all.
    """
    each = list(calendars.values())
    parting = float(times[0])
    if len(each) == 1 or first_difference(each) < parting:
        return {
            name: cohort.simulate(calendar, times, tolerance)
            for name, calendar in calendars.items()
        }
    states = cohort.simulate(each[0], np.array([parting]), tolerance).states[:, 0]
    starts = np.full(len(cohort), parting)
    return {
        name: solve(cohort.model, states, cohort.parameters, starts, calendar, times, tolerance)
        for name, calendar in calendars.items()
    }


def first_difference(calendars: Sequence[Calendar]) -> float:
    """Return the first day on which inputs or doses differ; infinity if they never do."""
    for day in sorted({day for one in calendars for day in one.changes}):
        first, *others = (_on(one, day) for one in calendars)
        if any(
            not np.array_equal(mine, theirs)
            for other in others
            for mine, theirs in zip(first, other, strict=True)
        ):
            return float(day)
    return float("inf")


def _on(calendar: Calendar, day: float) -> tuple[Array, Array]:
    """Return the inputs from a day on, and what doses add on that very day."""
    place = int(np.searchsorted(calendar.changes, day, side="right")) - 1
    given = calendar.doses[place] if calendar.changes[place] == day else 0.0 * calendar.doses[0]
    return calendar.inputs[:, place], given
