"""Who has had a fracture before: a share of a trial's people, or one person's history."""

from __future__ import annotations

import numpy as np

from osteon.language.person import History
from osteon.language.population import Eligible, Population
from osteon.people.cohort import Cohort

_PARAMETER, _BROKEN = "proneness.previous", "fracture_vertebral.broken"
_DATED, _AGE_THEN = "recent_fracture.dated", "recent_fracture.age_then"


def with_previous_fracture(cohort: Cohort, had: float | np.ndarray) -> Cohort:
    """Return the cohort with what is known of earlier fractures: one for yes, zero for no."""
    return cohort.with_parameter(_PARAMETER, had)


def with_vertebral_fracture(cohort: Cohort, history: History) -> Cohort:
    """Return the cohort with what is known of earlier vertebral fractures.

    A woman with an earlier fracture of whose vertebrae nobody says anything has them as usual.
    """
    said = "vertebral_fracture" in history.model_fields_set or not history.previous_fracture
    if not said or _BROKEN not in cohort.model.table.position:
        return cohort
    return cohort.with_parameter(_BROKEN, float(history.vertebral_fracture))


def with_last_fracture(cohort: Cohort, age: float, month: float | None) -> Cohort:
    """Return the cohort with the time of the last fracture; unchanged where that is not known.

    Parameters
    ----------
    age:
        Age at month 0, days.
    month:
        When it was, days from month 0, not after it; None where nobody says.
    """
    if month is None or _DATED not in cohort.model.table.position:
        return cohort
    return cohort.with_parameter(_DATED, 1.0).with_parameter(_AGE_THEN, age + month)


def who_has_had_one(
    population: Population, eligible: Eligible, count: int, seed: int
) -> np.ndarray | None:
    """Return one for everyone who has had a fracture, else zero; None where a trial is silent.

    The share is met as closely as the number of people allows, and who they are does not depend on
    anything else about them.
    """
    share = population.previous_fracture
    if eligible.previous_fracture is not None:
        share = float(eligible.previous_fracture)
    if share is None:
        return None
    order = np.random.Generator(np.random.PCG64([seed, 3])).permutation(count)
    return ((order + 0.5) / count < share).astype(float)
