"""Calcidiol that was measured, in a person or on average in a trial: met at month 0."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.language.population import Population
from osteon.language.strategy import Strategy
from osteon.people.cohort import Cohort

Array = NDArray[np.float64]
_MOST_BY_INTAKE = 0.8
_LEAST = 5.0


def with_calcidiol(cohort: Cohort, measured: float | Array, usual: Strategy) -> Cohort:
    """Return the cohort with the calcidiol (nmol/L) that was measured on the usual intake.

    What sun and stores give is whatever intake leaves to be explained; where intake alone would
    give more than was measured, people answer less to it.
    """
    by_intake = _by_intake(cohort, usual)
    answer = np.minimum(1.0, _MOST_BY_INTAKE * measured / np.maximum(by_intake, 1e-9))
    cohort = cohort.with_parameter("calcidiol.ceiling", answer * _column(cohort, "ceiling"))
    return cohort.with_parameter("calcidiol.basal", measured - answer * by_intake)


def with_population_calcidiol(
    cohort: Cohort, population: Population, usual: Strategy, count: int
) -> Cohort:
    """Return the cohort with the calcidiol that a trial reports of its people, spread like theirs.

    People keep their order: who has more of it than others by nature has more of it here.

    Parameters
    ----------
    count:
        How many people there are; a cohort of several groups is the same people again and again.
    """
    stated = population.calcidiol
    if stated is None:
        return cohort
    usually = _column(cohort, "basal") + _by_intake(cohort, usual)
    groups = usually.reshape(-1, count)
    spread = groups.std(axis=1, keepdims=True)
    relative = (groups - groups.mean(axis=1, keepdims=True)) / np.maximum(spread, 1e-9)
    met = stated.mean + (spread if stated.sd is None else stated.sd) * relative
    return with_calcidiol(cohort, np.maximum(met, _LEAST).reshape(-1), usual)


def _by_intake(cohort: Cohort, usual: Strategy) -> Array:
    """Return what the usual intake adds, nmol/L."""
    stated = usual.diet.vitamin_d
    eaten = _column(cohort, "usual_intake") if stated is None else np.full(len(cohort), stated)
    taken = eaten + (usual.supplements.vitamin_d or 0.0)
    return _column(cohort, "ceiling") * taken / (_column(cohort, "half_intake") + taken)


def _column(cohort: Cohort, name: str) -> Array:
    return cohort.parameters[:, cohort.model.table.column(f"calcidiol.{name}")]
