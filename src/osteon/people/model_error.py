"""How far off the model may be in one person although her parameters are right.

    log (BMD / start) + by_size * log (BMD / start) + growing * sqrt(years)

Trials that a fit did without are off by more than chance, by what is not known of the parameters
and by how people differ; the layer says by how much (`Discrepancy`). Whoever is forecast is off as
such a trial is: each possible version of her by an amount of its own, which grows as the trials'
do. What a trial shows from the first day grows with the rest here: a course begins at what was
measured.
Assumes: all sites err alike (spine and hip of one arm do, at 0.8), and go on erring to the same
side, so that a scan tells of it; both parts are normal.
Leaves out: levels of markers, whose discrepancy is small beside how people differ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.roster import Key
from osteon.parameters import Layer
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
PARTS = 2


@dataclass(frozen=True, eq=False)
class ModelError:
    """By how much each member departs from what the model says of her BMD.

    Attributes
    ----------
    growing:
        Logarithm of BMD after one year, shape (members,); grows with the root of time.
    by_size:
        Share of the change, shape (members,).
    """

    growing: Array
    by_size: Array

    @classmethod
    def of(cls, normal: Array, layer: Layer | None) -> ModelError | None:
        """Return the error of members who lie so far out; None where no layer tells its size.

        Parameters
        ----------
        normal:
            Standard normal numbers, shape (members, PARTS).
        """
        known = None if layer is None else layer.discrepancy.get("bmd")
        if known is None:
            return None
        yearly = known.of(0.0, years=1.0) / 100.0
        return cls(yearly * normal[:, 0], known.share * normal[:, 1])

    def on(self, bmd: Array, start: Array, days: Array) -> Array:
        """Return BMD as it would be, shape (members, times).

        Parameters
        ----------
        bmd:
            What the model says, shape (members, times).
        start:
            BMD of month 0, shape (members,).
        days:
            When, since month 0, shape (times,).
        """
        change = (1.0 + self.by_size[:, None]) * np.log(bmd / start[:, None])
        off = self.growing[:, None] * np.sqrt(np.maximum(days, 0.0) / DAYS_PER_YEAR)
        return np.asarray(start[:, None] * np.exp(change + off))

    def taken(self, places: NDArray[np.intp]) -> ModelError:
        """Return the members at some places."""
        return ModelError(self.growing[places], self.by_size[places])

    def beside(self, others: ModelError) -> ModelError:
        """Return these members and others after them."""
        return ModelError(
            np.concatenate([self.growing, others.growing]),
            np.concatenate([self.by_size, others.by_size]),
        )


def course_of(lived: Trajectory, key: Key, error: ModelError | None) -> Array:
    """Return a quantity of every member from month 0 on, shape (members, times)."""
    level = lived.at(key)
    if error is None or key.name != BMD.name:
        return level
    return error.on(level, level[:, 0], lived.times)
