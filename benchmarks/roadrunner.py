"""libroadrunner as a peer: our own SBML of a person's course, which it compiles and integrates.

Loading compiles the model, seven seconds a person, and is left out of what is timed; so it answers
for the first few people only. It reads a month on which a dose falls after the dose and we before
it, so it is asked an instant earlier, and month 0 is taken as given.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.workloads import Workload
from osteon.interchange.course import Course
from osteon.interchange.sbml.identifiers import id_of_quantity
from osteon.interchange.sbml.write import sbml_of
from osteon.simulation.calendar import Calendar

Array = NDArray[np.float64]
_INSTANT = 1e-6
_PEOPLE = 2


def is_here() -> bool:
    """Return whether it is installed, with what writes SBML."""
    try:
        import libsbml
        import roadrunner
    except ImportError:
        return False
    return libsbml is not None and roadrunner is not None


@lru_cache(maxsize=16)
def loaded(work: Workload) -> tuple[Any, ...]:
    """Return a loaded model for each of the first few people."""
    import roadrunner

    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_ERROR)
    return tuple(
        roadrunner.RoadRunner(sbml_of(_course(work, one))) for one in range(min(len(work), _PEOPLE))
    )


def by_roadrunner(work: Workload, tolerance: float) -> Array:
    """Return states of the first few from libroadrunner's CVODE, shape (few, times, states)."""
    runners = loaded(work)
    asked = [id_of_quantity(key) for key in work.model.states]
    times = work.times.copy()
    times[1:] -= _INSTANT
    found = np.empty((len(runners), len(times), len(asked)))
    for person, runner in enumerate(runners):
        runner.resetAll()
        runner.integrator.setValue("relative_tolerance", tolerance)
        # A plain number is scaled by each state at a dose: to nothing, for a drug not yet given.
        runner.integrator.setValue("absolute_tolerance", [tolerance * 1e-3] * len(asked))
        runner.timeCourseSelections = asked
        found[person] = runner.simulate(times=times.tolist())
        found[person, 0] = work.begin[person]
    return found


def _course(work: Workload, person: int) -> Course:
    calendar = work.calendar
    own = Calendar(calendar.changes, calendar.inputs[person : person + 1], calendar.doses)
    return Course("peer", work.model, work.parameters[person], work.begin[person], own)
