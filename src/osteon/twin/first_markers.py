"""What the markers of month 0 tell of a woman's bone, besides where her course begins.

Every member meets them exactly, by a level of its own (`people/ensemble.py`). Some members need a
level for that which few people have who renew their bone as fast or as slowly as they do:

    log(level / typical) = sd (sum of r z + own u)        as people are drawn (`people/draw.py`)
    log weight = -(log(level / typical) - sd (sum of r z))^2 / 2 (sd^2 own^2 + e^2)

    z    how far out a member lies in what the level goes together with     r    correlation
    u    standard normal                             e    error of a measurement of the marker

Assumes: all by which a member's parameters differ from the typical ones is her own; what is not
known of the typical woman adds a tenth or less to that.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from osteon.language.person import Person
from osteon.people.draw import typical
from osteon.people.ensemble import SCALED_TO_MEASURED
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]


def told_by_markers(person: Person, members: Trajectory) -> Array:
    """Return how well the markers of month 0 go with each member, shape (members,).

    Logarithms of weights, up to a constant; zero where none was measured.
    """
    told = np.zeros(len(members.states))
    for one in _each(person, members):
        told += one
    return told


def _each(person: Person, members: Trajectory) -> Iterator[Array]:
    table = members.model.table
    middle = typical(table, current_layer(), 1)[0]

    def out(name: str) -> Array:
        """Return the logarithm of a parameter relative to the typical one, shape (members,)."""
        place = next(i for i, full in enumerate(table.columns) if full.partition("@")[0] == name)
        return np.asarray(np.log(members.parameters[:, place] / middle[place]))

    for marker in SCALED_TO_MEASURED:
        level = f"{marker}.usual"
        if getattr(person.laboratory, marker) is None or level not in table.parameters:
            continue
        spread = table.parameters[level].between_people
        if spread is None or spread.log_sd is None or not spread.together_with:
            continue
        likely = np.zeros(len(members.states))
        for other, correlation in spread.together_with.items():
            between = table.parameters[other].between_people
            assert between is not None
            assert between.log_sd is not None
            likely += correlation * out(other) / between.log_sd
        error = measurement_error(marker) or 0.0
        variance = (spread.log_sd * spread.own) ** 2 + error**2
        yield -0.5 * (out(level) - spread.log_sd * likely) ** 2 / variance
