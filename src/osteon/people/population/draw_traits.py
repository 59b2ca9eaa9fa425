"""Draw the traits of people: by age as tables have them, together as they go together.

    age           as stated, or as women of a range of ages are alive
    menopause     51 years on average, earlier in smokers
    weight        lognormal by age; height goes with it
    BMD           by age, with weight and age at menopause; as stated where T-scores are
    habits        by age
    calcidiol     its square root is normal
    fracture      before: more where BMD of the neck is low for the age

What a trial states of its population stands in place of the tables.
Leaves out: that calcidiol, kidney function and habits go together with the rest beyond age.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from osteon.errors import InputError
from osteon.language import amounts
from osteon.language.population import Between, Eligible, Limits, Population
from osteon.language.quantity import Measured
from osteon.people.ensemble import USUAL_MENOPAUSE_AGE
from osteon.people.participants import (
    EARLIEST_MENOPAUSE,
    LATEST_MENOPAUSE,
    MENOPAUSE_AGE_SD,
    USUAL_AGE_SD,
    ages_of,
)
from osteon.people.population import body, habits
from osteon.people.population.before_the_cut import before_the_cut
from osteon.people.population.densities import densities, usual_t_score_sd
from osteon.people.population.streams import Streams
from osteon.people.population.tables import together, women
from osteon.people.population.traits import Traits
from osteon.people.survival import alive
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
Range = tuple[float, float]


def draw_traits(
    population: Population, eligible: Eligible, between: Range | None, streams: Streams
) -> Traits:
    """Return the traits of people, eligible or not.

    Parameters
    ----------
    between:
        Ages in days, where women of a range of ages are meant as they live; None: as stated.
    """
    normal = np.stack([streams.normal("age"), streams.normal("menopause")], axis=1)
    population = _among_all(population, eligible)
    if between is None:
        age = ages_of(population, normal)[0]
    else:
        age = _alive_between(between, streams.uniform("age"))
    smoking = habits.smoking(age, streams.uniform("smoking"))
    late = normal[:, 1] + habits.later_menopause(smoking)
    if between is None:
        sign = 1.0 if population.years_since_menopause is None else -1.0
        menopause_age = ages_of(population, np.stack([normal[:, 0], sign * late], axis=1))[1]
    else:
        menopause_age = USUAL_MENOPAUSE_AGE + MENOPAUSE_AGE_SD * late
        menopause_age = np.clip(menopause_age, EARLIEST_MENOPAUSE, LATEST_MENOPAUSE)
    heavy = streams.normal("weight")
    bmd, deviates = densities(population, age, np.stack([heavy, late]), streams)
    return Traits(
        age=age,
        menopause_age=menopause_age,
        weight=body.weight(population, age, heavy),
        height=body.height(population, age, heavy, streams.normal("height")),
        **{str(site): density for site, density in bmd.items()},
        calcidiol=body.calcidiol(population, age, streams.normal("calcidiol")),
        egfr=body.kidney_function(age, streams.normal("kidneys")),
        smoking=smoking,
        alcohol=habits.alcohol(age, streams.uniform("alcohol")),
        previous_fracture=_fracture(
            population, age, deviates[Site.FEMORAL_NECK], streams.normal("previous fracture")
        ),
    )


def _among_all(population: Population, eligible: Eligible) -> Population:
    """Return a trial's population as it was before only the eligible were let in.

    Raises
    ------
    InputError
        If a mean is that of people who may not take part.
    """
    changed: dict[str, object] = {}
    for name, amount, usual_sd in (
        ("age", amounts.AGE, USUAL_AGE_SD),
        ("weight", amounts.WEIGHT, body.USUAL_WEIGHT_SD),
    ):
        stated = getattr(population, name)
        if stated is not None:
            changed[name] = _uncut(name, amount, stated, usual_sd, getattr(eligible, name))
    scores = {
        str(site): _uncut(str(site), amounts.T_SCORE, stated, usual_t_score_sd(site), limits)
        for site in Site
        for limits in (getattr(eligible.t_score, site),)
        if (stated := getattr(population.t_score, site)) is not None
    }
    changed["t_score"] = population.t_score.model_copy(update=scores)
    return population.model_copy(update=changed)


def _uncut(name: str, amount: Measured, stated: Any, usual_sd: float, limits: Limits | None) -> Any:
    if limits is not None and not limits.low < stated.mean < limits.high:
        raise InputError(
            f"'{name}' has a mean of {amount.write(stated.mean)} in the population, but is "
            f"{Between(amount).write(limits)} in those who may take part; the mean is that of the "
            "people who take part"
        )
    mean, sd = before_the_cut(stated.mean, stated.sd, usual_sd, limits)
    return stated.model_copy(update={"mean": mean, "sd": sd})


def _alive_between(between: Range, uniform: Array) -> Array:
    """Return ages of women between two ages, as many of each age as are alive."""
    grid = np.linspace(*between, 400)
    living = alive(np.zeros(1), grid, breast_cancer=False)[0]
    steps = 0.5 * (living[1:] + living[:-1]) * np.diff(grid)
    so_far = np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(np.interp(uniform * so_far[-1], so_far, grid))


def _fracture(population: Population, age: Array, low: Array, own: Array) -> Array:
    """Return one for people who have had a fracture.

    Parameters
    ----------
    low:
        Normal deviates of BMD of the neck.
    """
    number = women()["previous_fracture"]
    if population.previous_fracture is None:
        years = age / DAYS_PER_YEAR - number["at"]
        threshold = ndtri(number["share"] / 100.0) + number["rise"] * years
    else:
        threshold = np.full_like(age, ndtri(population.previous_fracture))
    shared = together()["previous_fracture"]
    proof = -shared * low + np.sqrt(1.0 - shared**2) * own
    return np.asarray(proof < threshold, dtype=float)
