"""States, inputs and parameters as arrays; the kernel's rates at one of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.draw import typical, vary_between_people, vary_by_knowledge
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.solve import reference_of

Array = np.ndarray


def random_parameters(model: Model, seed: int, count: int = 1) -> Array:
    """Return parameters drawn from what is not known and from how people differ."""
    knowledge = vary_by_knowledge(model.table, None, count, seed)
    return (
        typical(model.table, None, count)
        * knowledge
        * vary_between_people(model.table, count, seed)
    )


def random_point(model: Model, seed: int, spread: float = 0.2) -> tuple[Array, Array, Array]:
    """Return states, inputs and parameters around the reference, drugs on board."""
    rng = np.random.default_rng(seed)
    parameters = random_parameters(model, seed)
    states, inputs = (rows[0] for rows in reference_of(model, parameters))
    states = states * np.exp(spread * rng.standard_normal(states.size))
    states = np.where(states == 0.0, rng.uniform(0.0, 5.0, states.size), states)
    if Key("serum_calcium") in model.states:
        calcium = model.states.index(Key("serum_calcium"))
        states[calcium] = reference_of(model, parameters)[0][0][calcium] * rng.uniform(0.97, 1.03)
    inputs = inputs * np.exp(spread * rng.standard_normal(inputs.size)) + rng.uniform(
        0.0, 1.0, inputs.size
    )
    return states, inputs, parameters[0]


def kernel_rates(model: Model, states: Array, inputs: Array, parameters: Array) -> Array:
    """Return the rates as the compiled kernel gives them."""
    kernel = functions_of(model)
    constants = np.empty(kernel.CONSTANTS)
    kernel.prepare(parameters, inputs, constants)
    rates = np.empty(len(model.states))
    kernel.rates(states, constants, rates)
    return rates


def by_key(keys: tuple[Key, ...], values: Array) -> Mapping[Key, float]:
    """Return an array as a mapping, as `Model.evaluate` wants it."""
    return dict(zip(keys, values.tolist(), strict=True))
