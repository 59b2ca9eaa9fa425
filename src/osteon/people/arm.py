"""One arm of a trial, simulated: its people, what they do, and every endpoint over time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.people.calcidiol_met import with_population_calcidiol
from osteon.people.draw import represent_people, within_bounds
from osteon.people.participants import baseline_bmd, participants
from osteon.people.peak_bone import with_bmd
from osteon.people.plan import Plan
from osteon.people.previous_fracture import who_has_had_one, with_previous_fracture
from osteon.people.rescue import simulate_with_rescue
from osteon.simulation.solve import TOLERANCE
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
_PATIENCE = 6  # the stream that it is drawn from, its own


@dataclass(frozen=True, eq=False)
class ArmSetting:
    """What a simulated arm needs besides its parameters.

    Attributes
    ----------
    count:
        Simulated people.
    times:
        Output times in days, rising.
    seed:
        Draws the people; the same for every arm.
    tolerance:
        Relative error allowed in a step.
    """

    trial: Trial
    arm: str
    count: int
    times: Array
    seed: int
    tolerance: float = TOLERANCE


def simulate_arm(
    model: Model, setting: ArmSetting, parameters: Array, groups: int = 1
) -> Trajectory:
    """Return the trajectories of an arm's people.

    Parameters
    ----------
    parameters:
        Typical parameters of each group, shape (groups, parameters); every group consists of the
        same people, who differ between groups only by these.
    """
    trial, arm = setting.trial, setting.arm
    between = represent_people(model.table, setting.count, setting.seed)
    everyone = np.repeat(parameters, setting.count, axis=0) * np.tile(between, (groups, 1))
    everyone = within_bounds(model.table, everyone)
    population = trial.population_of(arm)
    cohort = participants(model, population, everyone, setting.seed, setting.count)
    cohort = with_population_calcidiol(cohort, population, trial.usual, setting.count)
    had = who_has_had_one(population, trial.eligible_of(arm), setting.count, setting.seed)
    if had is not None:
        cohort = with_previous_fracture(cohort, np.tile(had, groups))
    plan = Plan(trial.usual, trial.treatment_of(arm))
    patience = np.random.Generator(np.random.PCG64([setting.seed, _PATIENCE])).random(setting.count)
    patience = np.tile(patience, groups)
    if any(getattr(population.t_score, site) is not None for site in Site):
        calendar = plan.calendar(model, cohort.usual_inputs(), 0.0, patience)
        cohort = with_bmd(
            cohort,
            lambda today: baseline_bmd(population, today, setting.count),
            calendar,
            setting.tolerance,
        )
    return simulate_with_rescue(cohort, plan, setting.times, patience, setting.tolerance)


def observed_times(trial: Trial) -> Array:
    """Return every time at which something was observed or counted from, month 0 included."""
    times = {0.0}
    for observation in trial.observations:
        times |= {observation.time, observation.since}
    return np.array(sorted(times))
