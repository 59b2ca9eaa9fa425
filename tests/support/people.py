"""People and plans in a line each."""

from __future__ import annotations

import numpy as np

from osteon.language import Strategy
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.layer import current_layer
from osteon.people.plan import Plan
from osteon.simulation.calendar import Calendar
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR
from support.states import random_parameters

NOTHING = Strategy()


def months(last: int, first: int = 0, step: int = 1) -> np.ndarray:
    """Return monthly times in days."""
    return np.arange(first, last + 1, step) * DAYS_PER_MONTH


def doing(**words: object) -> Strategy:
    """Return a strategy from the words of a file."""
    return Strategy.model_validate(words)


def typical_women(
    model: Model, count: int = 1, age: float = 62.0, menopause: float = 50.0
) -> Cohort:
    """Return women with typical parameters, alike."""
    parameters = np.tile(np.array(model.table.values), (count, 1))
    cohort = Cohort(model, parameters, np.full(count, age * DAYS_PER_YEAR))
    return cohort.with_parameter("ovary.menopause_age", menopause * DAYS_PER_YEAR)


def fitted(women: Cohort) -> Cohort:
    """Return the women under the fitted parameters."""
    layer = current_layer()
    assert layer is not None
    for name, value in zip(layer.parameters, layer.values, strict=True):
        women = women.with_parameter(name, value)
    return women


def different_women(model: Model, count: int, seed: int) -> Cohort:
    """Return women of 45 to 80 years who differ in all that is not known or may differ."""
    rng = np.random.default_rng(seed)
    ages = rng.uniform(45.0, 80.0, count) * DAYS_PER_YEAR
    menopause = rng.uniform(44.0, 56.0, count) * DAYS_PER_YEAR
    cohort = Cohort(model, random_parameters(model, seed, count), ages)
    return cohort.with_parameter("ovary.menopause_age", menopause)


def calendar(cohort: Cohort, treatment: Strategy = NOTHING, usual: Strategy = NOTHING) -> Calendar:
    """Return the calendar of a treatment, begun at month 0."""
    return Plan(usual, treatment).calendar(cohort.model, cohort.usual_inputs(), 40 * DAYS_PER_YEAR)
