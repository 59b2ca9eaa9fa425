"""Years almost without calcium: bone gives what the diet lacks, and nobody dies of a diet."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, different_women, doing, fitted, months, typical_women

from osteon.model.model import Model
from osteon.simulation.trajectory import Trajectory


@pytest.mark.parametrize("intake", [200, 300])
def test_serum_calcium_holds_on_poor_diets(model: Model, intake: int) -> None:
    """Below 1.75 mmol/L a person cramps; healthy people on poor diets never come near it."""
    assert course_on(model, intake)["serum_calcium"].min() > 1.75


@pytest.mark.parametrize("intake", [0, 50, 100])
def test_nothing_breaks_on_no_diet_at_all(model: Model, intake: int) -> None:
    """No one eats so little; what is asked all the same stays finite and positive."""
    course = course_on(model, intake)
    assert np.isfinite(course.states).all()
    assert course["serum_calcium"].min() > 0


@pytest.mark.parametrize(("intake", "years"), [(0, 10), (50, 20), (100, 30)])
def test_bone_holds_serum_calcium_for_decades(model: Model, intake: int, years: int) -> None:
    """Untreated hypoparathyroidism, lived with for years, leaves 1.5 to 1.8 mmol/L (recalled).

    What is lost a day by gut and skin, 1.4 mmol or more at first, is a fiftieth of the skeleton a
    year.
    """
    woman = fitted(typical_women(model))
    poor = calendar(woman, doing(diet={"calcium": f"{intake} mg/day"}))
    course = woman.simulate(poor, months(12 * years, step=12))
    assert course["serum_calcium"].min() > 1.65
    fed = woman.simulate(calendar(woman), months(12 * years, step=12))
    assert course["bmd@total_hip"][0, -1] < 0.8 * fed["bmd@total_hip"][0, -1]


@pytest.mark.parametrize("intake", [0, 20, 100, 800, 3000])
def test_no_more_is_absorbed_than_is_eaten(model: Model, intake: int) -> None:
    """The molar mass of calcium is 40.078 mg/mmol."""
    absorbed = course_on(model, intake)["calcium_absorbed"][:, 1:]
    assert (absorbed <= intake / 40.078 + 1e-12).all()


def course_on(model: Model, intake: int) -> Trajectory:
    """Return two years of different women on a calcium intake (mg a day)."""
    cohort = different_women(model, 8, seed=0)
    poor = calendar(cohort, doing(diet={"calcium": f"{intake} mg/day"}))
    return cohort.simulate(poor, months(24))
