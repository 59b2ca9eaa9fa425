"""What a plan weighs: fractures expected and at worst, T-scores, burden, number of interventions.

    probability   of a fracture until the horizon, death being a rival, of each member
    expected      its mean over all members
    worst tenth   its mean over the tenth of the members with the most (what she may be)

In men fractures are not told (there are rates of their own for the hip alone), so they weigh
nothing: both are zero.

Every objective is to be small, and is rounded to a grain: a difference below what anyone could
notice makes no strategy better than another.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import Person
from osteon.people.reference_bmd import t_score_from_bmd
from osteon.planning.present import DENSITIES, HAZARDS
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
OBJECTIVES: Final = (
    "expected_fracture", "worst_tenth_fracture", "t_score_lumbar_spine", "t_score_total_hip",
    "burden", "interventions",
)  # fmt: skip
GRAINS: Final = np.array([0.002, 0.005, 0.1, 0.1, 5.0, 1.0])
WORST: Final = 0.1
_SPINE, _HIP = map(OBJECTIVES.index, ("t_score_lumbar_spine", "t_score_total_hip"))
_FRACTURE = HAZARDS.index("fracture_major_osteoporotic")


def probabilities(measures: Array) -> Array:
    """Return the probability of a major osteoporotic fracture, shape (..., members)."""
    return 1.0 - np.exp(-np.exp(measures[..., _FRACTURE]))


def worst_tenth(values: Array, weights: Array) -> Array:
    """Return the weighted mean of the worst tenth over the last axis; what is greater is worse."""
    order = np.argsort(-values, axis=-1)
    share = weights[order]
    above = np.cumsum(share, axis=-1) - share
    counted = np.clip(WORST - above, 0.0, share)
    ordered = np.take_along_axis(values, order, axis=-1)
    return np.asarray(np.sum(ordered * counted, axis=-1) / np.sum(counted, axis=-1))


def t_scores(measures: Array, scanner: str) -> Array:
    """Return T-scores of spine and hip, shape (..., members, 2)."""
    found = []
    for name in DENSITIES:
        site = Site(name.removeprefix("bmd_"))
        zero, one = t_score_from_bmd(0.0, site, scanner), t_score_from_bmd(1.0, site, scanner)
        place = len(HAZARDS) + DENSITIES.index(name)
        found.append(zero + (one - zero) * np.exp(measures[..., place]))
    return np.stack(found, axis=-1)


def fractures_told(person: Person) -> bool:
    """Return whether fractures are told of a person: in men they are not."""
    return person.sex == "female"


def objectives(
    measures: Array, weights: Array, person: Person, burden: Array, interventions: Array
) -> Array:
    """Return the objectives of strategies, shape (strategies, objectives); less is better.

    Parameters
    ----------
    measures:
        Logarithms of the measures at the horizon, shape (strategies, members, measures).
    """
    probability = probabilities(measures) * fractures_told(person)
    scores = np.einsum("smt,m->st", t_scores(measures, person.scanner), weights)
    return np.column_stack(
        [
            probability @ weights,
            worst_tenth(probability, weights),
            -scores,
            burden,
            interventions,
        ]
    )


def order(values: Array, person: Person) -> Whole:
    """Return strategies by their objectives: the fewest fractures first, in men the most BMD."""
    by = values[:, 0] if fractures_told(person) else values[:, _SPINE] + values[:, _HIP]
    return np.argsort(by, kind="stable")


def grained(values: Array) -> Array:
    """Return objectives as whole numbers of their grains."""
    whole: Array = np.round(values / GRAINS)
    return whole
