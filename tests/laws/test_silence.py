"""The reference state is silent: nothing moves, every fold is one, and what is nudged comes back.

Tried on every mechanism that is found, for the typical woman and for people drawn at random, whose
reference states are their own.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osteon.mechanism import Mechanism
from osteon.model.evaluation import Evaluation
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.simulation.calendar import Calendar
from osteon.simulation.portable.kernel import functions_of
from osteon.simulation.solve import reference_of, solve
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
Rest = Callable[[Array], Evaluation]
Draw = Callable[[int, int], Array]
every_mechanism = pytest.mark.parametrize("mechanism", mechanisms(), ids=lambda one: one.name)
seeds = st.integers(0, 2**31 - 1)


def rates_of(mechanism: Mechanism, now: Evaluation) -> dict[str, float]:
    """Return the rate of every owned state as a share of its size (or of one) a day."""
    rates = {}
    for quantity in mechanism.owns:
        for site in places(quantity):
            key = Key(quantity.name, site)
            size = abs(number(now.quantity(key))) or 1.0
            rates[str(key)] = abs(number(now.rate(key))) / size
    return rates


def folds_of(mechanism: Mechanism, now: Evaluation) -> dict[str, float]:
    """Return every fold of a mechanism, less one."""
    keys = [Key(flux.name, site) for flux in mechanism.modifies for site in places(flux)]
    return {str(key): abs(number(now.fold(mechanism, key)) - 1.0) for key in keys}


def number(value: object) -> float:
    """Return a number without its unit."""
    return float(getattr(value, "value", value))


@every_mechanism
def test_nothing_moves_in_the_typical_reference_state(model: Model, mechanism: Mechanism) -> None:
    rates = rates_of(mechanism, model.at_reference())
    assert {key: rate for key, rate in rates.items() if rate > 1e-14} == {}


@every_mechanism
def test_every_fold_is_one_in_the_typical_reference_state(
    model: Model, mechanism: Mechanism
) -> None:
    folds = folds_of(mechanism, model.at_reference())
    assert {key: off for key, off in folds.items() if off > 1e-14} == {}


@given(seed=seeds)
@settings(max_examples=60)
def test_nobody_moves_in_her_own_reference_state(drawn: Draw, at_rest: Rest, seed: int) -> None:
    now = at_rest(drawn(1, seed)[0])
    moving = {
        key: rate
        for mechanism in now.roster.mechanisms
        for key, rate in rates_of(mechanism, now).items()
        if rate > 1e-13
    }
    assert moving == {}


@given(seed=seeds)
@settings(max_examples=60)
def test_every_fold_is_one_in_her_own_reference_state(
    drawn: Draw, at_rest: Rest, seed: int
) -> None:
    now = at_rest(drawn(1, seed)[0])
    acting = {
        (mechanism.name, key): off
        for mechanism in now.roster.mechanisms
        for key, off in folds_of(mechanism, now).items()
        if off > 1e-14
    }
    assert acting == {}


def test_an_opened_flux_is_one_in_the_reference_state(model: Model) -> None:
    now = model.at_reference()
    values = {
        name: number(now.quantity(Key(name, site)))
        for name in model.roster.opener
        for site in places(model.roster.quantities[name])
    }
    assert values == pytest.approx(dict.fromkeys(values, 1.0), abs=1e-14)


@pytest.mark.parametrize("seed", [0, 1])
def test_ten_years_in_the_reference_state_move_nothing(
    model: Model, drawn: Draw, seed: int
) -> None:
    parameters = np.vstack([[model.table.values], drawn(30, seed)])
    states, inputs = reference_of(model, parameters)
    assert inputs[:, model.inputs.index(Key("aging"))] == pytest.approx(0.0)
    years = DAYS_PER_YEAR * np.array([1.0, 5.0, 10.0])
    calendar = Calendar.of(model, inputs)
    lived = solve(model, states, parameters, np.zeros(len(states)), calendar, years)
    size = np.where(states == 0.0, 1.0, np.abs(states))
    drift = np.abs(lived.states - states[:, None, :]).max(axis=(0, 1)) / size.min(axis=0)
    assert {str(key): d for key, d in zip(model.states, drift, strict=True) if d > 1e-10} == {}


@pytest.mark.parametrize("seed", [0, 1])
def test_a_nudge_from_the_reference_state_dies_out(model: Model, drawn: Draw, seed: int) -> None:
    """No eigenvalue of the Jacobian at rest has a positive real part (age itself stands still)."""
    kernel, entries = functions_of(model), sorted(model.trace.jacobian)
    parameters = drawn(100, seed)
    states, inputs = reference_of(model, parameters)
    constants, rates = np.empty(kernel.CONSTANTS), np.empty(len(model.states))
    slopes, fastest = np.empty(len(entries)), []
    rows, columns = zip(*entries, strict=True)
    for person in range(len(parameters)):
        kernel.prepare(parameters[person], inputs[person], constants)
        kernel.rates_and_jacobian(states[person], constants, rates, slopes)
        matrix = np.zeros((len(model.states), len(model.states)))
        matrix[rows, columns] = slopes
        fastest.append(np.linalg.eigvals(matrix).real.max())
    assert max(fastest) < 1e-9
