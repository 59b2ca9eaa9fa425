"""A cohort: people as numbers, ready to be simulated.

The members of a cohort may be different people (a trial), or one person under different draws of
what is not known about her (a forecast).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.departure import Departure
from osteon.simulation.calendar import Calendar
from osteon.simulation.gradient import Gradient, solve_gradient
from osteon.simulation.quantity_slopes import reference_slopes
from osteon.simulation.solve import TOLERANCE, reference_of, solve
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.endocrine import AGE
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_BEFORE_MENOPAUSE = 8 * DAYS_PER_YEAR


@dataclass(frozen=True, eq=False)
class Cohort:
    """People with their ages and parameters.

    Attributes
    ----------
    model:
        The model they live in.
    parameters:
        Shape (people, parameters).
    ages:
        Age at month 0 in days, shape (people,).
    departure:
        How far off the model may be in each of them; None where that is not asked.
    """

    model: Model
    parameters: Array
    ages: Array
    departure: Departure | None = None

    def __len__(self) -> int:
        return len(self.ages)

    def with_parameter(self, name: str, values: Array | float) -> Cohort:
        """Return the cohort with one parameter column replaced."""
        parameters = self.parameters.copy()
        parameters[:, self.model.table.column(name)] = values
        return replace(self, parameters=parameters)

    def taken(self, places: NDArray[np.intp]) -> Cohort:
        """Return the people at some places."""
        error = None if self.departure is None else self.departure.taken(places)
        return Cohort(self.model, self.parameters[places], self.ages[places], error)

    def beside(self, others: Cohort) -> Cohort:
        """Return these people and others after them, who live in the same model."""
        own, other = self.departure, others.departure
        return Cohort(
            self.model,
            np.concatenate([self.parameters, others.parameters]),
            np.concatenate([self.ages, others.ages]),
            None if own is None or other is None else own.beside(other),
        )

    def usual_inputs(self) -> Array:
        """Return the inputs of the reference state, shape (people, inputs)."""
        return reference_of(self.model, self.parameters)[1]

    def begin(self, calendar: Calendar, earliest: float = 0.0) -> tuple[Array, Array]:
        """Return everyone's states where the run-in begins, and that day (people,).

        It begins at the reference age, or eight years before menopause if that is earlier: bone
        loss before the window that is reported is part of the answer. What the calendar holds
        before that is lived too, also by the young.

        Parameters
        ----------
        earliest:
            A day that the run-in begins before.
        """
        states, _ = reference_of(self.model, self.parameters)
        age = self.model.states.index(Key(AGE.name))
        menopause = self.parameters[:, self.model.table.column("ovary.menopause_age")]
        begin_age = np.minimum(states[:, age], menopause - _BEFORE_MENOPAUSE)
        first = min(0.0, earliest, *calendar.changes[1:2])
        begin_age = np.minimum(begin_age, self.ages + first - 1.0)
        states[:, age] = begin_age
        return states, begin_age - self.ages

    def simulate(
        self, calendar: Calendar, times: Array, tolerance: float = TOLERANCE
    ) -> Trajectory:
        """Run everyone in from the reference state to today, then through the calendar."""
        states, starts = self.begin(calendar, float(times[0]))
        return solve(self.model, states, self.parameters, starts, calendar, times, tolerance)

    def gradient(
        self,
        calendar: Calendar,
        times: Array,
        names: Sequence[str],
        tolerance: float = TOLERANCE,
    ) -> Gradient:
        """Run everyone as `simulate` does, with the slopes by some parameters.

        The calendar is held fixed, and so is everyone's age.

        Parameters
        ----------
        names:
            Columns of the model's table: `mechanism.parameter`, with `@site` where sites differ.
        """
        states, starts = self.begin(calendar, float(times[0]))
        columns = [self.model.table.column(name) for name in names]
        slopes = reference_slopes(self.model, self.parameters, columns)
        slopes[:, :, self.model.states.index(Key(AGE.name))] = 0.0
        return solve_gradient(
            self.model, states, slopes, self.parameters, starts, calendar, times, names, tolerance
        )
