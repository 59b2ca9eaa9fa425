"""The outcome of a simulation: every state of every person at every output time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.errors import UnknownNameError
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.simulation.engine import readings_of
from osteon.simulation.quantities import quantity_function
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trajectory:
    """States of many people over time; other quantities are computed when asked for.

    Attributes
    ----------
    times:
        Output times in days, shape (times,).
    states:
        Shape (people, times, states).
    parameters:
        Shape (people, parameters).
    levels:
        Inputs by interval, shape (1 or people, intervals, inputs).
    intervals:
        The interval that led to each time, shape (times,); each time its own if there is none.
    mark:
        A name for what it follows from: the same name, the same numbers; '' if it has none.
    """

    model: Model
    times: Array
    states: Array
    parameters: Array
    levels: Array
    intervals: NDArray[np.int64] | None = None
    mark: str = ""

    @cached_property
    def inputs(self) -> Array:
        """Return the inputs at every time, shape (1 or people, times, inputs)."""
        return self.levels if self.intervals is None else self.levels.take(self.intervals, axis=1)

    def __getitem__(self, name: str) -> Array:
        """Return a quantity, `estradiol` or `bmd@lumbar_spine`, shape (people, times)."""
        return self.at(key_of(self.model, name))

    def only(self, places: NDArray[np.intp]) -> Trajectory:
        """Return the trajectory at some of its times."""
        intervals = places if self.intervals is None else self.intervals[places]
        return Trajectory(
            self.model,
            self.times[places],
            self.states[:, places],
            self.parameters,
            self.levels,
            intervals,
        )

    def at(self, key: Key) -> Array:
        """Return a quantity by its key, shape (people, times)."""
        readings = readings_of(self.model, key)
        if readings is not None:
            led = np.arange(len(self.times)) if self.intervals is None else self.intervals
            return readings.read(key, self.states, self.parameters, self.levels, led)
        inputs = _Columns(self.levels, self.intervals)
        return quantity_function(self.model, key)(self.states, self.parameters, inputs)


class _Columns:
    """Inputs at every time, taken one by one as an equation asks for them: it reads few."""

    def __init__(self, levels: Array, intervals: NDArray[np.int64] | None) -> None:
        self._levels, self._intervals = levels, intervals

    def __getitem__(self, place: Any, /) -> Array:
        column: Array = self._levels[place]
        return column if self._intervals is None else column.take(self._intervals, axis=1)


def key_of(model: Model, name: str) -> Key:
    """Return the key written as `name` or `name@site`.

    Raises
    ------
    UnknownNameError
        If the model has no such quantity, or the site is missing or unknown.
    """
    plain, _, site = name.partition("@")
    if plain not in model.roster.quantities:
        raise UnknownNameError.of("quantity", plain, model.roster.quantities)
    allowed = places(model.roster.quantities[plain])
    if site and site not in set(Site):
        raise UnknownNameError.of("site", site, Site)
    key = Key(plain, Site(site) if site else None)
    if key.site not in allowed:
        need = f"add one of {', '.join(f'@{one}' for one in Site)}" if not site else "leave it out"
        raise UnknownNameError(f"'{plain}' does not exist at '{site or 'no site'}'; {need}")
    return key
