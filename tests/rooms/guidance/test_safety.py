"""The rules of safety: whole, and answering as their sources say."""

from __future__ import annotations

import pytest
from support.situations import answer, situation

from osteon.guidance.courses import GROUPS
from osteon.guidance.safety import Verdict, answers, answers_at, safety_rules
from osteon.language.drugs import DRUGS
from osteon.vocabulary.units import DAYS_PER_MONTH

RULES = safety_rules()


def test_a_rule_has_a_name_a_reason_and_a_source() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.because.endswith(".")
        assert len(rule.source) > 8
        assert "should" not in rule.because
        assert rule.about in {"anything", "person", *GROUPS, *DRUGS}
        assert rule.verdict in (Verdict.CAUTION, Verdict.FORBIDDEN)


def test_every_fact_of_every_rule_is_known() -> None:
    facts = situation(["anastrozole 1 mg daily"]).at(0.0)
    for rule in RULES:
        for name in rule.when.facts:
            facts.fact(name)


def test_a_healthy_woman_may_take_anything_that_does_not_exclude_itself() -> None:
    for drugs in (
        ["alendronate 70 mg weekly for 5 years"],
        ["zoledronic acid 5 mg every 12 months for 3 years"],
        ["denosumab 60 mg every 6 months for 2 years", "zoledronic acid 5 mg once at month 24"],
        ["teriparatide 20 ug daily for 2 years", "alendronate 70 mg weekly from month 24"],
        ["romosozumab 210 mg monthly for 1 year", "alendronate 70 mg weekly from month 12"],
        ["raloxifene 60 mg daily"],
    ):
        assert not [one for one in answers(situation(drugs)) if one.excludes], drugs


@pytest.mark.parametrize(
    ("rule", "drugs", "person"),
    [
        ("ZOL-1", ["zoledronic acid 5 mg once"], {"laboratory": {"egfr": "34 mL/min"}}),
        ("ZOL-2", ["zoledronic acid 5 mg once"], {"laboratory": {"calcium": "2.0 mmol/L"}}),
        ("ZOL-3", ["zoledronic acid 5 mg once"], {"laboratory": {"calcidiol": "40 nmol/L"}}),
        ("ALN-1", ["alendronate 70 mg weekly"], {"laboratory": {"egfr": "34 mL/min"}}),
        ("RIS-1", ["risedronate 35 mg weekly"], {"laboratory": {"egfr": "29 mL/min"}}),
        ("OBP-1", ["risedronate 35 mg weekly"], {"history": {"esophageal_disorder": "yes"}}),
        ("DEN-2", ["denosumab 60 mg every 6 months"], {"laboratory": {"egfr": "29 mL/min"}}),
        ("DEN-4", ["denosumab 60 mg every 6 months for 1 year"], {}),
        ("TPT-1", ["teriparatide 20 ug daily"], {"history": {"bone_radiotherapy": "yes"}}),
        ("TPT-3", ["teriparatide 20 ug daily for 3 years"], {}),
        ("TPT-3", ["teriparatide 20 ug daily for 2 years from month -30",
                   "abaloparatide 80 ug daily for 1 year"], {}),
        ("ROM-1", ["romosozumab 210 mg monthly for 1 year"], {"history": {"stroke": "yes"}}),
        ("ROM-3", ["romosozumab 210 mg monthly for 13 months"], {}),
        ("ROM-5", ["teriparatide 20 ug daily for 2 years", "letrozole 2.5 mg daily"], {}),
        ("HRT-1", ["estradiol 1 mg daily"], {"history": {"breast_cancer": "yes"}}),
        ("SERM-1a", ["raloxifene 60 mg daily", "letrozole 2.5 mg daily"], {}),
        ("SERM-1b", ["tamoxifen 20 mg daily for 2 years",
                     "letrozole 2.5 mg daily from month 20"], {}),
        ("SERM-2", ["raloxifene 60 mg daily"], {"history": {"venous_thrombosis": "yes"}}),
        ("AI-1", ["anastrozole 1 mg daily"], {"age": "42 years", "menopause_age": None}),
        ("AI-1", ["anastrozole 1 mg daily for 5 years", "goserelin 3.6 mg monthly for 3 years"],
         {"age": "42 years", "menopause_age": None}),
        # At the end of the inhibitor she is 61 and past menopause, but not when goserelin ends.
        ("AI-1", ["anastrozole 1 mg daily for 5 years", "goserelin 3.6 mg monthly for 2 years"],
         {"age": "56 years", "menopause_age": None}),
    ],
)  # fmt: skip
def test_a_rule_forbids(rule: str, drugs: list[str], person: dict[str, object]) -> None:
    assert answer(answers(situation(drugs, person)), rule).verdict is Verdict.FORBIDDEN


