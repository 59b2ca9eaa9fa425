"""Whether measurements go together in simulated people as in the people of published cohorts.

Everyone is measured with the error of a trial, many times over, and the correlation is taken:

    z = atanh(correlation)       difference of z, simulated less published, over
    sqrt(1 / (n_published - 3) + 1 / (n_simulated - 3))         (Fisher)

One measurement that stands in both changes, as a visit that ends the one and begins the other, has
the same error in both.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import InputError
from osteon.evidence.library import relation_files
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.draw import typical
from osteon.people.endpoint import key_of_endpoint
from osteon.people.measurement_error import error_in_trials
from osteon.simulation.trajectory import Trajectory
from osteon.validation.relation import Cohort, Measured, Relation

Array = NDArray[np.float64]
PEOPLE = 300
_TIMES_MEASURED = 40
_TOLERANCE = 1e-4
_SEED = 1
_CENTRAL_95 = 1.96


@dataclass(frozen=True)
class Found:
    """One relation, and what simulated people show of it.

    Attributes
    ----------
    correlation, without_error:
        As measured, and as it would be if nothing were measured with error.
    people:
        How many were simulated.
    """

    relation: Relation
    correlation: float
    without_error: float
    people: int

    @property
    def off(self) -> float:
        """Return how far it is from the published one, in standard errors of the difference."""
        spread = math.sqrt(1 / (self.relation.people - 3) + 1 / (self.people - 3))
        return (math.atanh(self.correlation) - math.atanh(self.relation.correlation)) / spread

    @property
    def met(self) -> bool:
        """Return whether it has the published sign and size, within the 95 % interval."""
        same_sign = self.correlation * self.relation.correlation > 0
        return same_sign and abs(self.off) <= _CENTRAL_95


def cohorts() -> tuple[Cohort, ...]:
    """Return the cohorts that come with osteon."""
    return tuple(Cohort.read(file) for file in relation_files())


def relate(
    model: Model, layer: Layer | None, cohort: Cohort, people: int = PEOPLE
) -> Iterator[Found]:
    """Yield what simulated people show of every relation of a cohort."""
    lived: dict[str, Trajectory] = {}
    for relation in cohort.relations:
        arm = relation.arm
        if arm not in lived:
            times = np.array(cohort.days(arm))
            setting = ArmSetting(cohort.trial, arm, people, times, _SEED, _TOLERANCE)
            lived[arm] = simulate_arm(model, setting, typical(model.table, layer, 1))
        exact = _correlation(_Visits(lived[arm], None), relation)
        chance = np.random.default_rng(_SEED)
        seen = [_correlation(_Visits(lived[arm], chance), relation) for _ in range(_TIMES_MEASURED)]
        yield Found(relation, float(np.mean(seen)), exact, people)


class _Visits:
    """What is measured of everybody, the same at one visit whoever asks."""

    def __init__(self, lived: Trajectory, chance: np.random.Generator | None) -> None:
        self._lived, self._chance = lived, chance
        self._seen: dict[tuple[str, float], Array] = {}

    def __getitem__(self, measured: Measured) -> Array:
        """Return the logarithm of a level, or its change."""
        now, *since = (self._at(measured.endpoint, time) for time in measured.times)
        return now - since[0] if since else now

    def _at(self, endpoint: str, time: float) -> Array:
        if (endpoint, time) not in self._seen:
            key = key_of_endpoint(self._lived.model, endpoint)
            if key is None:
                raise InputError(f"the model has no '{endpoint}' yet")
            place = int(np.argmin(np.abs(self._lived.times - time)))
            level = np.log(self._lived.at(key)[:, place])
            if self._chance is not None:
                error = error_in_trials(endpoint) or 0.0
                level = level + error * self._chance.standard_normal(len(level))
            self._seen[endpoint, time] = level
        return self._seen[endpoint, time]


def _correlation(visits: _Visits, relation: Relation) -> float:
    return float(np.corrcoef(visits[relation.one], visits[relation.other])[0, 1])
