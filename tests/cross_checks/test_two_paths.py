"""The compiled kernel against the mechanisms run on plain numbers, at states far from reference."""

from __future__ import annotations

import cmath

import numpy as np
import pytest
from support.independent import function_of
from support.states import by_key, kernel_rates, random_point

from osteon.model.model import Model
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.quantities import quantity_function

SEEDS = range(12)


def sizes(model: Model, seed: int) -> np.ndarray:
    """Return how large a rate of each state is: what comes and goes, not what is left of both."""
    states, inputs, parameters = random_point(model, seed)
    return 1e-2 * np.abs(states) + np.abs(kernel_rates(model, states, inputs, parameters))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_kernels_rates_are_the_mechanisms_rates(model: Model, seed: int) -> None:
    states, inputs, parameters = random_point(model, seed)
    now = model.evaluate(by_key(model.states, states), by_key(model.inputs, inputs), parameters)
    expected = np.array([now.rate(key).value for key in model.states])
    found = kernel_rates(model, states, inputs, parameters)
    np.testing.assert_array_less(np.abs(found - expected), 1e-11 * sizes(model, seed) + 1e-15)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_quantity_along_a_trajectory_is_the_mechanisms_own(model: Model, seed: int) -> None:
    states, inputs, parameters = random_point(model, seed)
    now = model.evaluate(by_key(model.states, states), by_key(model.inputs, inputs), parameters)
    for key in model.trace.quantities:
        value = quantity_function(model, key)(
            states[None, None], parameters[None], inputs[None, None]
        )
        expected = now.quantity(key).value
        assert value.shape == (1, 1)
        assert value[0, 0] == pytest.approx(expected, rel=1e-11, abs=1e-13), key


@pytest.mark.parametrize("seed", SEEDS)
def test_the_jacobian_is_exact(model: Model, seed: int) -> None:
    """Against complex steps through another emitter: no difference is rounded."""
    states, inputs, parameters = random_point(model, seed)
    kernel = functions_of(model)
    constants, rates = np.empty(kernel.CONSTANTS), np.empty(kernel.STATES)
    kernel.prepare(parameters, inputs, constants)
    slopes = np.empty(kernel.ENTRIES)
    kernel.rates_and_jacobian(states, constants, rates, slopes)
    found = np.zeros((kernel.STATES, kernel.STATES))
    for (i, j), slope in zip(sorted(model.trace.jacobian), slopes, strict=True):
        found[i, j] = slope
    change = function_of(model.trace.rates, cmath)
    exact = np.empty_like(found)
    for j in range(kernel.STATES):
        stepped = states.astype(complex)
        stepped[j] += 1e-30j
        column = change(stepped.tolist(), parameters.tolist(), inputs.tolist())
        exact[:, j] = [complex(value).imag / 1e-30 for value in column]
    np.testing.assert_allclose(found, exact, rtol=1e-9, atol=1e-12)


def test_the_rates_of_the_joint_code_are_those_of_the_plain_code(model: Model) -> None:
    states, inputs, parameters = random_point(model, 0)
    kernel = functions_of(model)
    constants, joint = np.empty(kernel.CONSTANTS), np.empty(kernel.STATES)
    kernel.prepare(parameters, inputs, constants)
    kernel.rates_and_jacobian(states, constants, joint, np.empty(kernel.ENTRIES))
    plain = kernel_rates(model, states, inputs, parameters)
    np.testing.assert_allclose(joint, plain, rtol=1e-9, atol=1e-13)
