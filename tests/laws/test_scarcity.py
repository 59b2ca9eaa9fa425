"""A year almost without calcium: bone gives what the diet lacks, and nobody dies of a diet."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, different_women, doing, months

from osteon.model.model import Model


@pytest.mark.parametrize("intake", [0, 50, 100, 200, 300])
def test_serum_calcium_holds_on_any_diet(model: Model, intake: int) -> None:
    """Below 1.75 mmol/L a person cramps; healthy people on poor diets never come near it."""
    cohort = different_women(model, 8, seed=0)
    poor = calendar(cohort, doing(diet={"calcium": f"{intake} mg/day"}))
    course = cohort.simulate(poor, months(24))
    assert np.isfinite(course.states).all()
    assert course["serum_calcium"].min() > 1.75