@pytest.mark.parametrize(
    ("rule", "drugs", "person"),
    [
        ("ZOL-1", ["zoledronic acid 5 mg once"], {"laboratory": {"egfr": "35 mL/min"}}),
        ("ALN-1", ["alendronate 70 mg weekly"], {"laboratory": {"egfr": "35 mL/min"}}),
        ("TPT-3", ["teriparatide 20 ug daily for 2 years"], {}),
        ("ROM-3", ["romosozumab 210 mg monthly for 1 year"], {}),
        ("SERM-1b", ["tamoxifen 20 mg daily for 2 years",
                     "letrozole 2.5 mg daily from month 24"], {}),
        ("AI-1", ["anastrozole 1 mg daily for 5 years", "goserelin 3.6 mg monthly for 5 years"],
         {"age": "42 years", "menopause_age": None}),
        ("AI-1", ["anastrozole 1 mg daily for 5 years", "goserelin 3.6 mg monthly for 2 years"],
         {"age": "58.5 years", "menopause_age": None}),
        ("AI-1", ["anastrozole 1 mg daily"], {"age": "61 years", "menopause_age": None}),
    ],
)  # fmt: skip
def test_a_rule_allows_up_to_its_limit(
    rule: str, drugs: list[str], person: dict[str, object]
) -> None:
    assert answer(answers(situation(drugs, person)), rule).verdict is Verdict.ALLOWED


@pytest.mark.parametrize(
    ("rule", "more", "forbidden"),
    [
        ("CA-1a", {"supplements": {"calcium": "1300 mg/day"}}, True),
        ("CA-1a", {"supplements": {"calcium": "1100 mg/day"}}, False),
        ("VD-2", {"supplements": {"vitamin_d": "5000 IU/day"}}, True),
        ("VD-2", {"supplements": {"vitamin_d": "2000 IU/day"}}, False),
        ("ZN-1", {"supplements": {"zinc": "40 mg/day"}}, True),
        ("MG-1", {"supplements": {"magnesium": "400 mg/day"}}, True),
    ],
)  # fmt: skip
def test_nutrients_have_their_limits(rule: str, more: dict[str, object], forbidden: bool) -> None:
    assert answer(answers(situation([], **more)), rule).excludes is forbidden


@pytest.mark.parametrize(("age", "forbidden"), [("39 years", False), ("41 years", True)])
def test_a_limit_that_falls_with_age_holds_until_the_last_day(age: str, forbidden: bool) -> None:
    """More than 2000 mg of calcium, for ten years: from 50 on it is too much."""
    eaten = {"diet": {"calcium": "1200 mg/day"}, "supplements": {"calcium": "1100 mg/day"}}
    much = situation([], {"age": age, "menopause_age": None}, **eaten)
    assert answer(answers(much), "CA-1a").excludes is forbidden


def test_vitamin_k2_is_withheld_from_whoever_takes_warfarin_or_may() -> None:
    k2 = {"supplements": {"vitamin_k2": "100 ug/day"}}
    yes = situation([], {"history": {"warfarin": "yes"}}, **k2)
    unsaid = situation([], {"history": {"warfarin": None}}, **k2)
    assert answer(answers(yes), "K2-1").verdict is Verdict.FORBIDDEN
    found = answer(answers(unsaid), "K2-1")
    assert found.verdict is Verdict.NOT_ASSESSED
    assert found.excludes


def test_what_is_not_stated_is_asked_for_and_withheld_only_where_screening_comes_first() -> None:
    unmeasured = {"laboratory": {"egfr": None}}
    infusion = answer(answers(situation(["zoledronic acid 5 mg once"], unmeasured)), "ZOL-1")
    tablet = answer(answers(situation(["alendronate 70 mg weekly"], unmeasured)), "ALN-1")
    assert infusion.verdict is tablet.verdict is Verdict.NOT_ASSESSED
    assert infusion.reason.startswith("Not assessed; state laboratory: egfr.")
    assert infusion.excludes
    assert not tablet.excludes


def test_a_rule_answers_for_a_time() -> None:
    words = ["tamoxifen 20 mg daily for 2 years", "letrozole 2.5 mg daily from month 20"]
    at = {
        month: {
            one.rule.name: one.verdict
            for one in answers_at(situation(words), month * DAYS_PER_MONTH)
        }
        for month in (10, 22, 30)
    }
    assert at[10]["SERM-1b"] is Verdict.ALLOWED
    assert at[22]["SERM-1b"] is Verdict.FORBIDDEN
    assert "SERM-1b" not in at[30]
