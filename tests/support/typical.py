"""The typical woman: her numbers in any state, and her life under chosen inputs.

Quantities and parameters are named as in the model: `estradiol`, `rankl@total_hip`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Calendar, Span
from osteon.simulation.solve import reference_of, solve
from osteon.simulation.trajectory import Trajectory, key_of

Array = NDArray[np.float64]
AFTER_MENOPAUSE = {"ovary.menopause_age": 1000.0}


def parameters_of(model: Model, changed: Mapping[str, float] | None = None) -> Array:
    """Return the typical parameters, some of them changed."""
    values = np.array(model.table.values)
    for name, value in (changed or {}).items():
        values[model.table.column(name)] = value
    return values


def value(model: Model, parameter: str) -> float:
    """Return a typical parameter."""
    return model.table.values[model.table.column(parameter)]


def now(
    model: Model,
    quantities: Mapping[str, float] | None = None,
    changed: Mapping[str, float] | None = None,
) -> Callable[[str], float]:
    """Return name -> value in the reference state with some states, inputs, parameters changed."""
    parameters = parameters_of(model, changed)
    states, inputs = reference_of(model, parameters[None, :])
    given = {key_of(model, name): value for name, value in (quantities or {}).items()}
    assert given.keys() <= {*model.states, *model.inputs}, "only states and inputs can be set"
    at_states = dict(zip(model.states, states[0], strict=True))
    at_inputs = dict(zip(model.inputs, inputs[0], strict=True))
    evaluation = model.evaluate(at_states | given, at_inputs | given, parameters.tolist())
    return lambda name: float(evaluation.quantity(key_of(model, name)).value)


def life(
    model: Model,
    inputs: Mapping[str, float],
    times: Array,
    changed: Mapping[str, float] | None = None,
    begin: Mapping[str, float] | None = None,
) -> Trajectory:
    """Return the life from the reference state, with inputs and starting states as they are given.

    Nobody ages unless the input `aging` says so.
    """
    parameters = parameters_of(model, changed)[None, :]
    states, usual = reference_of(model, parameters)
    for name, value in (begin or {}).items():
        states[0, model.states.index(key_of(model, name))] = value

    def more(name: str, value: float) -> Span:
        key: Key = key_of(model, name)
        return Span(key, value - usual[0, model.inputs.index(key)], -np.inf, np.inf)

    calendar = Calendar.of(model, usual, [more(*given) for given in inputs.items()])
    return solve(model, states, parameters, np.zeros(1), calendar, np.asarray(times, float), 1e-9)
