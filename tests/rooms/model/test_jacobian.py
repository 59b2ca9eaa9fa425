"""The whole model's Jacobian against finite differences of its rates, far from reference."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from support.independent import function_of
from support.typical import parameters_of

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.solve import reference_of


@given(seed=st.integers(0, 2**31 - 1))
@settings(max_examples=20)
def test_the_jacobian_is_what_finite_differences_say(model: Model, seed: int) -> None:
    random = np.random.default_rng(seed)
    parameters = parameters_of(model) * np.exp(
        0.1 * random.standard_normal(len(model.table.values))
    )
    states, inputs = (one[0] for one in reference_of(model, parameters[None, :]))
    moved = np.where(states == 0.0, 0.3, states) * np.exp(0.2 * random.standard_normal(len(states)))
    given_inputs = np.where(inputs == 0.0, 1.0, inputs)
    entries = sorted(model.trace.jacobian)
    slopes = function_of([model.trace.jacobian[entry] for entry in entries])
    rates = function_of(list(model.trace.rates))
    matrix = np.zeros((len(states), len(states)))
    for entry, slope in zip(entries, slopes(moved, parameters, given_inputs), strict=True):
        matrix[entry] = slope
    for column in range(len(states)):
        step = 1e-5 * moved[column]
        up, down = moved.copy(), moved.copy()
        up[column] += step
        down[column] -= step
        change = np.array(rates(up, parameters, given_inputs))
        change -= np.array(rates(down, parameters, given_inputs))
        size = np.abs(np.array(rates(moved, parameters, given_inputs)))
        noise = 1e-9 * (size + np.abs(matrix[:, column] * moved[column])) / step + 1e-12
        assert np.all(np.abs(change / (2.0 * step) - matrix[:, column]) < noise + 1e-7)


def test_what_does_not_act_on_a_rate_is_left_out_of_its_row(model: Model) -> None:
    place = {key: index for index, key in enumerate(model.states)}
    rows = {column for row, column in model.trace.jacobian if row == place[Key("anastrozole")]}
    assert rows == {place[Key("anastrozole")]}
    assert not any(row == place[Key("age")] for row, _ in model.trace.jacobian)


def test_no_entry_is_zero_everywhere(model: Model) -> None:
    assert [entry for entry, node in model.trace.jacobian.items() if node.known == 0.0] == []
    assert len(model.trace.jacobian) < 0.2 * len(model.states) ** 2
