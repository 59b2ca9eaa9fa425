"""The question a fit asks: which rows, how far each is trusted, and what is believed beforehand.

    misfit = sum ((predicted - observed) / trust)^2 + sum (log(value / prior) / prior spread)^2

Only rows whose role is calibration are read, and of them none with low or recalled confidence and
none of fractures or falls, which follow from what is fitted. The validation rows are gone before a
problem exists: the loader takes them off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from osteon.errors import ParameterError
from osteon.evidence.library import refuse_validation
from osteon.language.endpoints import EVENTS
from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.people.arm import ArmSetting, observed_times, simulate_arm
from osteon.people.statistic import individual_values, summary_of
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
_MODEL_ERROR = {"bmd": 0.5, "markers": 8.0}
_UNREPORTED_ERROR = {"bmd": 0.6, "markers": 6.0}


@dataclass(frozen=True)
class Target:
    """One observation that a fit reads, with how far it is trusted (standard deviation)."""

    trial: Trial
    observation: Observation
    trust: float


@dataclass(frozen=True)
class Problem:
    """A model, the rows to be met, and the parameters that may move.

    Attributes
    ----------
    free:
        Names of the parameters that may move, all with an uncertainty.
    people:
        Simulated people per arm.
    """

    model: Model
    trials: tuple[Trial, ...]
    free: tuple[str, ...]
    people: int = 64
    seed: int = 1

    def __post_init__(self) -> None:
        for trial in self.trials:
            for observation in trial.observations:
                refuse_validation(trial.trial, trial.role_of(observation))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return the rows that are fitted."""
        return tuple(
            Target(trial, observation, _trust(observation))
            for trial in self.trials
            for observation in trial.observations
            if observation.confidence not in ("low", "memory")
            and observation.endpoint not in EVENTS
        )

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Return where the free parameters stand."""
        return tuple(self.model.table.column(name) for name in self.free)

    @cached_property
    def prior_spread(self) -> Array:
        """Return the standard deviation of the logarithm of each free parameter beforehand."""
        spreads = [self.model.table.parameter(name).uncertainty for name in self.free]
        known = [spread.log_sd for spread in spreads if spread and spread.log_sd]
        if len(known) < len(self.free):
            raise ParameterError("every fitted parameter needs an uncertainty as log_sd")
        return np.array(known)

    def parameters(self, moved: Array) -> Array:
        """Return full parameter rows from moves in units of the prior spread, (sets, free)."""
        rows = np.tile(np.array(self.model.table.values), (len(moved), 1))
        rows[:, self.columns] *= np.exp(moved * self.prior_spread)
        return rows

    def predict(self, moved: Array) -> Array:
        """Return what each target would be under each set of moves, (sets, targets)."""
        parameters = self.parameters(moved)
        arms: dict[tuple[str, str], Trajectory] = {}
        columns = [self._target(target, parameters, arms) for target in self.targets]
        return np.stack(columns, axis=1)

    def residuals(self, moved: Array) -> Array:
        """Return misfits in units of trust, then moves in units of prior, (sets, ...)."""
        observed = np.array([target.observation.value for target in self.targets])
        trust = np.array([target.trust for target in self.targets])
        return np.hstack([(self.predict(moved) - observed) / trust, moved])

    def _target(
        self, target: Target, parameters: Array, arms: dict[tuple[str, str], Trajectory]
    ) -> Array:
        observation = target.observation
        value = self._arm(target.trial, observation.arm, observation, parameters, arms)
        if observation.versus is not None:
            value = value - self._arm(
                target.trial, observation.versus, observation, parameters, arms
            )
        return value

    def _arm(
        self,
        trial: Trial,
        arm: str,
        observation: Observation,
        parameters: Array,
        arms: dict[tuple[str, str], Trajectory],
    ) -> Array:
        key = (trial.trial, arm)
        if key not in arms:
            setting = ArmSetting(trial, arm, self.people, observed_times(trial), self.seed)
            arms[key] = simulate_arm(self.model, setting, parameters, len(parameters))
        people = individual_values(arms[key], observation).reshape(len(parameters), -1)
        return summary_of(people, observation.statistic)


def _trust(observation: Observation) -> float:
    """Return the standard error of a row, with what the model cannot say added to it."""
    group = "bmd" if observation.endpoint.startswith("bmd_") else "markers"
    if observation.se is not None:
        error = observation.se
    elif observation.ci is not None:
        error = (observation.ci.high - observation.ci.low) / (2 * 1.96)
    else:
        error = _UNREPORTED_ERROR[group]
    return float(np.hypot(error, _MODEL_ERROR[group]))


def trials_from(paths: Sequence[object]) -> tuple[Trial, ...]:
    """Return the trials of some files with their calibration rows alone; without any, none."""
    read = (calibration_rows_only(Trial.read(str(path))) for path in paths)
    return tuple(trial for trial in read if trial.observations)


def calibration_rows_only(trial: Trial) -> Trial:
    """Return a trial without every row that is not calibration data."""
    kept = tuple(one for one in trial.observations if trial.role_of(one) == "calibration")
    return trial.model_copy(update={"observations": kept})
