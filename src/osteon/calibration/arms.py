"""The arms of a trial under many parameter sets, none simulated twice.

Sets that differ only in the parameters of drugs that an arm does not take give the same arm: they
are simulated once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.interventions.drug import Drug
from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.people.arm import ArmSetting, observed_times, simulate_arm
from osteon.people.estimate import estimate_of
from osteon.people.statistic import individual_values
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
TOLERANCE = 3e-4


@dataclass(frozen=True, eq=False)
class Arms:
    """The arms of one trial, simulated when first asked for.

    Attributes
    ----------
    parameters:
        Full parameter rows, shape (sets, parameters).
    people:
        Simulated people in an arm.
    """

    model: Model
    trial: Trial
    parameters: Array
    people: int
    seed: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", {})

    def predicted(self, observation: Observation) -> Array:
        """Return what an observation would be under each set, shape (sets,)."""
        names = [observation.arm] + ([observation.versus] if observation.versus else [])
        return estimate_of(observation).of([self.values(name, observation) for name in names])

    def values(self, arm: str, observation: Observation) -> Array:
        """Return what is observed in each simulated person, shape (sets, people)."""
        trajectory, which = self._arm(arm)
        people = individual_values(trajectory, observation).reshape(-1, self.people)
        return people[which]

    def _arm(self, name: str) -> tuple[Trajectory, NDArray[np.intp]]:
        known: dict[str, tuple[Trajectory, NDArray[np.intp]]] = vars(self)["_known"]
        if name not in known:
            some, which = self._distinct(name)
            times = observed_times(self.trial)
            setting = ArmSetting(self.trial, name, self.people, times, self.seed, TOLERANCE)
            known[name] = simulate_arm(self.model, setting, some, len(some)), which
        return known[name]

    def _distinct(self, name: str) -> tuple[Array, NDArray[np.intp]]:
        """Return the sets that differ for this arm, and which of them each set is."""
        treatment = self.trial.treatment_of(name)
        taken = {course.drug for course in (*self.trial.usual.drugs, *treatment.drugs)}
        taken |= {rule.give.drug for rule in treatment.rules}
        absent = {
            one.name for one in self.model.mechanisms if isinstance(one, Drug)
            if one.drug not in taken
        }  # fmt: skip
        matters = [
            column
            for column, full in enumerate(self.model.table.columns)
            if full.partition(".")[0] not in absent
        ]
        _, first, which = np.unique(
            self.parameters[:, matters], axis=0, return_index=True, return_inverse=True
        )
        return self.parameters[first], which.reshape(-1)
