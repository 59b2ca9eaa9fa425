"""The people of an arm, lived once; their fractures, counted again under other laws.

    hazard(t)     of each kind, from what was kept of the course and the other parameters
    so far(t)     its sum, by the trapezoidal rule over the kept days

No fracture changes bone, so a course is lived once. Between two doses hazards rise and fall: the
days are six a month.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.fracture.hazards import KINDS, Hazards, hazards_cut_at
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.arm import ArmSetting, observed_times, simulate_arm
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
_EVERY = DAYS_PER_MONTH / 6


@dataclass(frozen=True, eq=False)
class Lived:
    """An arm whose people have lived.

    Attributes
    ----------
    days:
        Close days, shape (days,).
    visits:
        Which of them the trial looks at.
    hazards, kept:
        The law, and what it needs of every day.
    seen:
        The course at the visits.
    columns:
        The parameters that may be other ones.
    """

    days: Array
    visits: NDArray[np.intp]
    hazards: Hazards
    kept: tuple[Array, ...]
    seen: Trajectory
    columns: tuple[int, ...]

    @classmethod
    def of(
        cls, model: Model, setting: ArmSetting, parameters: Array, columns: tuple[int, ...]
    ) -> Lived:
        """Return an arm of a trial.

        Parameters
        ----------
        setting:
            The arm, and the times at which the trial looks at it.
        parameters:
            Typical parameters, shape (1, parameters).
        """
        days = np.union1d(setting.times, np.arange(0.0, setting.times[-1], _EVERY))
        course = simulate_arm(model, replace(setting, times=days), parameters)
        visits = np.searchsorted(days, setting.times)
        hazards = hazards_cut_at(model, columns)
        kept = hazards.kept(course)
        return cls(days, visits, hazards, kept, course.only(visits), columns)

    def under(self, factors: Array) -> Trajectory:
        """Return the course at the visits, with fractures as other parameters have them.

        Parameters
        ----------
        factors:
            By how much each of the columns is multiplied, shape (columns,).
        """
        parameters = self.seen.parameters.copy()
        parameters[:, self.columns] *= factors
        states = self.seen.states.copy()
        found = self.hazards.count(self.kept, parameters)
        for kind, hazard in zip(KINDS, found, strict=True):
            place = self.seen.model.states.index(Key(f"{kind}_so_far"))
            states[:, :, place] = self._sum(hazard)
        return replace(self.seen, states=states, parameters=parameters)

    def _sum(self, hazard: Array) -> Array:
        steps = 0.5 * (hazard[:, 1:] + hazard[:, :-1]) * np.diff(self.days)
        summed = np.concatenate([np.zeros((len(hazard), 1)), np.cumsum(steps, axis=1)], axis=1)
        return np.asarray(summed[:, self.visits])


def setting_of(trial: Trial, arm: str, people: int, seed: int) -> ArmSetting:
    """Return an arm at the times at which its trial looks at it."""
    return ArmSetting(trial, arm, people, observed_times(trial), seed)
