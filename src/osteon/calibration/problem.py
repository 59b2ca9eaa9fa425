"""The question a fit asks: which rows, how far each is trusted, and what is believed beforehand.

    misfit = sum ((predicted - observed) / trust)^2 + sum (log(value / prior) / prior spread)^2

A prior spread is wider than the uncertainty that is written beside a number (`UNDERSTATED`): that
is how well it was measured where it was, in cells, in mice, in other women.

Only rows whose role is calibration are read, and of them none with low or recalled confidence and
none of fractures or falls, which follow from what is fitted. The validation rows are gone before a
problem exists: the loader takes them off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import hypot

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.arms import Arms
from osteon.errors import ParameterError
from osteon.evidence.library import refuse_validation
from osteon.language.endpoints import EVENTS
from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.people.endpoint import key_of_endpoint
from osteon.people.statistic import kind_of

Array = NDArray[np.float64]
_USUAL_ERROR = {"bmd": 0.4, "markers": 6.0, "other": 0.1}
_BETWEEN_ASSAYS = 0.8
"""Estradiol of one serum, by immunoassay or mass spectrometry: Santen 2007 found 13.8 and 5.9."""

UNDERSTATED = 1.4
"""How much wider. Of 1, 1.4 and 2 the rows find the last the likeliest (log evidence -308, -297 and
-293, Laplace approximation), and trials left out are foretold alike (1.37, 1.36 and 1.36 points of
BMD, median 0.74, 0.75 and 0.79): the smallest that takes most of it."""

_MODEL_ERROR = {"bmd": (0.67, 0.08), "markers": (8.0, 0.25), "other": (0.0, 0.2)}


@dataclass(frozen=True)
class Target:
    """One observation that a fit reads."""

    trial: Trial
    observation: Observation

    @property
    def kind(self) -> str:
        """Return the kind of the row: 'bmd', 'markers' or 'other'."""
        return kind_of(self.observation)

    @property
    def observed(self) -> float:
        """Return what was observed, on the scale of the fit."""
        return self.observation.value

    @property
    def sampling(self) -> float:
        """Return the standard error of the observation, as reported or as is usual."""
        if self.observation.se is not None:
            return self.observation.se
        if self.observation.ci is not None:
            return (self.observation.ci.high - self.observation.ci.low) / (2 * 1.96)
        if self.kind == "other":
            return _USUAL_ERROR["other"] * abs(self.observation.value)
        return _USUAL_ERROR[self.kind]

    @property
    def trust(self) -> float:
        """Return how far the row is trusted: its error with what no model can say added to it.

        A share of the value; of a marker that falls, at most of what is left of it.
        """
        fixed, share = _MODEL_ERROR[self.kind]
        size = abs(self.observation.value)
        if self.observation.kind == "level" and self.observation.endpoint == "estradiol":
            share = _BETWEEN_ASSAYS
        if self.kind == "markers" and self.observation.value < 0.0:
            size = min(size, 100.0 + self.observation.value)
        return hypot(self.sampling, fixed, share * size)


@dataclass(frozen=True)
class Problem:
    """A model, the rows to be met, and the parameters that may move.

    Attributes
    ----------
    free:
        Names of the parameters that may move, all with an uncertainty.
    people:
        Simulated people per arm.
    few:
        How many of them are enough to see what a small move of the parameters changes.
    """

    model: Model
    trials: tuple[Trial, ...]
    free: tuple[str, ...]
    people: int = 128
    few: int = 32
    seed: int = 1

    def __post_init__(self) -> None:
        for trial in self.trials:
            for observation in trial.observations:
                refuse_validation(trial.trial, trial.role_of(observation))

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return the rows that are fitted."""
        return tuple(
            Target(trial, observation)
            for trial in self.trials
            for observation in trial.observations
            if self._answerable(trial, observation)
        )

    @cached_property
    def of_few(self) -> Problem:
        """Return the same question asked of few people."""
        return replace(self, people=min(self.few, self.people))

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Return where the free parameters stand."""
        return tuple(self.model.table.column(name) for name in self.free)

    @cached_property
    def prior_spread(self) -> Array:
        """Return the standard deviation of the logarithm of each free parameter beforehand.

        `UNDERSTATED` times what stands beside it.
        """
        spreads = [self.model.table.parameter(name).uncertainty for name in self.free]
        known = [spread.log_sd for spread in spreads if spread and spread.log_sd]
        if len(known) < len(self.free):
            raise ParameterError("every fitted parameter needs an uncertainty as log_sd")
        return UNDERSTATED * np.array(known)

    def parameters(self, moved: Array) -> Array:
        """Return full parameter rows from moves in units of the prior spread, (sets, free)."""
        rows = np.tile(np.array(self.model.table.values), (len(moved), 1))
        rows[:, self.columns] *= np.exp(moved * self.prior_spread)
        return rows

    def _answerable(self, trial: Trial, observation: Observation) -> bool:
        """Return whether a row is fitted: simulated in people, and seen in print."""
        return (
            observation.endpoint not in EVENTS
            and observation.confidence not in ("low", "memory")
            and trial.problem_of(observation) is None
            and key_of_endpoint(self.model, observation.endpoint) is not None
        )

    def predict(self, moved: Array, progress: Callable[[float], None] | None = None) -> Array:
        """Return what each target would be under each set of moves, (sets, targets).

        Parameters
        ----------
        progress:
            Told which share of the trials is done, after each.
        """
        parameters = self.parameters(moved)
        columns: list[Array] = []
        for done, trial in enumerate(self.trials, start=1):
            arms = Arms(self.model, trial, parameters, self.people, self.seed)
            columns += [
                arms.predicted(target.observation)
                for target in self.targets
                if target.trial is trial
            ]
            if progress is not None:
                progress(done / len(self.trials))
        return np.stack(columns, axis=1)

    def residuals(self, moved: Array, progress: Callable[[float], None] | None = None) -> Array:
        """Return misfits in units of trust, then moves in units of prior, (sets, ...)."""
        observed = np.array([target.observed for target in self.targets])
        trust = np.array([target.trust for target in self.targets])
        return np.hstack([(self.predict(moved, progress) - observed) / trust, moved])


def uncertain_parameters(model: Model) -> tuple[str, ...]:
    """Return all parameters whose typical value is positive and uncertain."""
    return tuple(
        name
        for name in model.table.columns
        if (spread := model.table.parameter(name).uncertainty) and spread.log_sd
    )


def trials_from(paths: Sequence[object]) -> tuple[Trial, ...]:
    """Return the trials of some files with their calibration rows alone; without any, none."""
    read = (calibration_rows_only(Trial.read(str(path))) for path in paths)
    return tuple(trial for trial in read if trial.observations)


def calibration_rows_only(trial: Trial) -> Trial:
    """Return a trial without every row that is not calibration data."""
    kept = tuple(one for one in trial.observations if trial.role_of(one) == "calibration")
    return trial.model_copy(update={"observations": kept})
