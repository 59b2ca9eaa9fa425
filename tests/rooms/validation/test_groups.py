"""Rows are grouped by what the trial says was done, on trials made by hand."""

from __future__ import annotations

import pytest

from osteon.language.trial import Trial
from osteon.validation.groups import Group, group_of

HEAD = "trial: made up\npopulation: {age: {mean: 62 years, sd: 5 years}}\narms:\n"
ANASTROZOLE = "{drug: anastrozole, dose: 1 mg, every: 1 day, from: month 0, until: month 60}"
DENOSUMAB = "{drug: denosumab, dose: 60 mg, every: 6 months, from: month 0, until: month 24}"
ZOLEDRONATE = "{drug: zoledronic acid, dose: 5 mg, once: month 0}"
ROMOSOZUMAB = "{drug: romosozumab, dose: 210 mg, every: 1 month, from: month 0, until: month 12}"
TERIPARATIDE = "{drug: teriparatide, dose: 20 ug, every: 1 day, from: month 0, until: month 24}"
TAMOXIFEN = "{drug: tamoxifen, dose: 20 mg, every: 1 day, from: month -30, until: month 0}"
GOSERELIN = "{drug: goserelin, dose: 3.6 mg, every: 4 weeks, from: month 0, until: month 24}"
ESTRADIOL = "{drug: estradiol, dose: 1 mg, every: 1 day, from: month 0, until: month 24}"
AFTERWARDS = "{drug: alendronate, dose: 70 mg, every: 1 week, from: month 12, until: month 24}"
RALOXIFENE = "{drug: raloxifene, dose: 60 mg, every: 1 day, from: month 24, until: month 48}"


def trial(arms: str, endpoint: str = "bmd_lumbar_spine", month: int = 12, more: str = "") -> Trial:
    """Return a trial with these arms, whose first arm is observed."""
    value = "cumulative: 3 %" if endpoint.startswith("fracture") else "change: 1 %"
    row = f"  - {{arm: first, endpoint: {endpoint}, month: {month}, {value}}}\n"
    return Trial.parse(f"{HEAD}{arms}\n{more}observations:\n{row}", "made-up.yaml")


def group(arms: str, endpoint: str = "bmd_lumbar_spine", month: int = 12, more: str = "") -> Group:
    """Return the group of the row of such a trial."""
    one = trial(arms, endpoint, month, more)
    return group_of(one, one.observations[0])


@pytest.mark.parametrize(
    ("drugs", "month", "expected"),
    [
        ("", 12, Group.MENOPAUSE),
        (ANASTROZOLE, 60, Group.INHIBITOR),
        (ANASTROZOLE, 61, Group.INHIBITOR_OFF),
        (f"{TAMOXIFEN}, {ANASTROZOLE}", 24, Group.INHIBITOR),
        (f"{ANASTROZOLE}, {ZOLEDRONATE}", 24, Group.INHIBITOR_COVERED),
        (f"{GOSERELIN}, {ANASTROZOLE}", 24, Group.INHIBITOR),
        (TAMOXIFEN, 24, Group.SERM),
        (GOSERELIN, 12, Group.SUPPRESSION),
        (ESTRADIOL, 36, Group.ESTROGEN),
        (DENOSUMAB, 24, Group.DENOSUMAB),
        (DENOSUMAB, 25, Group.DENOSUMAB_OFF),
        (ZOLEDRONATE, 12, Group.BISPHOSPHONATE),
        (ZOLEDRONATE, 24, Group.BISPHOSPHONATE_OFF),
        (TERIPARATIDE, 18, Group.ANABOLIC),
        (TERIPARATIDE, 36, Group.ANABOLIC_OFF),
        (f"{ROMOSOZUMAB}, {AFTERWARDS}", 12, Group.ANABOLIC),
        (f"{ROMOSOZUMAB}, {AFTERWARDS}", 24, Group.SEQUENCE),
        (f"{TERIPARATIDE}, {DENOSUMAB}", 12, Group.SEQUENCE),
        (f"{TERIPARATIDE}, {RALOXIFENE}", 36, Group.SEQUENCE),
    ],
)
def test_by_the_drugs_that_act_and_that_were_stopped(drugs, month, expected):
    arms = f"  first: {{drugs: [{drugs}]}}\n  second: {{}}"
    assert group(arms, month=month) is expected


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("ctx", Group.MARKER),
        ("osteocalcin", Group.MARKER),
        ("estradiol", Group.BLOOD),
        ("pth", Group.BLOOD),
        ("fracture_vertebral", Group.EVENT),
    ],
)
def test_what_is_measured_comes_before_the_drugs(endpoint, expected):
    assert group(f"  first: {{drugs: [{DENOSUMAB}]}}", endpoint) is expected


def test_training_and_diet_that_differ_between_arms_are_the_question():
    training = "exercise: [{activity: walking, sessions: 3 per week, minutes: 30}]"
    calcium = "supplements: {calcium: 500 mg/day}"
    assert group(f"  first: {{{training}}}\n  second: {{}}") is Group.EXERCISE
    assert group(f"  first: {{{calcium}}}\n  second: {{}}") is Group.NUTRITION
    assert group(f"  first: {{{training}}}") is Group.EXERCISE, "alone, it differs from usual"


def test_what_every_arm_takes_is_no_question():
    calcium = "supplements: {calcium: 500 mg/day}"
    both = f"  first: {{{calcium}}}\n  second: {{{calcium}}}"
    assert group(both) is Group.MENOPAUSE
    drug = f"  first: {{drugs: [{DENOSUMAB}], {calcium}}}\n  second: {{{calcium}}}"
    assert group(drug) is Group.DENOSUMAB


def test_training_under_the_same_drug_is_about_training():
    training = "exercise: [{activity: walking, sessions: 3 per week, minutes: 30}]"
    arms = f"  first: {{drugs: [{ANASTROZOLE}], {training}}}\n  second: {{drugs: [{ANASTROZOLE}]}}"
    assert group(arms) is Group.EXERCISE


def test_ovaries_that_are_removed_or_fail():
    removed = "procedures: [{procedure: oophorectomy, at: month 0}]"
    failed = "procedures: [{procedure: chemotherapy, at: month 0, ovarian_failure: yes}]"
    spared = "procedures: [{procedure: chemotherapy, at: month 0}]"
    assert group(f"  first: {{{removed}}}") is Group.SUPPRESSION
    assert group(f"  first: {{{failed}}}") is Group.SUPPRESSION
    assert group(f"  first: {{{spared}}}") is Group.MENOPAUSE


def test_the_names_of_trial_and_arms_play_no_part():
    """The same trial under names that speak of another drug is grouped alike."""
    one = trial(f"  first: {{drugs: [{DENOSUMAB}]}}")
    other = one.model_copy(update={"trial": "teriparatide off", "citation": "denosumab stopped"})
    assert group_of(other, other.observations[0]) is Group.DENOSUMAB
