"""Trial files: arms, strata, eligibility, and what was observed."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import yaml

from osteon.errors import InputError, UnknownNameError
from osteon.language import Trial

EXAMPLES = Path(__file__).with_name("examples")
MONTH, YEAR = 30.4375, 365.25
SMALL = "trial: small\narms:\n  drug: {drugs: [anastrozole 1 mg daily]}\n  placebo:\n"


@pytest.mark.parametrize("name", ["ATAC-bone", "GREY_A", "IBIS-II-bone", "trial"])
def test_an_example_reads_back_from_its_own_words(name: str) -> None:
    trial = Trial.read(EXAMPLES / f"{name}.yaml")
    assert trial.observations
    assert Trial(**trial.words()) == trial
    assert Trial.parse(yaml.safe_dump(trial.words())) == trial


def test_the_example_says_what_it_says() -> None:
    trial = Trial.read(EXAMPLES / "trial.yaml")
    assert (trial.trial, trial.role) == ("IBIS-II-bone", "calibration")
    assert trial.population.age is not None
    assert (trial.population.age.mean, trial.population.age.sd) == (60 * YEAR, 7 * YEAR)
    assert trial.arms["placebo"].participants == 310
    assert trial.treatment_of("placebo").diet.calcium == 1000
    first, second, third, fourth = trial.observations
    assert (first.kind, first.value, first.unit, first.ci) == ("change", -4, "%", (-4.5, -3.5))
    assert (second.kind, second.versus, second.value) == ("difference", "placebo", -2.2)
    assert (third.since, third.since_month, third.time) == (60 * MONTH, 60, 84 * MONTH)
    assert (fourth.kind, fourth.value, fourth.unit) == ("relative_risk", 0.32, "")
    assert trial.last_day == 84 * MONTH


def test_a_row_of_an_arm_not_described_is_kept_with_its_problem() -> None:
    trial = Trial.read(EXAMPLES / "trial.yaml")
    problems = [trial.problem_of(one) for one in trial.observations]
    assert problems == [None, None, None, "unknown arm 'denosumab'; known are anastrozole, placebo"]


def test_strata_override_the_population_of_the_trial() -> None:
    trial = Trial.parse(
        "trial: strata\n"
        "population: {age: 60 years, t_score: {lumbar_spine: -0.5, total_hip: 0.1}, "
        "years_since_menopause: {mean: 10 years, sd: 7 years}}\n"
        "eligible: {t_score: {lumbar_spine: -4.0 to -2.0}, age: 50 to 80 years}\n"
        "visits: every 12 months\n"
        "arms:\n"
        "  low: {population: {t_score: {lumbar_spine: {mean: -2.6, sd: 0.7}}}}\n"
        "  young: {population: {premenopausal: yes}, eligible: {age: below 50 years}, "
        "visits: every 6 months, drop_out: {per_year: 5 %}}\n"
    )
    low, young = trial.population_of("low"), trial.population_of("young")
    assert low.age is not None
    assert (low.age.mean, low.age.sd) == (60 * YEAR, None)
    assert low.t_score.lumbar_spine is not None
    assert (low.t_score.lumbar_spine.mean, low.t_score.total_hip) == (-2.6, None)
    assert (young.premenopausal, young.years_since_menopause) == (True, None)
    assert trial.eligible_of("low").t_score.lumbar_spine == (-4, -2)
    assert trial.eligible_of("young").t_score.lumbar_spine == (-4, -2)
    assert trial.eligible_of("young").age == (-math.inf, 50 * YEAR)
    assert trial.treatment_of("low").visits == 12 * MONTH
    assert trial.treatment_of("young").visits == 6 * MONTH
    leaving = trial.arms["young"].drop_out
    assert leaving is not None
    assert leaving.per_year == 0.05
    assert Trial(**trial.words()) == trial


def test_a_design_needs_no_observations() -> None:
    assert Trial.parse(SMALL + "horizon: 2 years\n").last_day == 2 * YEAR
    assert Trial.parse(SMALL).role is None
    until = SMALL.replace("daily", "daily for 3 years")
    assert Trial.parse(until).last_day == 3 * YEAR


def test_visits_may_stand_at_points_of_their_own() -> None:
    trial = Trial.parse(SMALL + "visits: [month 0, week 6, month 12, year 2]\n")
    assert trial.visits == (0.0, 42.0, 12 * MONTH, 2 * YEAR)
    assert trial.treatment_of("placebo").visits == trial.visits
    assert trial.last_day == 2 * YEAR
    assert Trial(**trial.words()) == trial
    dated = "start: 2026-03-01\n" + SMALL + "visits: [2026-03-31, month 12]\n"
    assert Trial.parse(dated).visits == (30.0, 12 * MONTH)


@pytest.mark.parametrize(
    ("visits", "told"),
    [
        (
            "[]",
            "the list names no visit; write for example 'every 6 months' or [month 3, month 12]",
        ),
        ("[month -1]", "the visit at month -1 lies before month 0; leave it out"),
        ("[month 6, month 3]", "the visit at month 3 does not come after that at month 6"),
        ("[month 6, week 26.09, month 6]", "does not come after"),
        ("[3, 6]", "3 does not say of what; write for example 'month 12'"),
        ("month 12", "'month 12'"),
    ],
)
def test_visits_that_cannot_be_are_refused_with_their_line(visits: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        Trial.parse(SMALL + f"visits: {visits}\n", "t.yaml")
    assert str(caught.value).startswith("t.yaml:5: visits: ")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SMALL + "role: training\n", "t.yaml:5: role: unknown role 'training'; "),
        (SMALL + "arm: {}\n", "t.yaml:5: arm: unknown name 'arm'; did you mean 'arms'"),
        ("trial: x\narms: {}\n", "t.yaml:2: arms is empty; write at least one"),
        ("trial: x\n", "t.yaml:1: arms is missing"),
        ("arms: {a: }\n", "t.yaml:1: trial is missing"),
        ("person: {}\n", "t.yaml:1: this is a case file, and a trial is needed"),
        (
            SMALL + "population: {age: 60}\n",
            "t.yaml:5: population > age > mean: 60 has no unit; write it with one, such as '60 y",
        ),
        (
            SMALL + "population:\n  age: {mean: 60 years, sd: 6}\n",
            "t.yaml:6: population > age > sd: 6 has no unit; write it with one, such as '6 years'",
        ),
        (
            SMALL + "population:\n  age: {mean: 60 years, sd: -6 years}\n",
            "t.yaml:6: population > age > sd: -6 years is outside the plausible range",
        ),
        (
            SMALL + "population: {previous_fracture: 0.3}\n",
            "t.yaml:5: population > previous_fracture: 0.3 has no unit; write it with one",
        ),
        (
            SMALL + "population: {premenopausal: yes, years_since_menopause: 3 years}\n",
            "t.yaml:5: population > years_since_menopause does not go with 'premenopausal: yes'",
        ),
        (
            SMALL + "eligible: {t_score: {lumbar_spine: -2.0}}\n",
            "t.yaml:5: eligible > t_score > lumbar_spine: '-2.0' is not a range; write 'low to hi",
        ),
        (
            "trial: x\narms:\n  a: {participants: 0}\n",
            "t.yaml:3: arms > a > participants: 0 is not a whole number in the plausible range",
        ),
        (
            "trial: x\narms:\n  a: {drop_out: 5 %}\n",
            "t.yaml:3: arms > a > drop_out: '5 %' should be names with values",
        ),
        (
            SMALL + "observations:\n  - {arm: drugs, endpoint: ctx, month: 6, change: -4 %}\n",
            "t.yaml:6: observations 1 > arm: unknown arm 'drugs'; did you mean 'drug'?",
        ),
    ],
)
def test_a_fault_names_its_line_its_path_and_the_way_out(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        Trial.parse(text, "t.yaml")
    assert str(caught.value).startswith(told)


def test_an_arm_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError, match="unknown arm 'placebos'; did you mean 'placebo'"):
        Trial.parse(SMALL).population_of("placebos")
