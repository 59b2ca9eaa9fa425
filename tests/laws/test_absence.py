"""A drug that is not taken, and a line that is left out, change nothing.

A dose of zero equals no drug; each intervention and each readout can be left out of the list, and
the untreated BMD stays what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from osteon.interventions.drug import Drug
from osteon.mechanism import Mechanism
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.vocabulary.quantities.readouts import DXA_OVERLAY
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
Scatter = Callable[[int], tuple[dict[Key, float], dict[Key, float], list[float]]]
FOUND = mechanisms()
DRUGS = [one for one in FOUND if isinstance(one, Drug)]
OPTIONAL = [
    one
    for one in FOUND
    if type(one).__module__.split(".")[1] in ("interventions", "readouts")
    and one.name != "bmd"
    and DXA_OVERLAY not in one.modifies  # what DXA sees beside bone is part of BMD
]
seeds = st.integers(0, 2**31 - 1)


def without(absent: Mechanism) -> Model:
    """Return the standard model with one mechanism left out."""
    return _without(absent.name)


@cache
def _without(name: str) -> Model:
    return Model([one for one in mechanisms() if one.name != name])


def rates_in(
    model: Model,
    states: dict[Key, float],
    inputs: dict[Key, float],
    columns: Sequence[str],
    values: Sequence[float],
) -> dict[Key, float]:
    """Return all rates of a model, its parameters taken by name from another's."""
    given_values = dict(zip(columns, values, strict=True))
    own = [given_values[name] for name in model.table.columns]
    now = model.evaluate(states, inputs, own)
    return {key: now.rate(key).value for key in model.states}


class Life(NamedTuple):
    """An untreated woman: her states at some times, the inputs, and the parameters by name."""

    states: list[dict[Key, float]]
    inputs: dict[Key, float]
    parameters: dict[str, float]


def untreated(model: Model, times: Array) -> Life:
    """Return the life of an untreated woman, by another solver (LSODA) on the same equations."""
    trace = model.trace
    lines = lines_for(trace.graph, [(f"f[{i}]", rate) for i, rate in enumerate(trace.rates)], PLAIN)
    space: dict[str, Callable[..., float]] = {"exp": np.exp, "log": np.log}
    body = "".join(f"    {line}\n" for line in lines)
    exec(f"def rates(t, y, p, u):\n    f = [0.0] * {len(trace.rates)}\n{body}    return f", space)
    parameters = np.array(model.table.values)
    parameters[model.table.column("ovary.menopause_age")] = 50.0 * 365.25
    rest = model.at_reference()
    begin = [rest.quantity(key).value for key in model.states]
    begin[model.states.index(Key("age"))] = 42.0 * 365.25
    inputs = [rest.quantity(key).value for key in model.inputs]
    inputs[model.inputs.index(Key("aging"))] = 1.0
    lived = solve_ivp(
        space["rates"],
        (0.0, times[-1]),
        begin,
        "LSODA",
        times,
        args=(parameters.tolist(), inputs),
        rtol=1e-8,
        atol=1e-10,
    )
    assert lived.success, lived.message
    return Life(
        [dict(zip(model.states, map(float, y), strict=True)) for y in lived.y.T],
        dict(zip(model.inputs, inputs, strict=True)),
        dict(zip(model.table.columns, parameters.tolist(), strict=True)),
    )


def course_in(model: Model, life: Life) -> Iterator[dict[str, float]]:
    """Yield what a model makes of each moment of a life: BMD by site, and the rates of states."""
    own = [life.parameters[name] for name in model.table.columns]
    inputs = {key: life.inputs[key] for key in model.inputs}
    for states in life.states:
        now = model.evaluate({key: states[key] for key in model.states}, inputs, own)
        rates = {str(key): now.rate(key).value for key in model.states}
        yield rates | {site: now.quantity(Key("bmd", site)).value for site in Site}


PLAIN = Dialect(exp="exp", log="log")
YEARS = 365.25 * np.array([1.0, 4.0, 8.0, 9.0, 10.0, 12.0, 16.0, 20.0])


@pytest.fixture(scope="module")
def life(model: Model) -> Life:
    """Return an untreated life in the complete model."""
    return untreated(model, YEARS)


@pytest.fixture(scope="module")
def course(model: Model, life: Life) -> list[dict[str, float]]:
    """Return what the complete model makes of it."""
    return list(course_in(model, life))


def test_menopause_is_felt_in_that_life(course: list[dict[str, float]]) -> None:
    for site in Site:
        assert course[-1][site] < 0.98 * course[0][site]


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: drug.name)
@given(seed=seeds)
@settings(max_examples=5)
def test_a_dose_of_zero_leaves_a_body_without_the_drug(
    model: Model, anywhere: Scatter, drug: Drug, seed: int
) -> None:
    states, inputs, parameters = anywhere(seed)
    states |= {key: 0.0 for key in states if key.name in {own.name for own in drug.owns}}
    inputs |= {key: 0.0 for key in inputs if key.name in {one.name for one in drug.takes}}
    rates = rates_in(model, states, inputs, model.table.columns, parameters)
    assert {str(key): rates[key] for key in states if states[key] == 0.0} == pytest.approx(
        {str(key): 0.0 for key in states if states[key] == 0.0}, abs=1e-12
    )


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: drug.name)
@given(seed=seeds)
@settings(max_examples=5)
def test_a_dose_of_zero_equals_no_drug(
    model: Model, anywhere: Scatter, drug: Drug, seed: int
) -> None:
    states, inputs, parameters = anywhere(seed)
    states |= {key: 0.0 for key in states if key.name in {own.name for own in drug.owns}}
    inputs |= {key: 0.0 for key in inputs if key.name in {one.name for one in drug.takes}}
    with_drug = rates_in(model, states, inputs, model.table.columns, parameters)
    bare = rates_in(without(drug), states, inputs, model.table.columns, parameters)
    assert len(bare) <= len(with_drug) - len(drug.owns)
    assert {key: with_drug[key] for key in bare} == pytest.approx(bare, rel=1e-12, abs=1e-18)


@pytest.mark.parametrize("drug", DRUGS, ids=lambda drug: drug.name)
def test_a_drug_that_is_taken_does_something(model: Model, anywhere: Scatter, drug: Drug) -> None:
    states, inputs, parameters = anywhere(1)
    rates = rates_in(model, states, inputs, model.table.columns, parameters)
    bare = rates_in(without(drug), states, inputs, model.table.columns, parameters)
    assert any(abs(rates[key] - bare[key]) > 1e-9 for key in bare)


@pytest.mark.parametrize("absent", OPTIONAL, ids=lambda one: one.name)
def test_an_untreated_life_is_the_same_without(
    life: Life, course: list[dict[str, float]], absent: Mechanism
) -> None:
    """Where no state goes another way and BMD is the same at every moment, so is the life."""
    for whole, smaller in zip(course, course_in(without(absent), life), strict=True):
        assert len(smaller) <= len(whole)
        assert {name: whole[name] for name in smaller} == pytest.approx(
            smaller, rel=1e-9, abs=1e-15
        )


@pytest.mark.parametrize("absent", OPTIONAL, ids=lambda one: one.name)
def test_whoever_is_left_out_takes_only_its_own_along(model: Model, absent: Mechanism) -> None:
    own = {quantity.name for quantity in (*absent.owns, *absent.defines, *absent.takes)}
    own |= {quantity.name for quantity in absent.opens}
    smaller = without(absent)
    assert set(model.roster.quantities) - set(smaller.roster.quantities) == own
