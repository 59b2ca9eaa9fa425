"""How a person departs from the model although her parameters are right.

    log (BMD / start) + by_size * log (BMD / start) + walk, at each site

Trials that a fit did without are off by more than chance, by what is not known of the parameters
and by how people differ; the layer says by how much, and how far two sites go together
(`Discrepancy`). Whoever is forecast is off as such a trial is: each possible version of her by a
share of the change, and by a walk that wanders as far by each day as the trials do by then: what
one scan shows of it is kept, and what comes later is new.
What a trial shows from the first day grows with the rest here: a course begins at what was
measured.
A member departs in the same way under every treatment: of the difference between two, a share of
its size is left. Differences between two arms of left-out trials ask for no more: a share of 12 %
of their size makes their rows about as likely as an error of their own that grows with time.
Assumes: everything is normal.
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
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_YEARS = np.array([0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 50.0])
"""When a walk is known; between two of these days it goes straight."""
_SITES = tuple(Site)
PARTS = (1 + len(_SITES)) * (1 + len(_YEARS))
"""How many normal numbers a member needs: for the share and the steps, common and of each site."""


@dataclass(frozen=True, eq=False)
class Departure:
    """By how much each member departs from what the model says of her BMD.

    Attributes
    ----------
    by_size:
        Share of the change at each site, shape (members, sites).
    walks:
        Logarithm of BMD at each site on the days at which a walk is known, shape
        (members, sites, days).
    """

    by_size: Array
    walks: Array

    @classmethod
    def of(cls, normal: Array, layer: Layer | None) -> Departure | None:
        """Return the error of members who lie so far out; None where no layer tells its size.

        Parameters
        ----------
        normal:
            Standard normal numbers, shape (members, PARTS).
        """
        known = None if layer is None else layer.discrepancy.get("bmd")
        if known is None:
            return None
        parts = normal.reshape(len(normal), 1 + len(_SITES), 1 + len(_YEARS))
        common, own = parts[:, :1], parts[:, 1:]
        at_sites = np.sqrt(known.together) * common + np.sqrt(1.0 - known.together) * own
        steps = at_sites[:, :, 1:] * np.sqrt(np.diff(_YEARS, prepend=0.0))
        yearly = known.of(0.0, years=1.0) / 100.0
        return cls(known.share * at_sites[:, :, 0], yearly * np.cumsum(steps, axis=-1))

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
        place = _SITES.index(site)
        change = (1.0 + self.by_size[:, [place]]) * np.log(bmd / start[:, None])
        walked = self.walks[:, place] @ _passed(days / DAYS_PER_YEAR)
        return np.asarray(start[:, None] * np.exp(change + walked))

    def taken(self, places: NDArray[np.intp]) -> Departure:
        """Return the members at some places."""
        return Departure(self.by_size[places], self.walks[places])

    def beside(self, others: Departure) -> Departure:
        """Return these members and others after them."""
        return Departure(
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


def course_of(lived: Trajectory, key: Key, error: Departure | None) -> Array:
    """Return a quantity of every member from month 0 on, shape (members, times)."""
    level = lived.at(key)
    if error is None or key.name != BMD.name or key.site is None:
        return level
    return error.on(level, level[:, 0], lived.times, key.site)
