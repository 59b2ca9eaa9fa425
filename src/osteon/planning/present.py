"""The person as she is when a plan begins, many possible times, and what a strategy makes of her.

The members of the ensemble are run once from youth to now, under what she has done (the years
before month 0 are those of her forecast, where one was made), and weighed by what was measured
since. Every strategy is then integrated from the same states, so many can be tried in the time of
one whole life. Steps are taken with a tolerance of 1e-3: against 1e-5 that moves fractures and BMD
by less than 1e-4 of themselves, where a plan tells 0.1 percent points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from osteon.language.strategy import Strategy
from osteon.model.library import standard
from osteon.people.branching import simulate_branches
from osteon.people.cohort import Cohort
from osteon.people.endpoint import key_of_endpoint
from osteon.people.ensemble import ensemble_of
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.people.survival import alive, has_breast_cancer, probability
from osteon.planning.base import Base
from osteon.simulation.solve import solve
from osteon.simulation.trajectory import Trajectory
from osteon.twin.update import update

Array = NDArray[np.float64]
HAZARDS: Final = ("fracture_major_osteoporotic", "fracture_hip")
DENSITIES: Final = ("bmd_lumbar_spine", "bmd_total_hip")
MEASURES: Final = (*HAZARDS, *DENSITIES)
TOLERANCE: Final = 1e-3
_SHOWN = 13
"""Times between now and the horizon at which death takes its part."""


@dataclass(frozen=True, eq=False)
class Present:
    """All members at the beginning of a plan.

    Attributes
    ----------
    base:
        What goes on, and when the plan begins and ends.
    cohort:
        The members.
    states:
        Their states now, shape (members, states).
    weights:
        How much each counts, one in sum.
    notes:
        What measurements have to say about the forecast.
    lived:
        All members from month 0 until now.
    """

    base: Base
    cohort: Cohort
    states: Array
    weights: Array
    notes: tuple[str, ...]
    lived: Trajectory

    def measures(self, strategy: Strategy) -> Array:
        """Return the logarithms of MEASURES at the horizon, shape (members, measures).

        Of fractures it is the hazard from now to the horizon that would make them as probable as
        they are with death as a rival; BMD is that at the horizon.
        """
        model, base = self.cohort.model, self.base
        plan = Plan(base.before, strategy)
        calendar = plan.calendar(model, self.cohort.usual_inputs(), base.horizon)
        times = np.linspace(base.now, base.horizon, _SHOWN)
        starts = np.full(len(self.cohort), base.now)
        people = self.cohort.parameters
        ages = self.cohort.ages + base.now
        living = alive(ages, times - base.now, has_breast_cancer(base.case))
        found = solve(model, self.states, people, starts, calendar, times, TOLERANCE)
        values = []
        for name in MEASURES:
            key = key_of_endpoint(model, name)
            assert key is not None, f"the standard model holds {name}"
            level = found.at(key)
            if name in HAZARDS:
                level = -np.log1p(-probability(level, living))
            elif self.cohort.departure is not None and key.site is not None:
                start = self.lived.at(key)[:, 0]
                level = self.cohort.departure.on(level, start, times, key.site)
            values.append(level[:, -1])
        return np.asarray(np.log(np.maximum(np.stack(values, axis=1), 1e-12)))


def present_of(base: Base, members: int, seed: int) -> Present:
    """Return the members of a person's ensemble as they are when a plan begins."""
    model, case = standard(), base.case
    cohort = ensemble_of(model, current_layer(), case.person, case.usual, members, seed)
    followed = next(iter(case.strategies))
    plan = Plan(case.usual, case.treatment_of(followed))
    times = np.unique([0.0, base.now, *(visit.time for visit in case.measurements)])
    calendar = plan.calendar(model, cohort.usual_inputs(), float(times[-1]))
    lived = simulate_branches(cohort, {followed: calendar}, times)[followed]
    known = update(case, followed, lived, cohort.departure)
    now = int(np.searchsorted(times, base.now))
    return Present(base, cohort, lived.states[:, now], known.weights, known.notes, lived)
