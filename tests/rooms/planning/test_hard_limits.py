"""No feasible strategy breaks a hard limit: thousands of people, judged by limits written anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.hard_limits import broken

from osteon.language import Case
from osteon.planning.base import base_of
from osteon.planning.build import space_of
from osteon.planning.option import carried_out
from osteon.vocabulary.units import DAYS_PER_YEAR

YES_NO = (
    "esophageal_disorder", "cannot_stay_upright", "thigh_or_groin_pain", "stroke", "breast_cancer",
    "invasive_dental_work", "bone_radiotherapy", "skeletal_disease", "myocardial_infarction",
    "venous_thrombosis", "vertebral_fracture", "warfarin", "kidney_stones",
    "pregnancy_possible",
)  # fmt: skip
ENDOCRINE: tuple[list[str], ...] = (
    [],
    ["anastrozole 1 mg daily for 5 years"],
    ["exemestane 25 mg daily for 5 years", "goserelin 3.6 mg monthly for 5 years"],
    ["letrozole 2.5 mg daily for 5 years", "goserelin 3.6 mg monthly for 2 years"],
    ["tamoxifen 20 mg daily for 5 years"],
)
BEFORE: tuple[list[str], ...] = (
    [],
    ["denosumab 60 mg every 6 months from month -24"],
    ["denosumab 60 mg every 6 months from month -40 until month -16"],
    ["alendronate 70 mg weekly from month -30"],
    ["zoledronic acid 5 mg every 12 months from month -18 until month 0"],
    ["teriparatide 20 ug daily from month -20 until month -2"],
)
FEW, MANY = 200, 3000
SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw anyone: of any age, with much or little known, on anything."""
    age = draw(st.integers(30, 90))
    person: dict[str, Any] = {"age": f"{age} years"}
    man = draw(st.integers(0, 9)) == 0
    if man:
        person["sex"] = "male"
    elif draw(st.booleans()):
        person["menopause_age"] = f"{min(age, draw(st.integers(40, 56)))} years"
    laboratory = {
        "egfr": draw(st.none() | st.integers(10, 110).map(lambda one: f"{one} mL/min")),
        "calcium": draw(st.none() | st.sampled_from(["2.0 mmol/L", "2.35 mmol/L"])),
        "calcidiol": draw(st.none() | st.integers(10, 120).map(lambda one: f"{one} nmol/L")),
    }
    person["laboratory"] = {name: value for name, value in laboratory.items() if value}
    person["t_score"] = {"lumbar_spine": draw(st.none() | st.sampled_from([-3.2, -2.5, -1.0]))}
    rarely = st.sampled_from([None, "no", "no", "no", "no", "yes"])
    history = {name: draw(rarely) for name in YES_NO}
    person["history"] = {name: value for name, value in history.items() if value}
    if history["vertebral_fracture"] == "yes":
        person["history"]["previous_fracture"] = "yes"
    usual = {
        "drugs": draw(st.sampled_from(BEFORE)),
        "diet": {"calcium": f"{draw(st.sampled_from([400, 1000, 1900, 2300]))} mg/day",
                 "vitamin_d": f"{draw(st.sampled_from([100, 900, 3000]))} IU/day"},
    }  # fmt: skip
    plan = {
        "horizon": f"{draw(st.sampled_from([1, 3, 5, 10]))} years",
        "foods": ["yogurt"],
        "consider": draw(st.sampled_from([[], ["teriparatide"], ["romosozumab", "abaloparatide"]])),
    }
    strategies = {"now": {"drugs": [] if man else draw(st.sampled_from(ENDOCRINE))}}
    return Case(person=person, usual=usual, strategies=strategies, plan=plan)


def judged(case: Case, seed: int) -> None:
    """Judge a dozen feasible strategies of a case, and every drug option that is left."""
    assert case.plan.horizon is not None
    base = base_of(case, case.plan.horizon)
    space = space_of(base)
    if not space.size:
        return
    rng = np.random.default_rng(seed)
    picks = rng.integers(0, space.sizes, (60, len(space.sizes)))
    picks = picks[space.feasible(picks)][:12]
    for one in picks:
        strategy = space.strategy(one)
        assert broken(case.person, base.before, strategy, base.horizon, case.plan.consider) == []
        assert space.allowed(one), "the tables of the space and the rules asked as a whole differ"
    for option in space.drugs.options:
        # Vitamin D is what a single option may still lack.
        strategy = carried_out(base.strategy, [option])
        found = broken(case.person, base.before, strategy, base.horizon, case.plan.consider)
        assert set(found) <= {"a potent antiresorptive without vitamin D"}


@settings(max_examples=FEW, suppress_health_check=SLOW_IS_FINE)
@given(cases(), st.integers(0, 2**31))
def test_no_feasible_strategy_breaks_a_hard_limit(case: Case, seed: int) -> None:
    judged(case, seed)


@pytest.mark.slow
@settings(max_examples=MANY, suppress_health_check=SLOW_IS_FINE)
@given(cases(), st.integers(0, 2**31))
def test_no_feasible_strategy_of_thousands_breaks_a_hard_limit(case: Case, seed: int) -> None:
    judged(case, seed)


def test_where_a_pregnancy_is_possible_no_drug_against_which_its_label_speaks_is_left() -> None:
    """Labels: ibandronate after menopause alone; zoledronic acid, denosumab not in pregnancy."""
    laboratory = {"egfr": "90 mL/min", "calcium": "2.35 mmol/L", "calcidiol": "75 nmol/L"}
    history = {"pregnancy_possible": "yes"}
    case = Case(
        person={"age": "36 years", "laboratory": laboratory, "history": history},
        strategies={"now": {"drugs": ["tamoxifen 20 mg daily for 5 years"]}},
    )
    space = space_of(base_of(case, 5 * DAYS_PER_YEAR))
    left = {course.drug for option in space.drugs.options for course in option.drugs}
    assert left == {"alendronate", "risedronate"}
    assert {"ZOL-5", "IBN-3", "DEN-5"} <= {one.rule for one in space.excluded}


def test_the_judge_sees_what_is_forbidden() -> None:
    """The second set of limits is no rubber stamp."""
    case = Case(
        person={"age": "42 years", "laboratory": {"egfr": "20 mL/min", "calcidiol": "20 nmol/L"}},
        strategies={"x": {"drugs": []}},
    )
    words = [
        "anastrozole 1 mg daily for 5 years", "denosumab 60 mg every 6 months for 1 year",
        "romosozumab 210 mg monthly for 2 years", "raloxifene 60 mg daily",
        "teriparatide 20 ug daily for 3 years", "zoledronic acid 5 mg once at month 60",
    ]  # fmt: skip
    strategy = case.usual.but(drugs=words, supplements={"calcium": "2000 mg/day"})
    found = broken(case.person, case.usual, strategy, 10 * DAYS_PER_YEAR)
    assert len(found) >= 10


def test_what_follows_denosumab_is_judged_though_it_begins_on_the_last_day() -> None:
    """Kidneys good enough for denosumab (30 mL/min) and too weak for what would follow it (35)."""
    case = Case(
        person={"age": "71 years", "menopause_age": "50 years",
                "laboratory": {"egfr": "32 mL/min", "calcium": "2.4 mmol/L",
                               "calcidiol": "80 nmol/L"}},
        strategies={"now": {"drugs": []}},
    )  # fmt: skip
    base = base_of(case, 5 * DAYS_PER_YEAR)
    for option in space_of(base).drugs.options:
        assert "zoledronic acid" not in {course.drug for course in option.drugs}
