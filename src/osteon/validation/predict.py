"""Predict every row of a trial, with an interval made of what is not known and of sampling.

point      statistic of the simulated people under the typical parameters
knowledge  standard deviation of that statistic over draws of the parameters
sampling   spread between people and measurement error, over the root of the number of participants;
           of fractures and falls, what the number of events to be expected leaves to chance
discrepancy  how far rows of the kind are off although nothing is wrong but the model: trials of one
             drug differ by as much among themselves (kept in the layer)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import OsteonError
from osteon.language.observation import Observation
from osteon.language.trial import Trial
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.arm import ArmSetting, observed_times, simulate_arm
from osteon.people.draw import typical, vary_by_knowledge
from osteon.people.estimate import estimate_of
from osteon.people.statistic import error_of_change, individual_values, kind_of, one_percent
from osteon.simulation.trajectory import Trajectory
from osteon.validation.reported_sd import reported_sd

Array = NDArray[np.float64]
_USUAL_ARM = 100


@dataclass(frozen=True)
class Effort:
    """How many people and draws a prediction is made of.

    Attributes
    ----------
    people:
        Simulated people per arm for the point.
    draws:
        Draws of the parameters.
    people_per_draw:
        Simulated people in each draw.
    """

    people: int = 256
    draws: int = 100
    people_per_draw: int = 16


@dataclass(frozen=True)
class Row:
    """One observation beside its prediction, or beside the `problem` that kept it from one.

    Where a change was observed, `predicted_sd` says how it differs between people as measured, and
    `reported_sd` what the trial says of that.
    """

    trial: str
    role: str | None
    observation: Observation
    predicted: float | None = None
    predicted_low: float | None = None
    predicted_high: float | None = None
    problem: str | None = None
    predicted_sd: float | None = None
    reported_sd: float | None = None

    @property
    def error(self) -> float | None:
        """Return predicted minus observed."""
        return None if self.predicted is None else self.predicted - self.observation.value


def predict(
    model: Model, layer: Layer | None, trial: Trial, effort: Effort | None = None, seed: int = 1
) -> tuple[Row, ...]:
    """Return one row for every observation of a trial, none dropped."""
    simulated = _Simulated(model, layer, trial, effort or Effort(), seed)
    return tuple(_rows(simulated, trial))


def _rows(simulated: _Simulated, trial: Trial) -> Iterator[Row]:
    for observation in trial.observations:
        role = trial.role_of(observation)
        if (problem := trial.problem_of(observation)) is not None:
            yield Row(trial.trial, role, observation, problem=problem)
            continue
        try:
            point, low, high = _point_and_interval(simulated, observation)
            spread = _spread(simulated, observation)
        except OsteonError as fault:
            yield Row(trial.trial, role, observation, problem=str(fault))
            continue
        yield Row(trial.trial, role, observation, point, low, high, None, *spread)


def _spread(simulated: _Simulated, observation: Observation) -> tuple[float | None, float | None]:
    """Return how a measured change differs between people, as predicted and as reported."""
    if observation.kind != "change":
        return None, None
    people = individual_values(simulated.arm(observation.arm)[0], observation)
    predicted = float(np.hypot(people.std(), error_of_change(observation)))
    participants = simulated.trial.arms[observation.arm].participants
    return predicted, reported_sd(observation, participants)


def _point_and_interval(
    simulated: _Simulated, observation: Observation
) -> tuple[float, float, float]:
    estimate = estimate_of(observation)
    names = [observation.arm] + ([observation.versus] if observation.versus else [])
    people, drawn, sizes = [], [], []
    for name in names:
        typical_people, drawn_people = simulated.arm(name)
        people.append(individual_values(typical_people, observation))
        each = individual_values(drawn_people, observation)
        drawn.append(each.reshape(simulated.effort.draws, -1))
        sizes.append(observation.n or simulated.trial.arms[name].participants or _USUAL_ARM)
    point = float(estimate.of(people))
    variance = estimate.sampling(people, sizes)
    known = {} if simulated.layer is None else simulated.layer.discrepancy
    percent = one_percent(simulated.arm(observation.arm)[0], observation)
    if percent is not None and "bmd" in known:
        variance += (percent * known["bmd"].of(point / percent, observation.years)) ** 2
    elif (kind := kind_of(observation)) in known:
        variance += known[kind].of(point, observation.years) ** 2
    return point, *estimate.interval(point, estimate.of(drawn), variance)


class _Simulated:
    """The arms of a trial, each simulated once when first asked for."""

    def __init__(
        self, model: Model, layer: Layer | None, trial: Trial, effort: Effort, seed: int
    ) -> None:
        self.model, self.layer, self.trial = model, layer, trial
        self.effort, self.seed = effort, seed
        self._arms: dict[str, tuple[Trajectory, Trajectory] | OsteonError] = {}

    def arm(self, name: str) -> tuple[Trajectory, Trajectory]:
        """Return an arm under the typical parameters, and under all draws of them."""
        if name not in self._arms:
            try:
                self._arms[name] = self._simulate(name)
            except OsteonError as fault:
                self._arms[name] = fault
        known = self._arms[name]
        if isinstance(known, OsteonError):
            raise known
        return known

    def _simulate(self, name: str) -> tuple[Trajectory, Trajectory]:
        model, effort = self.model, self.effort
        times = observed_times(self.trial)
        setting = ArmSetting(self.trial, name, effort.people, times, self.seed)
        middle = simulate_arm(model, setting, typical(model.table, self.layer, 1))
        factors = vary_by_knowledge(model.table, self.layer, effort.draws, self.seed)
        drawn = typical(model.table, self.layer, effort.draws) * factors
        few = ArmSetting(self.trial, name, effort.people_per_draw, times, self.seed)
        return middle, simulate_arm(model, few, drawn, effort.draws)
