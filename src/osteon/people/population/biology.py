"""From traits to people who can be simulated: their constitution, and the bone they have today."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import poisson

from osteon.model.model import Model
from osteon.people.body_mass import PERIPHERAL, with_body_mass_index, with_weight
from osteon.people.calcidiol_met import with_calcidiol
from osteon.people.cohort import Cohort
from osteon.people.draw import differing, within_bounds
from osteon.people.endpoint import key_of_endpoint
from osteon.people.peak_bone import with_bmd
from osteon.people.plan import Plan
from osteon.people.population.streams import Streams
from osteon.people.population.tables import at_age, women
from osteon.people.population.traits import Traits
from osteon.people.previous_fracture import with_previous_fracture
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.function import FALLS
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
MARKERS = ("ctx", "ntx", "pinp", "bone_alp", "pth", "calcium")
_HABITS = {"smoking": "smoking.habit", "alcohol": "alcohol.drinking"}


def constitution(model: Model, typical: Array, streams: Streams) -> Array:
    """Return parameters of people who differ as people do, shape (people, parameters).

    Parameters
    ----------
    typical:
        Shape (1, parameters).
    """
    factors = differing(model.table, streams.count, streams.normal)
    return within_bounds(model.table, typical * factors)


def embodied(
    model: Model, typical: Array, parameters: Array, traits: Traits, before: Plan
) -> Cohort:
    """Return people with their traits, who have the BMD of their traits at month 0.

    Parameters
    ----------
    typical:
        Parameters of the typical person, shape (1, parameters).
    before:
        What they have done up to month 0.
    """
    cohort = Cohort(model, parameters, traits.age)
    cohort = cohort.with_parameter("ovary.menopause_age", traits.menopause_age)
    index = traits.body_mass_index
    usual = at_age("size", "body_mass_index", traits.age)
    spread = women()["size"]["body_mass_index_sd"]
    middle = float(typical[0, model.table.column(PERIPHERAL)])
    cohort = with_body_mass_index(cohort, index, usual, spread, middle)
    cohort = with_weight(cohort, traits.weight)
    cohort = with_previous_fracture(cohort, traits.previous_fracture)
    for name, parameter in _HABITS.items():
        if parameter in model.table.position:
            cohort = cohort.with_parameter(parameter, getattr(traits, name))
    cohort = with_calcidiol(cohort, traits.calcidiol, before.usual)
    calendar = before.calendar(model, cohort.usual_inputs(), 0.0)
    return with_bmd(cohort, lambda _: {site: traits.bmd(site) for site in Site}, calendar)


def today(cohort: Cohort, before: Plan) -> Trajectory:
    """Return people at month 0."""
    calendar = before.calendar(cohort.model, cohort.usual_inputs(), 0.0)
    return cohort.simulate(calendar, np.zeros(1))


def markers_of(seen: Trajectory) -> dict[str, Array]:
    """Return markers, PTH and calcium at month 0, each of shape (people,)."""
    keys = {name: key_of_endpoint(seen.model, name) for name in MARKERS}
    return {name: seen.at(key)[:, 0] for name, key in keys.items() if key is not None}


def falls_last_year(seen: Trajectory, uniform: Array) -> Array:
    """Return how often people fell in the year before month 0, at the rate of month 0."""
    rate = seen[FALLS.name][:, 0] * DAYS_PER_YEAR
    return np.asarray(poisson.ppf(uniform, rate), dtype=float)
