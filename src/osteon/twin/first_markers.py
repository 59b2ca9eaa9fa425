"""What the markers of month 0 tell of a woman's bone, besides where her course begins.

Every member meets them exactly, by a level of its own (`people/ensemble.py`). Some members need a
level for that which few people have who renew their bone as fast or as slowly as they do:

    log(level / typical) = sd (sum of r z + own u)        as people are drawn (`people/draw.py`)
    log weight = -(log(level / typical) - sd (sum of r z))^2 / 2 (sd^2 own^2 + e^2)

    z    how far out a member lies in what the level goes together with     r    correlation
    u    standard normal                             e    error of a measurement of the marker

A level that next to nobody has is a slip, or a disease that is not simulated: it is pointed out.

Assumes: all by which a member's parameters differ from the typical ones is her own; what is not
known of the typical woman adds a tenth or less to that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from statistics import median

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import Person
from osteon.parameters.parameter import Spread
from osteon.people.draw import typical
from osteon.people.endpoint import label_of, unit_of
from osteon.people.ensemble import SCALED_TO_MEASURED
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]


_HARDLY = 4.0
"""Standard deviations: one woman in sixteen thousand is so far out."""


def told_by_markers(person: Person, members: Trajectory) -> Array:
    """Return how well the markers of month 0 go with each member, shape (members,).

    Logarithms of weights, up to a constant; zero where none was measured.
    """
    told = np.zeros(len(members.states))
    for level in _levels(person, members):
        told += level.told()
    return told


def hardly_possible(person: Person, members: Trajectory) -> Iterator[str]:
    """Yield a sentence for every bone marker of month 0 that next to nobody has."""
    for level in _levels(person, members):
        center, spread = level.usual()
        if abs(np.log(level.stated / center)) > _HARDLY * spread:
            limits = (center * np.exp(side * 1.96 * spread) for side in (-1.0, 1.0))
            low, high = (float(f"{limit:.2g}") for limit in limits)
            unit = unit_of(members.model, level.marker)
            yield (
                f"{label_of(level.marker)} of month 0 is {level.stated:.3g} {unit}, and "
                f"{low:g} to {high:g} are usual in a person like this: look at the number and "
                "its unit, or for a disease that is not simulated; the forecast takes it as it is"
            )


@dataclass(frozen=True, eq=False)
class _Level:
    """A marker of month 0, and what every member needs to meet it.

    Attributes
    ----------
    spread:
        How people differ in its level.
    needed:
        Logarithm of the level of each member over the typical one, shape (members,).
    shared:
        How far out each member lies in what the level goes together with, times the correlation.
    error:
        Of a measurement.
    """

    marker: str
    stated: float
    spread: Spread
    needed: Array
    shared: Array
    error: float

    def told(self) -> Array:
        """Return how well it goes with each member, as the logarithm of a weight."""
        assert self.spread.log_sd is not None
        variance = (self.spread.log_sd * self.spread.own) ** 2 + self.error**2
        return -0.5 * (self.needed - self.spread.log_sd * self.shared) ** 2 / variance

    def usual(self) -> tuple[float, float]:
        """Return what the middle member would show, and how people differ from it (logarithm)."""
        assert self.spread.log_sd is not None
        middle = self.stated * float(np.exp(-median(self.needed)))
        return middle, hypot(self.spread.log_sd, self.error, float(self.needed.std()))


def _levels(person: Person, members: Trajectory) -> Iterator[_Level]:
    table = members.model.table
    middle = typical(table, current_layer(), 1)[0]

    def out(name: str) -> Array:
        """Return the logarithm of a parameter relative to the typical one, shape (members,)."""
        place = next(i for i, full in enumerate(table.columns) if full.partition("@")[0] == name)
        return np.asarray(np.log(members.parameters[:, place] / middle[place]))

    for marker in SCALED_TO_MEASURED:
        level, stated = f"{marker}.usual", getattr(person.laboratory, marker)
        if stated is None or level not in table.parameters:
            continue
        spread = table.parameters[level].between_people
        if spread is None or spread.log_sd is None or not spread.together_with:
            continue
        shared = np.zeros(len(members.states))
        for other, correlation in spread.together_with.items():
            between = table.parameters[other].between_people
            assert between is not None
            assert between.log_sd is not None
            shared += correlation * out(other) / between.log_sd
        error = measurement_error(marker) or 0.0
        yield _Level(marker, stated, spread, out(level), shared, error)
