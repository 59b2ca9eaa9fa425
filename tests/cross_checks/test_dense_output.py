"""Outputs between steps are as good as steps: more outputs never change or worsen an answer."""

from __future__ import annotations

import numpy as np
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.simulation.calendar import Calendar

COURSES = ["anastrozole 1 mg daily for 5 years", "risedronate 35 mg weekly for 3 years"]


def treated(model: Model) -> tuple[Cohort, Calendar]:
    """Return a woman of 62 on an inhibitor and a bisphosphonate."""
    cohort = typical_women(model)
    return cohort, calendar(cohort, doing(drugs=COURSES))


def test_bmd_at_the_default_tolerance_is_good_to_a_hundredth_of_a_percent(model: Model) -> None:
    cohort, plan = treated(model)
    usual, tight = cohort.simulate(plan, months(120)), cohort.simulate(plan, months(120), 1e-10)
    for site in ("lumbar_spine", "total_hip", "femoral_neck"):
        bmd, exact = usual[f"bmd@{site}"], tight[f"bmd@{site}"]
        assert np.abs(bmd / exact - 1.0).max() < 1e-4, site


def test_monthly_markers_at_the_default_tolerance_are_good_to_a_thousandth(model: Model) -> None:
    cohort, plan = treated(model)
    usual, tight = cohort.simulate(plan, months(120)), cohort.simulate(plan, months(120), 1e-10)
    for marker in ("ctx", "pinp", "pth", "calcidiol", "estradiol"):
        assert np.abs(usual[marker] / tight[marker] - 1.0).max() < 1e-3, marker


def test_asking_more_often_gives_the_same_answers(model: Model) -> None:
    """Outputs are read off steps; they do not bend them."""
    cohort, plan = treated(model)
    rare, often = cohort.simulate(plan, months(120, step=12)), cohort.simulate(plan, months(120))
    np.testing.assert_array_equal(rare.states, often.states[:, ::12])


def test_an_output_at_the_start_or_before_is_the_start(model: Model) -> None:
    cohort, plan = treated(model)
    early = -(62 - 40 + 0.0) * 365.25
    course = cohort.simulate(plan, np.array([early, 0.0]))
    age = course["age"][0] / 365.25
    np.testing.assert_allclose(age, [40.0, 62.0], atol=0.01)
