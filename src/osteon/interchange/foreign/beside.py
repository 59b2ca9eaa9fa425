"""A foreign model beside osteon: the same quantities under the same strategy, as shares of month 0.

Levels of two models mean different things; what each says of a change can be compared. Osteon's
person is the typical version of the one described; the foreign model knows nothing of her.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.interchange.course import course_of
from osteon.interchange.foreign.model import ForeignModel
from osteon.interchange.foreign.run import shares_of
from osteon.language.case import Case
from osteon.vocabulary.units import DAYS_PER_MONTH

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pair:
    """One quantity in both models, in percent of month 0, shape (months,)."""

    quantity: str
    variable: str
    ours: Array
    theirs: Array


@dataclass(frozen=True, eq=False)
class Beside:
    """What two models say.

    Attributes
    ----------
    model, strategy:
        The foreign model's name, and what osteon's person does.
    months:
        Shape (months,).
    pairs:
        By the foreign model's variable.
    """

    model: str
    strategy: str
    months: Array
    pairs: Mapping[str, Pair]


def beside(case: Case, strategy: str, model: ForeignModel) -> Beside:
    """Return what a foreign model and osteon say, month by month up to the case's horizon.

    Raises
    ------
    InputError
        If the case has no such strategy, or either model cannot be run.
    """
    months = np.arange(np.floor(case.horizon / DAYS_PER_MONTH) + 1.0)
    days = months * DAYS_PER_MONTH
    ours = course_of(case, strategy).simulate(days)
    pairs = {}
    for name, theirs in shares_of(model, days).items():
        key = model.quantities[name]
        own = ours.at(key)[0]
        pairs[name] = Pair(str(key), name, 100.0 * own / own[0], 100.0 * theirs)
    return Beside(model.name, strategy, months, pairs)
