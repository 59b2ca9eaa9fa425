"""Virtual trials: arms that differ by treatment alone, chunks that add up, people who leave."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osteon.errors import InputError, UnknownNameError
from osteon.language import Trial
from osteon.trials.outcome import TrialOutcome
from osteon.trials.schedule import visits_of
from osteon.trials.simulate_trial import carried_out, compared_with, simulate_trial
from osteon.trials.simulate_trial import designed as of_size
from osteon.trials.virtual_trial import SCREENING, VirtualTrial

ANASTROZOLE = {"drugs": ["anastrozole 1 mg daily for 1 year"]}
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "designed_trial.yaml"
PUBLISHED = "src/osteon/evidence/trials"


def designed(arms: dict[str, dict[str, object]], **more: object) -> Trial:
    """Return a trial of a year in women of about 62."""
    words = {"trial": "a design", "arms": arms, "horizon": "1 year", "visits": "every 6 months"}
    return Trial.model_validate({**words, **more})


@pytest.fixture(scope="module")
def both() -> TrialOutcome:
    arms = {"inhibitor": ANASTROZOLE, "placebo": {}}
    return simulate_trial(designed(arms), people=300)


def test_alike_arms_differ_by_exactly_nothing() -> None:
    found = simulate_trial(designed({"one": ANASTROZOLE, "other": ANASTROZOLE}), people=40)
    assert {one.difference for one in found.differences} == {0.0}
    frame = found.to_pandas()
    one, other = (frame[frame.arm == arm].drop(columns="arm") for arm in found.arms)
    pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True))


def test_arms_hold_the_same_people(both: TrialOutcome) -> None:
    one, other = both.design.trial.arms
    for name in ("person", "age_years", "t_score_total_hip", "ctx", "falls_last_year"):
        np.testing.assert_array_equal(both.column(one, name), both.column(other, name))
    name = "bmd_lumbar_spine_month_0"  # the solver has taken other steps
    np.testing.assert_allclose(both.column(one, name), both.column(other, name), rtol=1e-4)


def test_an_inhibitor_takes_bone(both: TrialOutcome) -> None:
    """Spine, one year: -0.9 to -3.0 % on an inhibitor in trials, about -0.5 without."""
    spine = {
        one.arm: one
        for one in both.changes
        if (one.endpoint, one.month) == ("bmd_lumbar_spine", 12)
    }
    assert -3.5 < spine["inhibitor"].mean < -0.5
    (difference,) = (
        one for one in both.differences if (one.endpoint, one.month) == ("bmd_lumbar_spine", 12)
    )
    assert difference.high < 0
    assert difference.versus == "placebo"


def test_without_drop_out_everyone_alive_is_counted(both: TrialOutcome) -> None:
    frame = both.to_pandas()
    assert not frame.dropped_out.any()
    for one in both.changes:
        died = frame[(frame.arm == one.arm) & (frame.followed_month < one.month)]
        assert one.missing == len(died)


def test_whoever_leaves_is_missing_from_then_on() -> None:
    arms = {"leaving": {**ANASTROZOLE, "drop_out": {"per_year": "30 %"}}, "placebo": {}}
    found = simulate_trial(designed(arms), people=400)
    share = found.column("leaving", "dropped_out").mean()
    assert share == pytest.approx(0.30, abs=4 * np.sqrt(0.3 * 0.7 / 400))
    gone = found.column("leaving", "followed_month") < 12
    assert np.isnan(found.column("leaving", "ctx_month_12"))[gone].all()
    assert np.isfinite(found.column("leaving", "ctx_month_12"))[~gone].all()
    assert not found.column("placebo", "dropped_out").any()


@settings(max_examples=4)
@given(st.sampled_from([7, 16, 33, 60]))
def test_chunks_add_up_to_the_whole(size: int) -> None:
    trial = designed({"inhibitor": {**ANASTROZOLE, "drop_out": {"per_year": "9 %"}}})
    whole = VirtualTrial(trial, 60, seed=5).compute(0).to_pandas()
    parts = VirtualTrial(trial, 60, seed=5, chunk_size=size)
    found = pd.concat([parts.compute(index).to_pandas() for index in range(parts.chunks)])
    pd.testing.assert_frame_equal(found.reset_index(drop=True), whole, rtol=1e-9)


def test_chunks_together_say_who_was_screened_in_all() -> None:
    design = VirtualTrial(designed({"placebo": {}}), 50, chunk_size=20)
    found = carried_out(design, "placebo")
    told = json.loads(found.table.schema.metadata[SCREENING])
    assert told["enrolled"] == found.screening.enrolled == 50
    assert told["candidates"] == found.screening.candidates


def test_a_trial_travels_to_another_process_and_gives_the_same_bytes() -> None:
    design = VirtualTrial(designed({"placebo": {}}), 20, seed=2, chunk_size=10)
    assert pickle.loads(pickle.dumps(design)).compute(1).equals(design.compute(1))


def test_kinds_of_fracture_hold_their_members() -> None:
    old = {"age": {"mean": "82 years", "sd": "3 years"}, "t_score": {"total_hip": -3.0}}
    found = simulate_trial(
        designed({"placebo": {}}, population=old, horizon="5 years", visits="every 12 months"),
        people=300,
    )
    month = {name: found.column("placebo", f"fracture_{name}_month") for name in
             ("clinical", "hip", "nonvertebral", "vertebral", "vertebral_clinical")}  # fmt: skip
    for narrow, wide in (
        ("hip", "nonvertebral"), ("nonvertebral", "clinical"),
        ("vertebral_clinical", "clinical"), ("vertebral_clinical", "vertebral"),
    ):  # fmt: skip
        had = np.isfinite(month[narrow])
        assert had.any()
        assert (month[wide][had] <= month[narrow][had]).all()
    assert (found.column("placebo", "died") > 0).mean() > 0.1


def test_fractures_are_as_many_as_the_hazards_say() -> None:
    """Against the expected number, within four standard errors of a count."""
    from osteon.people.plan import Plan
    from osteon.people.population.population import Population

    old = {"age": {"mean": "80 years", "sd": "3 years"}}
    trial = designed({"placebo": {}}, population=old, horizon="3 years", visits="every 12 months")
    found = simulate_trial(trial, people=1500)
    people = Population.of_arm(trial, "placebo").people(1500)
    plan = Plan(trial.usual, trial.treatment_of("placebo"))
    calendar = plan.calendar(people.cohort.model, people.cohort.usual_inputs(), 1095.75)
    so_far = people.cohort.simulate(calendar, np.array([0.0, 1095.75]))["fracture_clinical_so_far"]
    expected = (1.0 - np.exp(-(so_far[:, 1] - so_far[:, 0]))).sum()
    (seen,) = (one for one in found.incidences if one.endpoint == "fracture_clinical")
    lost_to_death = 0.9
    assert lost_to_death * expected - 4 * np.sqrt(expected) < seen.events
    assert seen.events < expected + 4 * np.sqrt(expected)


def test_the_example_shows_what_risedronate_keeps() -> None:
    found = simulate_trial(EXAMPLE, people=100)
    assert found.versus == "anastrozole alone"
    assert found.screening.candidates > found.screening.enrolled == 100


def test_a_published_trial_is_measured_where_it_was() -> None:
    trial = Trial.read(Path(__file__).resolve().parents[3] / PUBLISHED / "ATAC-bone.yaml")
    design = VirtualTrial(trial, 20)
    assert {24, 60} <= {round(day / 30.4375) for day in design.visits}
    assert design.compute(0).num_rows == 20 * len(trial.arms)


def test_the_comparison_is_a_control_or_the_fewest_drugs() -> None:
    two = {"drugs": ["anastrozole 1 mg daily for 1 year", "risedronate 35 mg weekly for 1 year"]}
    assert compared_with(designed({"both": two, "one": ANASTROZOLE})) == "one"
    assert compared_with(designed({"none": {}, "Placebo": ANASTROZOLE})) == "Placebo"
    running = {"exercise": [{"activity": "running", "sessions": "3 per week", "minutes": 30}]}
    assert compared_with(designed({"trained": running, "nothing": {}})) == "nothing"
    rescued = {"rules": [{"when": "t_score_total_hip < -2", "give": "risedronate 35 mg weekly"}]}
    assert compared_with(designed({"rescued": rescued, "nothing": {}})) == "nothing"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"horizon": None}, "nothing says how long the trial 'a design' lasts"),
        ({"visits": "every 1 day", "horizon": "5 years"}, "more than 120 visits"),
        ({"population": {"sex": "male"}}, "'osteon validate' simulates trials of men"),
        ({"eligible": {"t_score": {"total_hip": "below -5.9"}}}, "were not eligible"),
    ],
)
def test_what_cannot_be_simulated_is_refused(words: dict[str, object], told: str) -> None:
    with pytest.raises(InputError, match=told):
        simulate_trial(designed({"placebo": {}}, **words), people=5)


def test_visits_of_an_arm_are_held_to_the_same_limit() -> None:
    trial = designed({"placebo": {}, "seen daily": {"visits": "every 1 day"}})
    with pytest.raises(InputError, match="a visit every 1 days over 1 years is more than 120"):
        visits_of(trial)


def test_people_are_seen_at_the_visits_that_are_listed() -> None:
    seen = ["month 1", "week 13", "month 12", "month 24"]
    trial = designed({"placebo": {}}, visits=seen, horizon="30 months")
    assert (visits_of(trial) / 30.4375).round(3).tolist() == [1.0, 2.990, 12.0, 24.0, 30.0]
    found = simulate_trial(trial, people=5)
    assert found.months == (1.0, 2.99, 12.0, 24.0, 30.0)
    assert np.isfinite(found.percent("placebo", "ctx", 91.0)).any()


def test_two_visits_that_read_alike_are_one() -> None:
    """Month 120 and three days less are both month 120 where months are shown."""
    trial = designed({"placebo": {}}, visits=["day 3651.6", "month 120"], horizon=None)
    assert len(visits_of(trial)) == 1


@pytest.mark.parametrize(
    ("visits", "told"),
    [
        (["month 6", "month 18"], "the visit at month 18 lies after the end of the trial at month"),
        ([f"day {day}" for day in range(1, 122)], "a list of 121 visits is more than 120 visits"),
    ],
)
def test_listed_visits_that_cannot_be_kept_are_refused(visits: list[str], told: str) -> None:
    for words in ({"visits": visits}, {}):
        arm = {} if words else {"visits": visits}
        with pytest.raises(InputError, match=told):
            visits_of(designed({"placebo": arm}, **words))


def test_an_unknown_arm_and_an_impossible_size_are_refused() -> None:
    trial = designed({"placebo": {}})
    with pytest.raises(InputError, match="did you mean 'placebo'"):
        simulate_trial(trial, versus="plcebo")
    for people in (1, 10.5):
        with pytest.raises(InputError, match="ask for 2 to 100000"):
            simulate_trial(trial, people=people)  # type: ignore[arg-type]  # wrong on purpose


def test_what_was_not_measured_is_told_with_the_nearest() -> None:
    found = simulate_trial(designed({"placebo": {}}), people=5)
    assert repr(found) == "<TrialOutcome of 'a design': 5 in 'placebo'>"
    with pytest.raises(UnknownNameError, match="did you mean 'ctx_month_12'"):
        found.column("placebo", "ctx_month_1")
    with pytest.raises(UnknownNameError, match="unknown column 'ctx_month_3'"):
        found.percent("placebo", "ctx", 3 * 30.4375)


def test_more_people_than_may_be_are_refused_whoever_asks_for_them() -> None:
    trial = designed({"placebo": {}, "inhibitor": {**ANASTROZOLE, "participants": 5001}})
    told = "'inhibitor' has 5001 participants.* ask for 2 to 5000 people"
    with pytest.raises(InputError, match=told):
        of_size(trial, None, 1, None, most=5000)
    with pytest.raises(InputError, match="5001 people cannot be simulated here"):
        of_size(trial, 5001, 1, None, most=5000)
    assert of_size(trial, 5000, 1, None, most=5000)[0].people_in("inhibitor") == 5000
    assert of_size(trial, None, 1, None)[0].people_in("inhibitor") == 5001
    with pytest.raises(InputError, match="ask for 2 to 100000 people"):
        of_size(designed({"placebo": {"participants": 100_001}}), None, 1, None)
