"""What calendars share is lived once, and nobody can tell."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.people.branching import simulate_branches

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


def test_what_was_lived_is_kept_by_its_numbers(model: Model) -> None:
    women = typical_women(model, 3)
    times = months(24, step=6)
    first = simulate_branches(women, {"one": calendar(women, BOTH)}, times)["one"]
    beside = {"another": calendar(women, BOTH), "more": calendar(women, LATER)}
    again = simulate_branches(typical_women(model, 3), beside, times)
    assert again["another"] is first
    assert again["more"] is not first
    assert simulate_branches(women, beside, months(30, step=6))["another"] is not first
    older = typical_women(model, 3, age=63.0)
    assert simulate_branches(older, beside, times)["another"] is not first


def test_a_large_cohort_is_not_kept(model: Model) -> None:
    women = typical_women(model, 513)
    plan = {"one": calendar(women, INHIBITOR)}
    times = months(1)
    kept = simulate_branches(women, plan, times)["one"]
    assert simulate_branches(women, plan, times)["one"] is not kept
