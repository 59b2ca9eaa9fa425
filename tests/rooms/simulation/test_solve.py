"""Solving many people: each alone, on any number of cores, checked, and kept apart."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from support.people import calendar, different_women, doing, months
from support.toys.running import run_toy

from osteon.errors import OsteonError, SimulationError
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.simulation.engine import ON_PROCESSORS, kernel_of
from osteon.simulation.native.compiler import compiler
from osteon.simulation.solve import solve

PLAN = doing(drugs=["anastrozole 1 mg daily for 5 years"])


def test_the_number_of_cores_does_not_matter(toy: Model) -> None:
    runs = [
        run_toy(toy, [5.0, 50.0], people=40, cores=cores, logistic_level=0.1).states
        for cores in (1, 2, 3)
    ]
    np.testing.assert_array_equal(runs[0], runs[1])
    np.testing.assert_array_equal(runs[0], runs[2])


def test_everyone_is_as_if_alone(model: Model) -> None:
    cohort = different_women(model, 20, seed=2)
    together = cohort.simulate(calendar(cohort, PLAN), months(24, step=6))
    for person in (0, 7, 19):
        alone = Cohort(model, cohort.parameters[[person]], cohort.ages[[person]])
        course = alone.simulate(calendar(alone, PLAN), months(24, step=6))
        np.testing.assert_array_equal(course.states[0], together.states[person])


def test_the_same_question_has_the_same_answer(model: Model) -> None:
    cohort = different_women(model, 20, seed=3)
    one, other = (cohort.simulate(calendar(cohort, PLAN), months(24)) for _ in range(2))
    np.testing.assert_array_equal(one.states, other.states)


def test_one_person_who_fails_does_not_pull_the_others_along(toy: Model) -> None:
    """All fail or none is returned: half a population is no answer."""
    from osteon.simulation.calendar import Calendar
    from osteon.simulation.solve import reference_of

    parameters = np.tile(np.array(toy.table.values), (5, 1))
    begin, inputs = reference_of(toy, parameters)
    begin[3, [str(key) for key in toy.states].index("dwindling_level")] = 0.4
    plan = Calendar.of(toy, inputs)
    with pytest.raises(SimulationError, match=r"^person 3 could .*; 1 of 5 people failed$"):
        solve(toy, begin, parameters, np.zeros(5), plan, [500.0])


def test_what_is_handed_in_is_left_as_it_was(toy: Model) -> None:
    from osteon.simulation.calendar import Calendar
    from osteon.simulation.solve import reference_of

    parameters = np.array([toy.table.values])
    begin, inputs = reference_of(toy, parameters)
    kept = begin.copy(), parameters.copy()
    solve(toy, begin, parameters, np.zeros(1), Calendar.of(toy, inputs), [10.0])
    np.testing.assert_array_equal(begin, kept[0])
    np.testing.assert_array_equal(parameters, kept[1])


def test_each_person_starts_at_her_own_time(toy: Model) -> None:
    late = run_toy(toy, [100.0], start=90.0, logistic_level=0.1)["logistic_level"]
    early = run_toy(toy, [10.0], start=0.0, logistic_level=0.1)["logistic_level"]
    assert late == pytest.approx(early, rel=1e-9)


@pytest.mark.parametrize("engine", ON_PROCESSORS)
def test_times_may_be_every_second_of_an_array(
    toy: Model, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine == "native" and compiler() is None:
        pytest.skip("there is no C++ compiler here")
    monkeypatch.setenv("OSTEON_ENGINE", engine)
    every = np.arange(0.0, 40.0, 5.0)
    some = run_toy(toy, every[::2], logistic_level=0.1)["logistic_level"]
    assert some == pytest.approx(run_toy(toy, [*every[::2]], logistic_level=0.1)["logistic_level"])


def test_a_tolerance_nobody_can_meet_ends_as_an_error(toy: Model) -> None:
    with pytest.raises(SimulationError, match=r"(too small|too many steps)"):
        run_toy(toy, [100.0], tolerance=1e-19, logistic_level=0.1)


@pytest.mark.parametrize("times", [[10.0, 5.0], [1.0, float("nan")]])
def test_times_that_do_not_rise_are_refused(
    toy: Model, monkeypatch: pytest.MonkeyPatch, times: list[float]
) -> None:
    """The integrator would wait for them forever, so they must not reach it."""

    def never(*_: object) -> None:
        raise AssertionError("the integrator was reached")

    guarded = SimpleNamespace(start=kernel_of(toy).start, integrate=never)
    monkeypatch.setattr("osteon.simulation.solve.kernel_of", lambda *_: guarded)
    with pytest.raises((OsteonError, ValueError), match="ris"):
        run_toy(toy, times)
