"""What calendars share is lived once, and nobody can tell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.model.moving import counters, moving
from osteon.people import branching
from osteon.people.branching import simulate_branches, states_at

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
        alone = women.simulate(each, months(24, step=6), tolerance=1e-9).states
        counted = list(counters(model))
        alone[:, :, counted] -= alone[:, :1, counted]
        np.testing.assert_allclose(together[name].states, alone, rtol=1e-6, atol=1e-9)


def test_what_is_kept_cannot_be_changed_by_whoever_has_it(model: Model) -> None:
    women = typical_women(model, 3)
    found = simulate_branches(women, {"one": calendar(women, BOTH)}, months(24, step=6))["one"]
    for array in (found.states, found.parameters, found.levels):
        with pytest.raises(ValueError, match="read-only"):
            array *= 1.1


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


def test_what_moves_nothing_leaves_the_life_as_it_was(model: Model) -> None:
    woman = typical_women(model, 1)
    still = [place for place in range(len(model.table.columns)) if place not in moving(model)]
    other = woman.parameters.copy()
    other[:, still] *= 1.1
    usual = calendar(woman, doing())
    here, there = (
        one.simulate(usual, months(24), tolerance=1e-9).states
        for one in (woman, replace(woman, parameters=other))
    )
    counted = list(counters(model))
    assert np.abs(here - there)[:, :, counted].max() > 1e-6
    there[:, :, counted] = here[:, :, counted]
    np.testing.assert_allclose(here, there, rtol=1e-6, atol=1e-9)


def test_who_differs_in_what_moves_nothing_has_lived_the_same(model: Model) -> None:
    women = typical_women(model, 3)
    usual = calendar(women, doing())
    lived = states_at(women, usual, 0.0)
    brighter = women.with_parameter("bmd.peak@total_hip", 1.3)
    assert (states_at(brighter, usual, 0.0) == lived).all()
    assert (lived[:, counters(model)] == 0.0).all()
    slower = women.with_parameter("bone.peak@total_hip", 0.8)
    assert (states_at(slower, usual, 0.0) != lived).any()


def test_a_large_cohort_is_not_kept(model: Model) -> None:
    women = typical_women(model, 513)
    plan = {"one": calendar(women, INHIBITOR)}
    times = months(1)
    kept = simulate_branches(women, plan, times)["one"]
    assert simulate_branches(women, plan, times)["one"] is not kept


def test_a_calendar_of_very_many_changes_is_not_kept(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    women, times = typical_women(model, 3), months(18, step=6)
    laid_out = {"one": calendar(women, BOTH)}
    monkeypatch.setattr(branching, "_HEAVIEST", laid_out["one"].inputs.nbytes - 1)
    first, again = (simulate_branches(women, laid_out, times)["one"] for _ in range(2))
    assert again is not first
    np.testing.assert_array_equal(again.states, first.states)
