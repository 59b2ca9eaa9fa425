"""Gradients against what is known on paper, against differences, and on other solvers."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support.independent import solve_one
from support.people import calendar, different_women, doing, months
from support.toys.running import run_toy

from osteon.errors import OsteonError, SimulationError
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.gradient import Gradient, solve_gradient
from osteon.simulation.native.compiler import compiler
from osteon.simulation.solve import reference_of
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]
pytestmark = pytest.mark.skipif(compiler() is None, reason="there is no C++ compiler here")

TIMES = np.array([0.5, 3.0, 20.0, 21.0, 33.3, 60.0])
BY = ("decay.loss", "depot.release", "logistic.growth")


def toy_gradient(toy: Model, people: int = 1, tolerance: float = 1e-9) -> Gradient:
    """Return the toys from levels, with an inflow from day 20 on and a dose on day 21."""
    rows = np.tile(np.array(toy.table.values), (people, 1))
    begin, inputs = reference_of(toy, rows)
    begin[:, toy.states.index(Key("decaying_level"))] = 2.0
    begin[:, toy.states.index(Key("logistic_level"))] = np.linspace(0.1, 0.3, people)
    plan = Calendar.of(
        toy,
        inputs,
        [Span(Key("decaying_inflow"), 1.5, 20.0, np.inf)],
        [Dose(Key("depot"), 4.0, 21.0)],
    )
    slopes = np.zeros((people, len(BY), len(toy.states)))
    return solve_gradient(
        toy, begin, slopes, rows, np.zeros(people), plan, TIMES, BY, tolerance=tolerance
    )


def test_a_decay_depends_on_its_speed_as_on_paper(toy: Model) -> None:
    """On paper x0 e^(-kt) + u/k (1 - e^(-ks)), s days after the inflow began."""
    k, s = 0.05, np.maximum(TIMES - 20.0, 0.0)
    fading = np.exp(-k * s)
    expected = -TIMES * 2.0 * np.exp(-k * TIMES) + 1.5 * (s * fading / k - (1 - fading) / k**2)
    found = toy_gradient(toy)["decaying_level"][0]
    np.testing.assert_allclose(found[:, 0], expected, rtol=1e-6)
    assert not found[:, 1:].any(), "no other parameter is in it"


def test_a_dose_does_not_move_with_what_becomes_of_it(toy: Model) -> None:
    """Before the dose and at its very time nothing depends on the release; then -s A e^(-ks)."""
    s = np.maximum(TIMES - 21.0, 0.0)
    found = toy_gradient(toy)["depot"][0, :, 1]
    expected = -s * 4.0 * np.exp(-0.1 * s)
    np.testing.assert_array_equal(found[s == 0.0], 0.0)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-6 * np.abs(expected).max())


def test_everyone_has_her_own_slopes(toy: Model) -> None:
    """Eleven people, more than the lanes hold: x(1 - x) t for logistic growth."""
    found = toy_gradient(toy, people=11)
    level = found.course["logistic_level"]
    expected = TIMES * level * (1.0 - level)
    np.testing.assert_allclose(found["logistic_level"][:, :, 2], expected, rtol=0, atol=1e-6)


def test_the_course_is_that_of_a_plain_run(toy: Model) -> None:
    plain = run_toy(toy, TIMES, people=11, tolerance=1e-9, decaying_level=2.0, logistic_level=0.2)
    mine = toy_gradient(toy, people=11).course
    assert mine["decaying_level"][:, :3] == pytest.approx(plain["decaying_level"][:, :3], rel=1e-10)


WOMEN_BY = (
    "ovary.menopause_age",
    "ovary.span",
    "estradiol.steepness",
    "anastrozole.half_inhibition",
    "denosumab.half_blockade",
    "rankl_opg.spare",
    "mechanostat.kept_without_estrogen",
    "calcium.usual",
)
SEEN = (*(f"bmd@{site}" for site in Site), "ctx", "pinp", "estradiol", "pth")


def on_therapy(model: Model) -> tuple[Cohort, Calendar]:
    """Return women on an inhibitor, then denosumab, with their run-in."""
    women = different_women(model, 3, seed=8)
    drugs = ["anastrozole 1 mg daily for 5 years", "denosumab 60 mg every 6 months for 1 year"]
    return women, calendar(women, doing(drugs=drugs))


def by_differences(women: Cohort, plan: Calendar, name: str, times: Array) -> dict[str, Array]:
    """Return central differences of every readout, per relative change of a parameter."""
    values = women.parameters[:, women.model.table.column(name)]
    step = 1e-4 if name != "ovary.menopause_age" else 1e-5
    up, down = (
        women.with_parameter(name, values * (1 + sign * step)).simulate(plan, times, 1e-11)
        for sign in (1, -1)
    )
    return {seen: (up[seen] - down[seen]) / (2 * step) for seen in SEEN}


def test_readouts_depend_on_parameters_as_differences_say(model: Model) -> None:
    """Through run-in, drugs and doses, to 1e-4 of what a parameter moves at most.

    Differences themselves are good to about 1e-6 of a readout.
    """
    women, plan = on_therapy(model)
    times = months(36, step=3)
    found = women.gradient(plan, times, WOMEN_BY, tolerance=1e-7)
    for place, name in enumerate(WOMEN_BY):
        values = women.parameters[:, model.table.column(name), None]
        for seen, expected in by_differences(women, plan, name, times).items():
            mine = found[seen][..., place] * values
            allowed = 1e-4 * np.abs(expected).max() + 1e-5 * np.abs(found.course[seen]).max()
            assert np.abs(mine - expected).max() < allowed, (name, seen)


def test_at_the_usual_tolerance_gradients_serve_a_fit(model: Model) -> None:
    """To 0.2 % of what a parameter moves at most, and 0.02 % of the readout itself."""
    women, plan = on_therapy(model)
    times = months(36, step=3)
    usual, tight = (women.gradient(plan, times, WOMEN_BY, t) for t in (1e-5, 1e-8))
    values = women.parameters[:, None, [model.table.column(name) for name in WOMEN_BY]]
    for seen in SEEN:
        one, other = usual[seen] * values, tight[seen] * values
        allowed = 2e-3 * np.abs(other).max(axis=(0, 1)) + 2e-4 * np.abs(tight.course[seen]).max()
        assert (np.abs(one - other).max(axis=(0, 1)) < allowed).all(), seen


def test_the_kernel_follows_what_an_independent_solver_finds(model: Model) -> None:
    """LSODA on equations written out another way, by differences: six months of an inhibitor."""
    name, step = "estradiol.steepness", 1e-3
    women = different_women(model, 1, seed=8)
    plan = calendar(women, doing(drugs=["anastrozole 1 mg daily for 5 years"]))
    begin = women.simulate(plan, [0.0], 1e-9).states[:, 0]
    times = months(6, first=1)
    column = model.table.column(name)
    slopes = np.zeros((1, 1, len(model.states)))
    found = solve_gradient(
        model, begin, slopes, women.parameters, np.zeros(1), plan, times, [name], 1e-8
    )
    rows = [women.parameters[0].copy() for _ in range(2)]
    rows[0][column] *= 1 + step
    rows[1][column] *= 1 - step
    up, down = (solve_one(model, begin[0], row, 0.0, plan, times) for row in rows)
    expected = (up - down) / (2 * step)
    mine = found.slopes[0, :, 0] * women.parameters[0, column]
    size = np.abs(expected).max(axis=0) + 1e-4 * np.abs(begin[0]) + 1e-6
    assert (np.abs(mine - expected) < 1e-4 * size).all()


@pytest.mark.parametrize("engine", ["portable", "cuda"])
def test_other_engines_say_that_they_follow_none(
    toy: Model, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSTEON_ENGINE", engine)
    rows = np.array([toy.table.values])
    with pytest.raises(SimulationError, match=rf"native engine only, and {engine}.*OSTEON_ENGINE"):
        solve_gradient(
            toy, np.zeros((1, len(toy.states))), np.zeros((1, 1, len(toy.states))), rows,
            np.zeros(1), Calendar.of(toy, np.zeros((1, len(toy.inputs)))), TIMES, BY[:1],
        )  # fmt: skip


def test_a_parameter_that_does_not_exist_is_named_with_the_nearest(model: Model) -> None:
    women, plan = on_therapy(model)
    with pytest.raises(OsteonError, match=r"ovary\.spam.*ovary\.span"):
        women.gradient(plan, months(12), ["ovary.spam"])


def test_no_parameter_is_no_question(model: Model) -> None:
    women, plan = on_therapy(model)
    with pytest.raises(SimulationError, match="at least one parameter"):
        women.gradient(plan, months(12), [])
