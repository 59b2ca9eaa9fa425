"""What is timed: people on anastrozole for five of ten years, monthly output."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.library import standard
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.draw import typical, vary_between_people
from osteon.people.layer import current_layer
from osteon.simulation.calendar import Calendar, Span
from osteon.simulation.solve import reference_of, solve
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

Array = NDArray[np.float64]
DECADE = np.arange(0, 121) * DAYS_PER_MONTH


@dataclass(frozen=True)
class Workload:
    """People at month 0, ready for ten years.

    Attributes
    ----------
    begin:
        States at month 0, shape (people, states).
    calendar:
        Anastrozole from month 0 to 60, risedronate from month 24 to 60.
    """

    model: Model
    parameters: Array
    begin: Array
    calendar: Calendar

    @property
    def starts(self) -> Array:
        """Return month 0 for everyone."""
        return np.zeros(len(self.begin))

    def first(self, count: int) -> Workload:
        """Return the first `count` people."""
        return Workload(self.model, self.parameters[:count], self.begin[:count], self.calendar)


def workload(people: int, seed: int = 1) -> Workload:
    """Return different women of about 62 years, run in from before menopause."""
    model = standard()
    rng = np.random.Generator(np.random.PCG64(seed))
    parameters = typical(model.table, current_layer(), people)
    parameters *= vary_between_people(model.table, people, seed)
    menopause = rng.normal(51, 3, people) * DAYS_PER_YEAR
    parameters[:, model.table.column("ovary.menopause_age")] = menopause
    states, inputs = reference_of(model, parameters)
    living = Span(Key("aging"), 1.0, -np.inf, np.inf)
    anastrozole = Span(Key("anastrozole_dose"), 1.0, 0.0, 5 * DAYS_PER_YEAR)
    risedronate = Span(Key("risedronate_dose"), 5.0, 2 * DAYS_PER_YEAR, 5 * DAYS_PER_YEAR)
    calendar = Calendar.of(model, inputs, [living, anastrozole, risedronate])
    starts = states[:, model.states.index(Key("age"))] - 62 * DAYS_PER_YEAR
    today = solve(model, states, parameters, starts, calendar, np.array([0.0]), 1e-10)
    return Workload(model, parameters, today.states[:, 0], calendar)
