"""How far off the model may be in one person although her parameters are right.

    log (BMD / start) + by_size * log (BMD / start) + walk at the site

Trials that a fit did without are off by more than chance, by what is not known of the parameters
and by how people differ; the layer says by how much (`Discrepancy`). Whoever is forecast is off as
such a trial is: each possible version of her by a share of the change, and by a walk that wanders
as far by each day as the trials do by then: what one scan shows of it is kept, and what comes later
is new. Of the left-out rows one walk is far likelier than an error that grows ever to the same side
(log likelihood of all rows together -105 and -131; no memory at all -106), and the walks of two
sites of one arm go together at 0.91.
What a trial shows from the first day grows with the rest here: a course begins at what was
measured.
Assumes: the share of the change is the same at all sites; everything is normal.
Leaves out: levels of markers, whose discrepancy is small beside how people differ; that a member
is off otherwise under another treatment (two arms of a trial go together at about 0.8).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.roster import Key
from osteon.parameters import Layer
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.quantities.readouts import BMD
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_YEARS = np.array([0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 50.0])
"""When a walk is known; between two of these days it goes straight."""
_TOGETHER = 0.91
_SITES = tuple(Site)
PARTS = 1 + (1 + len(_SITES)) * len(_YEARS)
"""How many normal numbers a member needs: for the share, and for steps common and of each site."""


@dataclass(frozen=True, eq=False)
class ModelError:
    """By how much each member departs from what the model says of her BMD.

    Attributes
    ----------
    by_size:
        Share of the change, shape (members,).
    walks:
        Logarithm of BMD at each site on the days at which a walk is known, shape
        (members, sites, days).
    """

    by_size: Array
    walks: Array

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
        steps = normal[:, 1:].reshape(len(normal), 1 + len(_SITES), len(_YEARS))
        at_sites = np.sqrt(_TOGETHER) * steps[:, :1] + np.sqrt(1.0 - _TOGETHER) * steps[:, 1:]
        walks = np.cumsum(at_sites * np.sqrt(np.diff(_YEARS, prepend=0.0)), axis=-1)
        return cls(known.share * normal[:, 0], known.of(0.0, years=1.0) / 100.0 * walks)

    def on(self, bmd: Array, start: Array, days: Array, site: Site) -> Array:
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
        walked = self.walks[:, _SITES.index(site)] @ _passed(days / DAYS_PER_YEAR)
        return np.asarray(start[:, None] * np.exp(change + walked))

    def taken(self, places: NDArray[np.intp]) -> ModelError:
        """Return the members at some places."""
        return ModelError(self.by_size[places], self.walks[places])

    def beside(self, others: ModelError) -> ModelError:
        """Return these members and others after them."""
        return ModelError(
            np.concatenate([self.by_size, others.by_size]),
            np.concatenate([self.walks, others.walks]),
        )


def _passed(years: Array) -> Array:
    """Return how much of a walk's known days each time holds, shape (days, times).

    A walk that goes straight between two days has wandered less far there than a walk has; what is
    lacking is made up for, so that at every time it is as far as the root of time.
    """
    known = np.concatenate([[0.0], _YEARS])
    years = np.clip(years, 0.0, known[-1])
    after = np.clip(np.searchsorted(known, years), 1, len(_YEARS))
    begin, end = known[after - 1], known[after]
    share = (years - begin) / (end - begin)
    reached = np.sqrt(begin + share**2 * (end - begin))
    scale = np.sqrt(years) / np.where(reached > 0.0, reached, 1.0)
    weights = np.zeros((len(known), len(years)))
    times = np.arange(len(years))
    weights[after - 1, times] = scale * (1.0 - share)
    weights[after, times] = scale * share
    return weights[1:]


def course_of(lived: Trajectory, key: Key, error: ModelError | None) -> Array:
    """Return a quantity of every member from month 0 on, shape (members, times)."""
    level = lived.at(key)
    if error is None or key.name != BMD.name or key.site is None:
        return level
    return error.on(level, level[:, 0], lived.times, key.site)
