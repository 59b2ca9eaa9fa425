"""The integrator against what is known on paper: order, accuracy, a classic stiff problem."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import solve_ivp
from support.toys.running import run_toy

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.calendar import Span
from osteon.simulation.portable.kernel import functions_of

TIMES = np.linspace(0.0, 40.0, 21)


def logistic(times: np.ndarray, begin: float, growth: float = 0.3) -> np.ndarray:
    """Return logistic growth as it is solved on paper."""
    return 1.0 / (1.0 + (1.0 / begin - 1.0) * np.exp(-growth * times))


def fixed_steps(toy: Model, count: int, end: float, begin: float) -> tuple[float, float]:
    """Return the logistic level after equal steps, and amid the last one by dense output."""
    kernel = functions_of(toy)
    parameters = np.array(toy.table.values)
    y, u = np.empty(kernel.STATES), np.empty(len(toy.inputs))
    kernel.start(parameters, y, u)
    level = toy.states.index(Key("logistic_level"))
    y[level] = begin
    constants = np.empty(kernel.CONSTANTS)
    kernel.prepare(parameters, u, constants)
    rates, slopes = np.empty(kernel.STATES), np.empty(kernel.ENTRIES)
    factors, stages = np.empty(kernel.FACTORS), np.empty((6, kernel.STATES))
    trial, dense = np.empty(kernel.STATES), np.empty((2, kernel.STATES))
    middle = math.nan
    for _ in range(count):
        kernel.rates_and_jacobian(y, constants, rates, slopes)
        kernel.step(y, end / count, constants, rates, slopes, factors, stages, trial, dense)
        half = dense[0, level] + 0.5 * dense[1, level]
        middle = 0.5 * y[level] + 0.5 * (trial[level] + 0.5 * half)
        y[:] = trial
    return y[level], middle


def test_halving_the_step_divides_the_error_by_sixteen(toy: Model) -> None:
    exact = logistic(np.array([8.0]), 0.1)[0]
    errors = [abs(fixed_steps(toy, count, 8.0, 0.1)[0] - exact) for count in (8, 16, 32)]
    orders = [math.log2(coarse / fine) for coarse, fine in pairwise(errors)]
    assert all(3.7 < order < 4.6 for order in orders), orders


def test_dense_output_inside_a_step_is_of_order_three_or_better(toy: Model) -> None:
    errors = []
    for count in (8, 16, 32):
        middle = np.array([8.0 - 4.0 / count])
        errors.append(abs(fixed_steps(toy, count, 8.0, 0.1)[1] - logistic(middle, 0.1)[0]))
    orders = [math.log2(coarse / fine) for coarse, fine in pairwise(errors)]
    assert all(order > 2.8 for order in orders), orders


@pytest.mark.parametrize("tolerance", [1e-5, 1e-7, 1e-9])
def test_the_error_keeps_to_the_tolerance(toy: Model, tolerance: float) -> None:
    course = run_toy(toy, TIMES, tolerance=tolerance, logistic_level=0.01)
    error = np.abs(course["logistic_level"][0] - logistic(TIMES, 0.01)).max()
    assert error < 20 * tolerance


def test_a_tighter_tolerance_is_more_exact(toy: Model) -> None:
    errors = [
        np.abs(run_toy(toy, TIMES, tolerance=one, logistic_level=0.01)["logistic_level"][0]
               - logistic(TIMES, 0.01)).max()
        for one in (1e-4, 1e-6, 1e-8)
    ]  # fmt: skip
    assert errors[0] > 5 * errors[1] > 25 * errors[2]


def test_inflow_and_decay_are_as_on_paper(toy: Model) -> None:
    """While it flows: u / k (1 - e^(-k t)); then e^(-k t) of what is there."""
    inflow = Span(Key("decaying_inflow"), 3.0, 0.0, 10.0)
    times = np.array([0.0, 0.3, 5.0, 10.0, 10.5, 40.0])
    course = run_toy(toy, times, spans=[inflow], tolerance=1e-10)["decaying_level"][0]
    full = 60.0 * (1 - np.exp(-0.5))
    on_paper = np.where(
        times <= 10.0, 60.0 * (1 - np.exp(-0.05 * times)), full * np.exp(-0.05 * (times - 10.0))
    )
    np.testing.assert_allclose(course, on_paper, rtol=1e-8, atol=1e-9)


def test_robertsons_reactions_agree_with_the_published_solution(toy: Model) -> None:
    """The figures printed in the documentation of LSODE, which ran at a tolerance of 1e-4."""
    course = run_toy(toy, [0.4, 4.0, 40.0, 400.0], tolerance=1e-9)
    published = {
        "first_substance": [9.851726e-01, 9.055142e-01, 7.158050e-01, 4.504846e-01],
        "second_substance": [3.386406e-05, 2.240418e-05, 9.184616e-06, 3.222434e-06],
        "third_substance": [1.479357e-02, 9.446344e-02, 2.841858e-01, 5.495122e-01],
    }
    for name, values in published.items():
        np.testing.assert_allclose(course[name][0], values, rtol=4e-4)


def test_robertsons_reactions_agree_with_radau_and_lose_nothing(toy: Model) -> None:
    times = np.geomspace(1e-3, 1e6, 19)
    course = run_toy(toy, times, tolerance=1e-9)
    found = np.array([course[f"{one}_substance"][0] for one in ("first", "second", "third")])

    def reactions(_: float, y: np.ndarray) -> list[float]:
        made, back = 3e7 * y[1] ** 2, 1e4 * y[1] * y[2]
        return [back - 0.04 * y[0], 0.04 * y[0] - back - made, made]

    radau = solve_ivp(
        reactions, (0, 1e6), [1, 0, 0], method="Radau", t_eval=times, rtol=1e-11, atol=1e-14
    )
    np.testing.assert_allclose(found, radau.y, rtol=1e-5, atol=1e-8)
    np.testing.assert_allclose(found.sum(axis=0), 1.0, rtol=1e-10)
