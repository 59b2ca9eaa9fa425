"""The kernel against an independent solver: SciPy's LSODA on the model's own equations.

The right-hand side is not the kernel's: it is written out from the rates of the traced model by a
second emitter (NumPy functions of whole arrays), which in turn is compared with the equations run
on plain numbers.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from osteon.model.library import standard
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Calendar, Span
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.simulation.solve import TOLERANCE, reference_of, solve
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

MONTHS = np.arange(-12, 121, 4) * DAYS_PER_MONTH
START = -14 * DAYS_PER_YEAR
NOTHING = 1e-13


@pytest.fixture(scope="module")
def model() -> Model:
    """Return the standard model."""
    return standard()


@pytest.fixture(scope="module")
def change(model: Model):
    """Return the right-hand side (state, parameters, inputs) -> rates, apart from the kernel."""
    outputs = [(f"f[{i}]", node) for i, node in enumerate(model.trace.rates)]
    body = "\n".join("    " + line for line in lines_for(model.trace.graph, outputs, Dialect()))
    space: dict = {"math": __import__("math"), "np": np}
    exec(f"def change(y, p, u):\n    f = np.empty(len(y))\n{body}\n    return f", space)
    return space["change"]


def woman(model: Model) -> tuple[np.ndarray, np.ndarray, Calendar]:
    """Return parameters, reference state and calendar of a woman with menopause at 50."""
    parameters = np.array([model.table.values])
    parameters[:, model.table.column("ovary.menopause_age")] = 50 * DAYS_PER_YEAR
    state, inputs = reference_of(model, parameters)
    spans = [
        Span(Key("aging"), 1.0, -np.inf, np.inf),
        Span(Key("anastrozole_dose"), 1.0, 0.0, 60 * DAYS_PER_MONTH),
        Span(Key("risedronate_dose"), 5.0, 24 * DAYS_PER_MONTH, 60 * DAYS_PER_MONTH),
        Span(Key("calcium_intake"), 400.0, 12 * DAYS_PER_MONTH, np.inf),
        Span(Key("mechanical_load", Site.TOTAL_HIP), 0.4, 6 * DAYS_PER_MONTH, np.inf),
    ]
    return parameters, state, Calendar.of(model, inputs, spans)


def by_lsoda(change, parameters, state, calendar) -> np.ndarray:
    """Return the states at MONTHS, restarted at every change of inputs."""
    edges = [START, *calendar.changes[1:], MONTHS[-1]]
    out, now = [], state
    for interval, (begin, end) in enumerate(pairwise(edges)):
        wanted = MONTHS[(begin < MONTHS) & (end >= MONTHS)]
        times = np.unique([*wanted, end])
        inputs = calendar.inputs[0, interval]
        found = solve_ivp(
            lambda _, y, u=inputs: change(y, parameters[0], u),
            (begin, end),
            now,
            method="LSODA",
            t_eval=times,
            rtol=1e-11,
            atol=NOTHING,
        )
        assert found.success, found.message
        out.append(found.y.T[np.isin(times, wanted)])
        now = found.y[:, -1]
    return np.vstack(out)


def test_right_hand_side_equals_equations_on_numbers(model, change):
    """The second emitter gives what the mechanisms give when run on plain numbers."""
    parameters, state, calendar = woman(model)
    y = state[0] * np.linspace(0.9, 1.1, state.shape[1])
    rates = change(y, parameters[0], calendar.inputs[0, 2])
    numbers = model.evaluate(
        dict(zip(model.states, y, strict=True)),
        dict(zip(model.inputs, calendar.inputs[0, 2], strict=True)),
        parameters[0],
    )
    direct = [numbers.rate(key).value for key in model.states]
    assert rates == pytest.approx(direct, rel=1e-9, abs=1e-15)


def test_kernel_agrees_with_lsoda(model, change):
    """Ten years of drugs, diet and load after a run-in: 1e-6 relative in every state.

    Drugs that nobody takes stay at zero in the kernel, and at what LSODA calls nothing in LSODA.
    """
    parameters, state, calendar = woman(model)
    expected = by_lsoda(change, parameters, state[0], calendar)
    starts = np.array([START])
    tight = solve(model, state, parameters, starts, calendar, MONTHS, 1e-10).states[0]
    size = np.maximum(np.abs(expected), 1e-3 * np.abs(expected).max(axis=0))
    assert (np.abs(tight - expected) <= 1e-6 * size + NOTHING).all()
    usual = solve(model, state, parameters, starts, calendar, MONTHS, TOLERANCE)
    for site in Site:
        young = model.states.index(Key("young_bone", site))
        mature = model.states.index(Key("mature_bone", site))
        for column in (young, mature):
            difference = usual.states[0][:, column] - expected[:, column]
            assert np.abs(difference).max() < 1e-4, "0.01 points of bone"
