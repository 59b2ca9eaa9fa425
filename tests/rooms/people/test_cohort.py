"""The run-in: from the reference state to today, early enough to hold all that was lost."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.solve import reference_of, solve

YEARS = 365.25


@pytest.mark.parametrize(("age", "menopause"), [(50.0, 38.0), (62.0, 50.0), (45.0, 55.0)])
def test_the_run_in_begins_before_anything_is_lost(
    model: Model, age: float, menopause: float
) -> None:
    """Begun twenty years before menopause, today is the same to a hundredth of a percent.

    Aging of osteoblasts, which a longer run-in would count for longer, is taken out.
    """
    cohort = typical_women(model, age=age, menopause=menopause)
    cohort = cohort.with_parameter("osteoblast_aging.decline", 0.0)
    begin = reference_of(model, cohort.parameters)[0]
    first = min(menopause - 20.0, 40.0)
    begin[:, model.states.index(Key("age"))] = first * YEARS
    plan, start = calendar(cohort), np.array([(first - age) * YEARS])
    long = solve(model, begin, cohort.parameters, start, plan, months(12, step=12), 1e-9)
    usual = cohort.simulate(plan, months(12, step=12), 1e-9)
    for name in ("estradiol", "bmd@lumbar_spine", "bmd@total_hip", "ctx"):
        np.testing.assert_allclose(usual[name], long[name], rtol=1e-4, err_msg=name)


def test_asking_about_the_past_begins_the_run_in_earlier(model: Model) -> None:
    cohort = typical_women(model, age=42.0, menopause=50.0)
    course = cohort.simulate(calendar(cohort), np.array([-5 * YEARS, 0.0]))
    np.testing.assert_allclose(course["age"][0] / YEARS, [37.0, 42.0], rtol=1e-9)


@pytest.mark.parametrize("age", [30.0, 35.0, 48.0])
def test_what_was_begun_before_month_0_is_lived_at_every_age(model: Model, age: float) -> None:
    """Two years of a depot leave the estradiol of menopause at month 0, and less bone."""
    woman = typical_women(model, age=age, menopause=58.0)
    depot = doing(drugs=["goserelin 3.6 mg every 28 days from month -24"])
    course = woman.simulate(calendar(woman, depot, depot), np.zeros(1))
    untreated = woman.simulate(calendar(woman), np.zeros(1))
    assert course["estradiol"][0, 0] < 0.1 * untreated["estradiol"][0, 0]
    assert course["bmd@lumbar_spine"][0, 0] < 0.95 * untreated["bmd@lumbar_spine"][0, 0]


def test_ovaries_taken_at_30_are_missed_from_30_on(model: Model) -> None:
    """Ten years longer without estrogen than a woman who lost them at 40, and at the hip less."""
    woman = typical_women(model, age=60.0, menopause=51.0)

    def hip(age: float) -> float:
        taken = {"procedure": "oophorectomy", "at": f"month {12 * (age - 60.0):g}"}
        done = doing(procedures=[taken])
        return float(
            woman.simulate(calendar(woman, done, done), np.zeros(1))["bmd@total_hip"][0, 0]
        )

    assert hip(30.0) < 0.99 * hip(40.0) < 0.98 * hip(50.0)


def test_a_parameter_is_replaced_in_a_copy(model: Model) -> None:
    cohort = typical_women(model, count=2)
    changed = cohort.with_parameter("coupling.strength", np.array([0.1, 0.2]))
    place = model.table.column("coupling.strength")
    assert changed.parameters[:, place].tolist() == [0.1, 0.2]
    assert cohort.parameters[0, place] == model.table.values[place]
    assert len(changed) == 2
