"""The people of a trial: ages and times since menopause drawn as the trial reports them.

The same seed draws the same people for every arm and every set of parameters, so that arms differ
by treatment alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import qmc

from osteon.language.population import Population
from osteon.model.model import Model
from osteon.people.body_mass import with_body_mass
from osteon.people.cohort import Cohort
from osteon.people.ensemble import USUAL_MENOPAUSE_AGE
from osteon.people.men import as_men
from osteon.people.reference_bmd import bmd_from_t_score, young_sd
from osteon.people.unmeasured_site import expected_bmd
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_USUAL_AGE = 62 * DAYS_PER_YEAR
USUAL_AGE_SD = 7 * DAYS_PER_YEAR
MENOPAUSE_AGE_SD = 4 * DAYS_PER_YEAR
_YOUNGEST, _OLDEST = 20 * DAYS_PER_YEAR, 100 * DAYS_PER_YEAR
EARLIEST_MENOPAUSE, LATEST_MENOPAUSE = 35 * DAYS_PER_YEAR, 60 * DAYS_PER_YEAR
_PREMENOPAUSAL_BELOW = 46 * DAYS_PER_YEAR


def participants(
    model: Model, population: Population, parameters: Array, seed: int, count: int | None = None
) -> Cohort:
    """Return a cohort like a trial's population.

    Parameters
    ----------
    parameters:
        One row for each person; several times as many rows as people are the same people under
        different parameters, groups of `count` rows each.
    count:
        How many people there are; None: one for each row.
    """
    count = len(parameters) if count is None else count
    groups = len(parameters) // count
    normal = ndtri(qmc.Sobol(2, seed=seed).random(1 << max(count - 1, 1).bit_length())[:count])
    return _like(model, population, parameters, np.tile(normal, (groups, 1)))


def typical_participant(model: Model, population: Population, parameters: Array) -> Cohort:
    """Return the one person who is as old, as heavy and as long past menopause as the mean.

    Parameters
    ----------
    parameters:
        Her parameters but for what the population says, shape (1, parameters).
    """
    return _like(model, population, parameters, np.zeros((1, 2)))


def _like(model: Model, population: Population, parameters: Array, normal: Array) -> Cohort:
    """Return people who lie so far out in age and menopause (standard normal, people by two)."""
    ages, menopause = ages_of(population, normal)
    cohort = Cohort(model, parameters, ages).with_parameter("ovary.menopause_age", menopause)
    if population.sex == "male":
        cohort = as_men(cohort)
    weight = None if population.weight is None else population.weight.mean
    height = None if population.height is None else population.height.mean
    return with_body_mass(cohort, weight, height, population.sex)


def baseline_bmd(
    population: Population, today: Mapping[Site, Array], count: int
) -> dict[Site, Array]:
    """Return the BMD (g/cm2) of everyone at month 0 by the trial's T-scores (Hologic).

    Within each group of `count` people they lie as far apart, and in the same order, as simulated.
    Sites that the trial does not mention follow the best related one; without any it is empty.

    Parameters
    ----------
    today:
        Simulated BMD at month 0 by site, shape (people,).
    """
    target: dict[Site, Array] = {}
    for site in Site:
        stated = getattr(population.t_score, site)
        if stated is None:
            continue
        wanted = bmd_from_t_score(stated.mean, site, "hologic")
        spread = young_sd(site, "hologic") * (1.0 if stated.sd is None else stated.sd)
        simulated = today[site].reshape(-1, count)
        relative = simulated - simulated.mean(axis=1, keepdims=True)
        relative /= np.maximum(simulated.std(axis=1, keepdims=True), 1e-9)
        target[site] = np.maximum(wanted + spread * relative, 0.3).reshape(-1)
    if not target:
        return {}
    return {
        site: target[site] if site in target else expected_bmd(site, today, target) for site in Site
    }


def ages_of(population: Population, normal: Array) -> tuple[Array, Array]:
    """Return ages at month 0 and ages at menopause, days.

    Parameters
    ----------
    normal:
        Standard normal numbers, shape (people, 2): the first says who is old; the second who is
        long past menopause for her age where that is stated, else whose menopause is late.
    """
    stated = population.age
    mean = _USUAL_AGE if stated is None else stated.mean
    sd = USUAL_AGE_SD if stated is None or stated.sd is None else stated.sd
    since = population.years_since_menopause
    if stated is None and since is not None:
        mean = USUAL_MENOPAUSE_AGE + since.mean
    ages = np.clip(mean + sd * normal[:, 0], _YOUNGEST, _OLDEST)
    if since is not None:
        spread = 0.5 * abs(since.mean) if since.sd is None else since.sd
        together = _correlation(sd, spread)
        own = together * normal[:, 0] + np.sqrt(1.0 - together**2) * normal[:, 1]
        passed = since.mean + spread * own
        if since.mean <= 0:
            return ages, ages - passed
        menopause = np.clip(ages - passed, EARLIEST_MENOPAUSE, LATEST_MENOPAUSE)
        return ages, np.minimum(menopause, ages - 0.5 * DAYS_PER_YEAR)
    menopause = USUAL_MENOPAUSE_AGE + MENOPAUSE_AGE_SD * normal[:, 1]
    menopause = np.clip(menopause, EARLIEST_MENOPAUSE, LATEST_MENOPAUSE)
    if population.premenopausal or mean < _PREMENOPAUSAL_BELOW:
        return ages, np.maximum(menopause, ages + DAYS_PER_YEAR)
    return ages, np.minimum(menopause, ages - DAYS_PER_YEAR)


def _correlation(age_sd: float, since_sd: float) -> float:
    """Return how age and years since menopause correlate if menopause spreads as usual."""
    if not age_sd or not since_sd:
        return 0.0
    shared = (age_sd**2 + since_sd**2 - MENOPAUSE_AGE_SD**2) / (2.0 * age_sd * since_sd)
    return float(np.clip(shared, 0.0, 0.95))
