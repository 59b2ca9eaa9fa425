"""All that is not known of a person, as independent factors: one uniform number each.

    MECHANISM.parameter, known       how well the typical value is known
    MECHANISM.parameter, people      how people differ in it
    fitted parameters                which of the parameter sets that the data leave possible

Fitted parameters are known jointly, so they make one factor. Drugs that are not given are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from osteon.interventions.drug import Drug
from osteon.language.strategy import Strategy
from osteon.model.model import Model
from osteon.parameters import Layer
from osteon.people.departure import PARTS
from osteon.people.draw import Draws

Array = NDArray[np.float64]
KNOWN, PEOPLE = "known", "people"
FITTED = "fitted parameters, known together"


@dataclass(frozen=True)
class Factors:
    """The factors of a forecast.

    Attributes
    ----------
    known:
        Columns of the parameter table whose typical value is uncertain, and not fitted.
    people:
        Parameters in which people differ.
    """

    model: Model
    layer: Layer | None
    known: tuple[str, ...]
    people: tuple[str, ...]

    @classmethod
    def of(cls, model: Model, layer: Layer | None, *strategies: Strategy) -> Factors:
        """Return everything that is not known under some strategies."""
        table = model.table
        given = {course.drug for strategy in strategies for course in strategy.drugs}
        idle = {one.name for one in model.mechanisms if isinstance(one, Drug)
                and one.drug not in given}  # fmt: skip
        fitted = () if layer is None else layer.parameters

        def counts(name: str) -> bool:
            return name.partition(".")[0] not in idle

        known = (
            name for name in table.columns
            if table.parameter(name).uncertainty is not None and name not in fitted
        )  # fmt: skip
        differing = (
            name for name, one in table.parameters.items() if one.between_people is not None
        )
        return cls(model, layer, tuple(filter(counts, known)), tuple(filter(counts, differing)))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name of every factor, the fitted ones last."""
        known = tuple(f"{name}, {KNOWN}" for name in self.known)
        people = tuple(f"{name}, {PEOPLE}" for name in self.people)
        return known + people + (() if self.layer is None else (FITTED,))

    @property
    def mechanisms(self) -> tuple[str, ...]:
        """Return for every factor the mechanism it belongs to, and which kind it is."""
        return tuple(mechanism_of(name) for name in self.names)

    def draws(self, uniform: Array) -> Draws:
        """Return members that lie so far out.

        Parameters
        ----------
        uniform:
            Between zero and one, shape (members, factors).
        """
        table, count = self.model.table, len(uniform)
        normal = ndtri(uniform)
        knowledge = np.zeros((count, len(table.columns)))
        knowledge[:, [table.column(name) for name in self.known]] = normal[:, : len(self.known)]
        people = np.zeros((count, len(table.parameters)))
        places = {name: place for place, name in enumerate(table.parameters)}
        begin = len(self.known)
        for place, name in enumerate(self.people):
            people[:, places[name]] = normal[:, begin + place]
        chosen = np.full(count, -1)
        if self.layer is not None:
            chosen = np.floor(uniform[:, -1] * len(self.layer.draws)).astype(np.int64)
        return Draws(knowledge, chosen, people, np.zeros((count, PARTS)))


def mechanism_of(name: str) -> str:
    """Return the mechanism and the kind of a factor."""
    if name == FITTED:
        return FITTED
    parameter, _, kind = name.partition(", ")
    return f"{parameter.partition('.')[0]}, {kind}"
