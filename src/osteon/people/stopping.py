"""People who stop injections early: whoever has the same number of them is simulated together.

Tablets that some stop enter the calendar as each person's own rate; injections fall on the days of
a calendar that all share. So people part by the step of three months in which they stop, and each
part lives through the plan with its injections ended there. Everyone has the first one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from osteon.interventions.drug import Delivery, Drug
from osteon.language.schedule import DrugSchedule
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.plan import Plan, days_until_stopped, find_drug
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
Places = NDArray[np.intp]


def simulate_plan(
    cohort: Cohort,
    plan: Plan,
    times: Array,
    patience: Array | None = None,
    tolerance: float = TOLERANCE,
) -> Trajectory:
    """Return the trajectories of people who follow a plan until they stop its drugs.

    Parameters
    ----------
    times:
        Output times in days, rising.
    patience:
        As in `Plan.calendar`, shape (people,).
    """
    parts = list(_parts(cohort.model, plan, len(cohort), patience))
    lived = [
        (who, _simulated(cohort.taken(who), part, times, _of(patience, who), tolerance))
        for who, part in parts
    ]
    if len(lived) == 1:
        return lived[0][1]
    first = lived[0][1]
    states = np.empty((len(cohort), *first.states.shape[1:]))
    inputs = np.empty((len(cohort), *first.inputs.shape[1:]))
    for who, found in lived:
        states[who], inputs[who] = found.states, found.inputs
    return replace(
        first, states=states, parameters=cohort.parameters, levels=inputs, intervals=None
    )


def _simulated(
    cohort: Cohort, plan: Plan, times: Array, patience: Array | None, tolerance: float
) -> Trajectory:
    calendar = plan.calendar(cohort.model, cohort.usual_inputs(), float(times[-1]), patience)
    return cohort.simulate(calendar, times, tolerance)


def _parts(
    model: Model, plan: Plan, people: int, patience: Array | None
) -> Iterator[tuple[Places, Plan]]:
    """Yield who lives together, and the plan with injections ended where they stop them."""
    courses = plan.treatment.drugs
    stopped = [place for place, one in enumerate(courses) if _is_stopped(model, one)]
    if patience is None or not stopped:
        yield np.arange(people), plan
        return
    ends = np.stack([_end(courses[place], patience) for place in stopped], axis=1)
    for alike in np.unique(ends, axis=0):
        own = list(courses)
        for place, end in zip(stopped, alike, strict=True):
            last = courses[place].until
            until = float(end) if last is None else min(float(end), last)
            own[place] = courses[place].model_copy(update={"until": until})
        treatment = plan.treatment.model_copy(update={"drugs": tuple(own)})
        yield np.flatnonzero((ends == alike).all(axis=1)), Plan(plan.usual, treatment)


def _is_stopped(model: Model, course: DrugSchedule) -> bool:
    """Return whether a course is of injections that some stop."""
    if course.stop is None or course.every is None:
        return False
    drugs = [one for one in model.mechanisms if isinstance(one, Drug)]
    return find_drug(drugs, course).delivery is not Delivery.AVERAGE_RATE


def _end(course: DrugSchedule, patience: Array) -> Array:
    """Return the day on which each person has no more of a course; the first dose is taken."""
    assert course.stop is not None
    assert course.every is not None
    began = max(course.start, 0.0)
    return began + np.maximum(days_until_stopped(course.stop, patience), min(course.every, 1.0))


def _of(patience: Array | None, who: Places) -> Array | None:
    return None if patience is None else patience[who]
