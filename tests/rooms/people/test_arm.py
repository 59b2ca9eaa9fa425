"""Arms of a trial: the same people in each, who differ by what they do and by nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.people import months

from osteon.errors import InputError
from osteon.language import Observation, Trial
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.people.arm import ArmSetting, simulate_arm
from osteon.people.statistic import (
    error_of_change,
    individual_values,
    one_percent,
    summary_of,
)
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.units import DAYS_PER_MONTH

TRIAL = Trial.model_validate(
    {
        "trial": "test",
        "population": {
            "age": {"mean": "60 years", "sd": "8 years"},
            "t_score": {"total_hip": {"mean": -1.0, "sd": 0.8}},
        },
        "usual": {"diet": {"calcium": "1000 mg/day"}},
        "arms": {
            "placebo": {},
            "empty tablets": {"drugs": [{"drug": "anastrozole", "dose": "0 mg", "every": "1 day"}]},
            "anastrozole": {"drugs": ["anastrozole 1 mg daily for 5 years"]},
        },
    }
)
COUNT = 32


def lived(
    model: Model, arm: str, seed: int = 1, parameters: np.ndarray | None = None
) -> Trajectory:
    """Return two years of an arm."""
    setting = ArmSetting(TRIAL, arm, COUNT, months(24, step=12), seed)
    rows = np.array([model.table.values]) if parameters is None else parameters
    return simulate_arm(model, setting, rows, len(rows))


def test_every_arm_has_the_same_people(model: Model) -> None:
    placebo, treated = lived(model, "placebo"), lived(model, "anastrozole")
    np.testing.assert_array_equal(treated.parameters, placebo.parameters)
    np.testing.assert_allclose(treated.states[:, 0], placebo.states[:, 0], rtol=1e-9)


def test_empty_tablets_are_placebo(model: Model) -> None:
    placebo, empty = lived(model, "placebo"), lived(model, "empty tablets")
    np.testing.assert_allclose(empty["bmd@total_hip"], placebo["bmd@total_hip"], rtol=1e-5)


def test_everyone_loses_more_on_an_inhibitor_than_she_would_on_placebo(model: Model) -> None:
    placebo, treated = (
        lived(model, arm)["bmd@total_hip"][:, 2] for arm in ("placebo", "anastrozole")
    )
    assert (treated < placebo).all()


def test_t_scores_at_month_0_are_the_trials(model: Model) -> None:
    """NHANES III, total hip: 0.942 (0.122) g/cm2."""
    t_scores = (lived(model, "anastrozole")["bmd@total_hip"][:, 0] - 0.942) / 0.122
    assert t_scores.mean() == pytest.approx(-1.0, abs=1e-3)
    assert t_scores.std() == pytest.approx(0.8, rel=1e-3)


def test_the_same_seed_is_the_same_answer_and_another_another(model: Model) -> None:
    one, again, other = (lived(model, "anastrozole", seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.states, again.states)
    assert not np.array_equal(one.states, other.states)


def test_groups_are_the_same_people_under_other_parameters(model: Model) -> None:
    rows = np.tile(np.array(model.table.values), (2, 1))
    rows[1, model.table.column("coupling.strength")] *= 0.9
    both = lived(model, "placebo", parameters=rows)
    assert len(both.states) == 2 * COUNT
    differ = (both.parameters[:COUNT] != both.parameters[COUNT:]).any(axis=0)
    named = {name for name, other in zip(model.table.columns, differ, strict=True) if other}
    assert "coupling.strength" in named
    assert {name for name in named if not name.startswith(("bmd.peak", "bone.peak"))} == {
        "coupling.strength"
    }


def observed(**words: object) -> Observation:
    """Return an observation of the placebo arm at month 24."""
    return Observation.model_validate({"arm": "placebo", "month": 24, **words})


@pytest.fixture(scope="module")
def placebo(model: Model) -> Trajectory:
    """Return the placebo arm."""
    return lived(model, "placebo")


def test_a_change_is_percent_of_the_earlier_visit(placebo: Trajectory) -> None:
    bmd = placebo["bmd@lumbar_spine"]
    whole = individual_values(placebo, observed(endpoint="bmd_lumbar_spine", change="-1 %"))
    np.testing.assert_allclose(whole, 100 * (bmd[:, 2] - bmd[:, 0]) / bmd[:, 0])
    later = observed(endpoint="bmd_lumbar_spine", change="-1 %", since="month 12")
    np.testing.assert_allclose(
        individual_values(placebo, later), 100 * (bmd[:, 2] - bmd[:, 1]) / bmd[:, 1]
    )


def test_levels_absolute_changes_and_t_score_changes(placebo: Trajectory) -> None:
    hip, pth = placebo["bmd@total_hip"], placebo["pth"]
    level = individual_values(placebo, observed(endpoint="pth", level="40 pg/mL"))
    np.testing.assert_array_equal(level, pth[:, 2])
    absolute = individual_values(placebo, observed(endpoint="pth", absolute="1 pg/mL"))
    np.testing.assert_allclose(absolute, pth[:, 2] - pth[:, 0])
    t_score = observed(endpoint="bmd_total_hip", t_score_change=-0.1)
    np.testing.assert_allclose(individual_values(placebo, t_score), (hip[:, 2] - hip[:, 0]) / 0.122)


def test_what_the_model_does_not_have_is_said(placebo: Trajectory) -> None:
    smaller = Model([one for one in mechanisms() if one.name != "serum_sclerostin"])
    with pytest.raises(InputError, match="the model has no 'sclerostin' yet"):
        individual_values(
            replace(placebo, model=smaller), observed(endpoint="sclerostin", change="3 %")
        )


def test_of_a_fracture_it_is_how_many_are_to_be_expected_between_two_visits(
    placebo: Trajectory,
) -> None:
    grown = placebo["fracture_vertebral_so_far"]
    words = {"endpoint": "fracture_vertebral", "cumulative": "3 %"}
    whole = individual_values(placebo, observed(**words))
    np.testing.assert_array_equal(whole, grown[:, 2] - grown[:, 0])
    later = individual_values(placebo, observed(**words, since="month 12"))
    np.testing.assert_array_equal(later, grown[:, 2] - grown[:, 1])
    assert (whole > later).all()
    assert (later > 0).all()


def test_mean_and_median_over_people() -> None:
    values = np.array([[1.0, 2.0, 9.0], [0.0, 0.0, 3.0]])
    assert summary_of(values, "mean").tolist() == [4.0, 1.0]
    assert summary_of(values, "median").tolist() == [2.0, 0.0]


def test_a_change_carries_the_error_of_two_measurements() -> None:
    """FREEDOM, placebo, hip, 12 months: a spread of 3.2 % where hardly anything changes."""
    change = observed(endpoint="bmd_total_hip", change="-1 %")
    assert error_of_change(change) == pytest.approx(3.0, abs=0.2)
    assert error_of_change(observed(endpoint="pth", level="40 pg/mL")) == 0.0


def test_observations_fall_on_the_months_they_name(placebo: Trajectory) -> None:
    assert observed(endpoint="pth", level="40 pg/mL").time == pytest.approx(24 * DAYS_PER_MONTH)


def test_one_percent_of_bmd_in_other_units(placebo: Trajectory) -> None:
    """NHANES III, total hip: a T-score of -1 is 0.82 g/cm2; an SD of young women is 0.122."""
    grams = one_percent(placebo, observed(endpoint="bmd_total_hip", absolute="-0.01 g/cm2"))
    assert grams == pytest.approx(0.0082, rel=0.01)
    assert one_percent(placebo, observed(endpoint="bmd_total_hip", change="-1 %")) is None
    assert one_percent(placebo, observed(endpoint="pth", level="40 pg/mL")) is None
