"""One person under one strategy from a day on, as plain numbers: what other programs are given.

The person is the typical version of the one described: all that was measured in her at month 0 is
met, all that is not known stands at its middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.simulation.solve import solve
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
TOLERANCE = 1e-8
_SEED = 1


@dataclass(frozen=True, eq=False)
class Course:
    """A person and what she does.

    Attributes
    ----------
    name:
        What the course is called: the strategy, mostly.
    model:
        The model she lives in.
    parameters:
        Her parameters, shape (parameters,).
    states:
        Her states on day `start`, before what is given on that day, shape (states,).
    calendar:
        Inputs and doses, for one person.
    start:
        The day on which the course begins; month 0 is day 0.
    layer:
        The fitted values that stand in the parameters; None: literature alone.
    """

    name: str
    model: Model
    parameters: Array
    states: Array
    calendar: Calendar
    start: float = 0.0
    layer: Layer | None = None

    def simulate(self, times: Array, tolerance: float = TOLERANCE) -> Trajectory:
        """Return what osteon itself says of the course at times (days, rising)."""
        return solve(
            self.model, self.states[None, :], self.parameters[None, :], np.array([self.start]),
            self.calendar, times, tolerance,
        )  # fmt: skip


def course_of(case: Case, strategy: str) -> Course:
    """Return the course of the typical version of a case's person under one of its strategies.

    Raises
    ------
    InputError
        If the case has no such strategy, or asks for what cannot be simulated.
    """
    model, layer = standard(), current_layer()
    plan = Plan(case.usual, case.treatment_of(strategy))
    cohort = ensemble_of(model, layer, case.person, case.usual, 1, _SEED)
    calendar = plan.calendar(model, cohort.usual_inputs(), case.horizon)
    today = cohort.simulate(calendar, np.zeros(1), TOLERANCE)
    return Course(strategy, model, cohort.parameters[0], today.states[0, 0], calendar, layer=layer)
