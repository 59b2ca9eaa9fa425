"""Power comes from many people, so that it is no accident of the few that a trial enrolls."""

from __future__ import annotations

from pathlib import Path

import pytest

from osteon.trials.power import number_needed
from osteon.trials.power_of_trial import MANY, TrialPower, power_of_trial
from osteon.trials.simulate_trial import simulate_trial

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "designed_trial.yaml"


@pytest.fixture(scope="module")
def powers() -> list[TrialPower]:
    return [power_of_trial(simulate_trial(EXAMPLE, people=20, seed=seed)) for seed in (1, 2)]


def test_another_seed_asks_for_as_many_people(powers: list[TrialPower]) -> None:
    """Taken from the 150 people of the example, 80 % at the spine would ask for 23 to 61."""
    for one, other in zip(*(power.changes for power in powers), strict=True):
        assert one.endpoint == other.endpoint
        for wanted in one.needed:
            mine, theirs = one.needed[wanted], other.needed[wanted]
            assert mine is not None
            assert mine == pytest.approx(theirs, rel=0.15, abs=2)


def test_trials_drawn_from_these_people_find_what_the_formula_says(
    powers: list[TrialPower],
) -> None:
    for power in powers:
        assert power.people == MANY
        for one in power.changes:
            for size, by_formula in one.by_formula.items():
                assert one.by_resampling[size] == pytest.approx(by_formula, abs=0.06)


def test_the_curve_passes_80_percent_where_so_many_people_are_needed(
    powers: list[TrialPower],
) -> None:
    for one in powers[0].changes:
        needed = number_needed(one.difference, one.sd, one.other_sd, 0.8)
        assert needed is not None
        assert all((power >= 0.8) == (size >= needed) for size, power in one.curve.items())


def test_the_planned_power_is_that_of_the_people_who_stay(powers: list[TrialPower]) -> None:
    """Twenty are enrolled, some leave: less than the power of 25 measured in each arm."""
    for one in powers[0].changes:
        assert 0.05 < one.planned < one.by_formula[25]
