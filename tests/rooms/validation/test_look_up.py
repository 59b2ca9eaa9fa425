"""The look-up of class means, against arithmetic by hand; and it reads calibration rows alone."""

from __future__ import annotations

import pytest

from osteon.language.trial import Trial
from osteon.validation.look_up import LookUp

DRUG = "{drugs: [{drug: %s, dose: 20 ug, every: 1 day, from: month 0, until: month %d}]}"


def trial(drug: str, rows: str, role: str = "calibration", until: int = 60, age: int = 65) -> Trial:
    """Return a trial of one drug beside nothing."""
    return Trial.parse(
        f"trial: {drug}\nrole: {role}\npopulation: {{age: {{mean: {age} years, sd: 5 years}}}}\n"
        f"arms:\n  treated: {DRUG % (drug, until)}\n  untreated: {{}}\nobservations:\n{rows}",
        "made-up.yaml",
    )


def row(month: int, change: float, arm: str = "treated", more: str = "") -> str:
    """Return a row of spine BMD."""
    what = f"endpoint: bmd_lumbar_spine, month: {month}, change: {change} %"
    return f"  - {{arm: {arm}, {what}{more}}}\n"


def answer(table: LookUp, asked: Trial) -> float | None:
    """Return what the table says of the first row of a trial."""
    return table.answer(asked, asked.observations[0])


FITTED = (
    trial("anastrozole", row(12, -2) + row(24, -4)),
    trial("letrozole", row(24, -6)),
    trial("denosumab", row(12, 5)),
)


def test_the_mean_of_a_class_on_a_line_between_times():
    """At 24 months the mean of -4 and -6; at 18 half way from -2; at 6 half way from zero."""
    table = LookUp.of(FITTED)
    for month, expected in ((24, -5.0), (18, -3.5), (6, -1.0), (12, -2.0)):
        asked = trial("exemestane", row(month, 0), "validation")
        assert answer(table, asked) == pytest.approx(expected)


def test_it_is_silent_where_no_calibration_row_reaches():
    table = LookUp.of(FITTED)
    assert answer(table, trial("exemestane", row(36, 0), "validation")) is None
    assert answer(table, trial("teriparatide", row(12, 0), "validation")) is None
    assert answer(table, trial("denosumab", row(24, 0), "validation", until=12)) is None, "stopped"
    hip = row(12, 0).replace("lumbar_spine", "total_hip")
    assert answer(table, trial("exemestane", hip, "validation")) is None
    level = "  - {arm: treated, endpoint: estradiol, month: 3, level: 3 pmol/L}\n"
    assert answer(table, trial("exemestane", level, "validation")) is None


def test_a_later_year_is_the_rest_of_the_same_curve():
    """From 98 to 95 of a hundred is a change of -3.06 %."""
    asked = trial("exemestane", row(24, 0, more=", since: month 12"), "validation")
    assert answer(LookUp.of(FITTED), asked) == pytest.approx(100 * (95 / 98 - 1))


def test_two_arms_are_one_answer_less_the_other():
    fitted = (*FITTED, trial("tamoxifen", row(12, -1, "untreated")))
    arms, what = "arm: treated, versus: untreated", "endpoint: bmd_lumbar_spine, month: 12"
    difference = f"  - {{{arms}, {what}, difference: 0 %}}\n"
    asked = trial("exemestane", difference, "validation")
    assert answer(LookUp.of(fitted), asked) == pytest.approx(-2.0 - -1.0)


def test_untreated_women_are_compared_at_the_same_stage():
    fitted = (trial("tamoxifen", row(12, -1, "untreated"), age=65),)
    later = trial("tamoxifen", row(12, 0, "untreated"), "validation", age=70)
    sooner = trial("tamoxifen", row(12, 0, "untreated"), "validation", age=52)
    assert answer(LookUp.of(fitted), later) == pytest.approx(-1.0)
    assert answer(LookUp.of(fitted), sooner) is None


def test_training_is_no_untreated_course():
    """What an arm that trains has gained says nothing of one that does not, nor of another kind."""
    arms = (
        "trial: training\nrole: calibration\npopulation: {age: {mean: 65 years, sd: 5 years}}\n"
        "arms:\n  trained: {exercise: [{activity: %s, sessions: 3 per week, minutes: 30}]}\n"
        "  untreated: {}\nobservations:\n"
    )
    trained = Trial.parse(arms % "jumping" + row(12, 3, "trained"), "made-up.yaml")
    walked = Trial.parse(arms % "walking" + row(12, 3, "trained"), "made-up.yaml")
    table = LookUp.of((trained,))
    assert answer(table, trial("tamoxifen", row(12, 0, "untreated"), "validation")) is None
    assert answer(table, trained) == pytest.approx(3.0)
    assert answer(table, walked) is None


def test_validation_rows_are_never_read():
    """Rows of validation trials, and validation rows of calibration trials, change nothing."""
    own_role = trial(
        "anastrozole", row(12, -2) + row(24, -4) + row(48, -40, more=", role: validation")
    )
    unseen = trial("exemestane", row(12, -30) + row(60, -50), "validation")
    table = LookUp.of((own_role, *FITTED[1:], unseen))
    assert table == LookUp.of(FITTED)
    assert table.answer(unseen, unseen.observations[0]) == pytest.approx(-2.0)
    assert table.answer(own_role, own_role.observations[2]) is None
    assert LookUp.of((unseen,)).curves == {}
