"""Different women on different plans, against SciPy's LSODA and BDF through another emitter."""

from __future__ import annotations

import numpy as np
import pytest
from support.independent import solve_one
from support.people import calendar, different_women, doing, months
from support.toys.running import run_toy

from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar, Dose, Span
from osteon.simulation.solve import reference_of, solve

PLANS = {
    "inhibitor and bisphosphonate": doing(
        drugs=["anastrozole 1 mg daily for 5 years", "risedronate 35 mg weekly for 3 years"],
        diet={"calcium": "1200 mg/day", "vitamin_d": "1000 IU/day"},
    ),
    "tamoxifen, poor diet, training": doing(
        drugs=["tamoxifen 20 mg daily for 5 years"],
        diet={"calcium": "400 mg/day"},
        exercise=[
            {"activity": "jogging", "sessions": "3 per week", "minutes": 30, "from": "month 6",
             "until": "month 30"}
        ],
    ),
    "inhibitor late": doing(
        drugs=[{"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month 17"}]
    ),
}  # fmt: skip


def relative(found: np.ndarray, exact: np.ndarray) -> np.ndarray:
    """Return the largest error of each state, relative to the largest that the state becomes."""
    largest = np.abs(exact).max(axis=0)
    return np.abs(found - exact).max(axis=0) / np.where(largest < 1e-9, 1.0, largest)


@pytest.mark.parametrize(
    ("plan", "method", "seed"),
    [
        ("inhibitor and bisphosphonate", "LSODA", 21),
        ("tamoxifen, poor diet, training", "LSODA", 22),
        ("inhibitor late", "BDF", 23),
    ],
)
def test_every_state_of_everyone_agrees(model: Model, plan: str, method: str, seed: int) -> None:
    everyone = different_women(model, 5, seed)
    one = Cohort(model, everyone.parameters[[4]], everyone.ages[[4]])
    happening = calendar(one, PLANS[plan])
    begin = reference_of(model, one.parameters)[0]
    age = model.states.index(Key("age"))
    menopause = one.parameters[0, model.table.column("ovary.menopause_age")]
    begin[0, age] = min(begin[0, age], menopause - 8 * 365.25)
    start = begin[0, age] - one.ages[0]
    times = months(120, step=2)
    tolerance = 1e-10 if method == "LSODA" else 1e-9
    exact = solve_one(
        model, begin[0], one.parameters[0], start, happening, times, tolerance, method
    )
    tight = solve(model, begin, one.parameters, np.array([start]), happening, times, 1e-10)
    errors = dict(zip(map(str, model.states), relative(tight.states[0], exact), strict=True))
    assert {name: error for name, error in errors.items() if error > 1e-6} == {}
    as_lived = one.simulate(happening, times, tolerance=1e-10)
    np.testing.assert_allclose(as_lived.states, tight.states, rtol=1e-9, atol=1e-12)


def test_doses_and_inflows_of_the_toys_agree(toy: Model) -> None:
    rng = np.random.default_rng(4)
    doses = [Dose(Key("depot"), 5.0, float(day)) for day in rng.uniform(0, 60, 12)]
    spans = [Span(Key("decaying_inflow"), 2.0, float(day), float(day) + 9.0) for day in (3, 8, 31)]
    times = np.union1d(np.linspace(0.0, 60.0, 61), [dose.time for dose in doses])
    found = run_toy(toy, times, doses=doses, spans=spans, tolerance=1e-10, logistic_level=0.05)
    begin, inputs = reference_of(toy, np.array([toy.table.values]))
    begin[0, toy.states.index(Key("logistic_level"))] = 0.05
    plan = Calendar.of(toy, inputs, spans, doses)
    exact = solve_one(toy, begin[0], np.array(toy.table.values), 0.0, plan, times)
    assert relative(found.states[0], exact).max() < 1e-6
