"""The typical participant of a trial's arm: one person in place of many.

She is as old, as heavy and as long past menopause as the mean of the trial's people, has their mean
BMD at month 0, and takes what the arm takes. She stops no drug early and is rescued by no rule.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.people.calcidiol_met import with_population_calcidiol
from osteon.people.cohort import Cohort
from osteon.people.participants import baseline_bmd, typical_participant
from osteon.people.peak_bone import with_bmd
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
_TOLERANCE = 1e-8


@dataclass(frozen=True, eq=False)
class TypicalArm:
    """One person, and what she does up to a horizon."""

    cohort: Cohort
    calendar: Calendar

    def simulate(self, times: Array, tolerance: float = _TOLERANCE) -> Trajectory:
        """Return her trajectory at times (days, rising, from month 0 on)."""
        return self.cohort.simulate(self.calendar, times, tolerance)


def typical_arm(
    model: Model, trial: Trial, arm: str, parameters: Array, horizon: float
) -> TypicalArm:
    """Return the typical participant of an arm.

    Parameters
    ----------
    parameters:
        Typical parameters, shape (parameters,).
    horizon:
        The last day on which a dose may fall.
    """
    population = trial.population_of(arm)
    cohort = typical_participant(model, population, parameters[None, :])
    cohort = with_population_calcidiol(cohort, population, trial.usual, 1)
    calendar = Plan(trial.usual, trial.treatment_of(arm)).calendar(
        model, cohort.usual_inputs(), horizon
    )
    cohort = with_bmd(
        cohort, lambda today: baseline_bmd(population, today, 1), calendar, _TOLERANCE
    )
    return TypicalArm(cohort, calendar)
