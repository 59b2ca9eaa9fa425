"""A person at some times, as the map sees her: states, inputs, and the shown values between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.reports.pathway.chart import Chart
from osteon.simulation.quantities import quantity_function
from osteon.simulation.trajectory import Trajectory

Array = NDArray[np.float64]
_TRACE = 1e-9


@dataclass(frozen=True, eq=False)
class Levels:
    """A person at some times.

    Attributes
    ----------
    states, inputs:
        Shape (1, times, states) and (1, times, inputs).
    values:
        The shown values, by key, shape (1, times).
    """

    model: Model
    states: Array
    inputs: Array
    values: dict[Key, Array]

    @classmethod
    def of(cls, chart: Chart, trajectory: Trajectory) -> Levels:
        """Return the first person of a trajectory."""
        times, inputs = trajectory.states.shape[1], trajectory.inputs
        inputs = np.broadcast_to(inputs, (1, times, inputs.shape[2]))
        given = trajectory.states, trajectory.parameters, inputs
        values = {key: quantity_function(chart.model, key)(*given) for key in shown_values(chart)}
        return cls(chart.model, trajectory.states, inputs, values)

    def __getitem__(self, key: Key) -> Array:
        """Return a shown quantity, a state or an input, shape (times,)."""
        level: Array
        if key in self.model.states:
            level = self.states[0, :, self.model.states.index(key)]
        elif key in self.model.inputs:
            level = self.inputs[0, :, self.model.inputs.index(key)]
        else:
            level = self.values[key][0]
        return level

    def with_some(self, other: Levels, keys: Iterable[Key]) -> Levels:
        """Return these levels with some quantities as they are in others."""
        times = max(self.states.shape[1], other.states.shape[1])
        states = np.repeat(self.states, times // self.states.shape[1], axis=1)
        inputs = np.repeat(self.inputs, times // self.inputs.shape[1], axis=1)
        values = dict(self.values)
        for key in keys:
            if key in self.model.states:
                states[..., self.model.states.index(key)] = other[key]
            elif key in self.model.inputs:
                inputs[..., self.model.inputs.index(key)] = other[key]
            else:
                values[key] = other.values[key]
        return Levels(self.model, states, inputs, values)

    def alike(self, other: Levels, keys: Iterable[Key]) -> NDArray[np.bool_]:
        """Return when some quantities are all the same, shape (times,)."""
        alike = np.ones(self.states.shape[1], dtype=bool)
        for key in keys:
            alike &= np.abs(self[key] - other[key]) <= _TRACE * (1.0 + np.abs(other[key]))
        return alike


def shown_values(chart: Chart) -> tuple[Key, ...]:
    """Return the shown quantities that are computed from others, at all their places."""
    known = {*chart.model.states, *chart.model.inputs}
    every = (key for name in chart.names for key in everywhere(chart.model, name))
    return tuple(key for key in every if key not in known)


def everywhere(model: Model, name: str) -> tuple[Key, ...]:
    """Return a quantity at all its places."""
    return tuple(Key(name, place) for place in places(model.roster.quantity(name)))
