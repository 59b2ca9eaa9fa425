"""Who is still alive: death competes with fracture.

    hazard of death = exp((age - common_age) / spread) / spread + of_cancer
    probability     = sum over months of  alive * (exp(-H at its beginning) - exp(-H at its end))

The first term is Gompertz's law for women of the general population; the second is death from
breast cancer while she is treated for it. H is the cumulative hazard of the fracture. The sum is
the cumulative incidence (Aalen and Johansen): only who lives without one can have the first.

Leaves out: other illness, and the deaths that a hip fracture itself brings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from osteon.language.case import Case
from osteon.language.strategy import Strategy
from osteon.parameters import Parameter, read_parameters

Array = NDArray[np.float64]
_ENDOCRINE = frozenset({"anastrozole", "letrozole", "exemestane", "tamoxifen"})


def has_breast_cancer(case: Case) -> bool:
    """Return whether any strategy holds endocrine therapy, so that there is a cancer to treat."""
    return treats_breast_cancer((case.usual, *(map(case.treatment_of, case.strategies))))


def treats_breast_cancer(strategies: Iterable[Strategy]) -> bool:
    """Return whether any strategy holds endocrine therapy."""
    return any(drug.drug in _ENDOCRINE for one in strategies for drug in one.drugs)


def alive(ages: Array, times: Array, breast_cancer: bool) -> Array:
    """Return the share still alive, shape (people, times).

    Parameters
    ----------
    ages:
        Ages at month 0 in days, shape (people,).
    times:
        Days since month 0, shape (times,).
    breast_cancer:
        Whether death from breast cancer is added.
    """
    number = {name: parameter.values()[0] for name, parameter in _parameters().items()}
    at_once = np.exp((ages[:, None] - number["common_age"]) / number["spread"])
    so_far = at_once * np.expm1(times / number["spread"])
    return np.exp(-so_far - (number["of_cancer"] * times if breast_cancer else 0.0))


def probability(so_far: Array, living: Array) -> Array:
    """Return the probability of the event since the first time, shape as given.

    Parameters
    ----------
    so_far:
        Cumulative hazard of the event, shape (people, times).
    living:
        Share still alive, of the same shape.
    """
    without = np.exp(-(so_far - so_far[:, :1]))
    halfway = 0.5 * (living[:, 1:] + living[:, :-1])
    events = halfway * (without[:, :-1] - without[:, 1:])
    return np.concatenate([np.zeros_like(so_far[:, :1]), np.cumsum(events, axis=1)], axis=1)


@lru_cache(maxsize=1)
def _parameters() -> Mapping[str, Parameter]:
    return read_parameters(Path(__file__).with_suffix(".toml"))
