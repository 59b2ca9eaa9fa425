"""What calendars share is lived once, and nobody can tell."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.people.branching import first_difference, simulate_branches

INHIBITOR = doing(drugs=["anastrozole 1 mg daily for 5 years"])
BOTH = doing(drugs=["anastrozole 1 mg daily for 5 years", "zoledronic acid 4 mg every 6 months"])
LATER = doing(drugs=[{"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month 6"}])
BEFORE = doing(
    drugs=[{"drug": "tamoxifen", "dose": "20 mg", "every": "1 day", "from": "month -24"}]
)


@pytest.mark.parametrize("other", [BOTH, LATER, BEFORE, INHIBITOR])
def test_together_they_come_to_the_same_states_as_each_alone(model: Model, other: object) -> None:
    women = typical_women(model, 3)
    calendars = {"one": calendar(women, INHIBITOR), "other": calendar(women, other)}
    together = simulate_branches(women, calendars, months(24, step=6), tolerance=1e-9)
    for name, each in calendars.items():
        alone = women.simulate(each, months(24, step=6), tolerance=1e-9)
        np.testing.assert_allclose(together[name].states, alone.states, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("other", "month"), [(BOTH, 0.0), (LATER, 0.0), (BEFORE, -24.0), (INHIBITOR, np.inf)]
)
def test_the_first_day_that_differs_is_found(model: Model, other: object, month: float) -> None:
    women = typical_women(model)
    both = [calendar(women, INHIBITOR), calendar(women, other)]
    assert first_difference(both) == pytest.approx(month * 30.4375)
