"""One outcome of a person under one strategy, for as many versions of her as asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.errors import UnknownNameError
from osteon.language.case import Case
from osteon.language.endpoints import EVENTS, LEVELS
from osteon.model.model import Model
from osteon.people.draw import Draws
from osteon.people.endpoint import key_of_endpoint
from osteon.people.ensemble import ensemble_from
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.people.survival import alive, has_breast_cancer, probability
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]
_BATCH = 2048
_BETWEEN_HAZARDS = 3.0


@dataclass(frozen=True)
class Forecasted:
    """What is asked of a case.

    Attributes
    ----------
    outcome:
        An endpoint: percent change since month 0; of a fracture its probability, in percent.
    month:
        When.
    """

    model: Model
    case: Case
    strategy: str
    outcome: str
    month: float

    def __post_init__(self) -> None:
        known = [name for name in (*LEVELS, *EVENTS) if name != "falls" and self._has(name)]
        if self.outcome not in known:
            raise UnknownNameError.of("outcome", self.outcome, known)

    @property
    def unit(self) -> str:
        """Return what the values are."""
        return "%" if self.outcome in EVENTS else "% since month 0"

    def values(self, draws: Draws) -> Array:
        """Return the outcome of every member, shape (members,)."""
        places = np.arange(len(draws.people))
        parts = [
            self._some(draws.taken(places[begin : begin + _BATCH]))
            for begin in range(0, len(places), _BATCH)
        ]
        return np.concatenate(parts)

    def _some(self, draws: Draws) -> Array:
        case = self.case
        cohort = ensemble_from(self.model, current_layer(), case.person, case.usual, draws)
        plan = Plan(case.usual, case.treatment_of(self.strategy))
        event = self.outcome in EVENTS
        between = np.arange(0.0, self.month, _BETWEEN_HAZARDS if event else self.month)
        times = DAYS_PER_MONTH * np.append(between, self.month)
        calendar = plan.calendar(self.model, cohort.usual_inputs(), float(times[-1]))
        lived = cohort.simulate(calendar, times)
        key = key_of_endpoint(self.model, self.outcome)
        assert key is not None
        values = lived.at(key)
        if not event:
            return np.asarray(100.0 * (values[:, -1] / values[:, 0] - 1.0))
        living = alive(lived["age"][:, 0], times, has_breast_cancer(case))
        return np.asarray(100.0 * probability(values, living)[:, -1])

    def _has(self, name: str) -> bool:
        return key_of_endpoint(self.model, name) is not None
