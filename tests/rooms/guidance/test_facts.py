"""Facts: what a rule can look at, counted as a person would count it."""

from __future__ import annotations

import pytest

from osteon.guidance.facts import Situation
from osteon.guidance.intake import intake
from osteon.language import Person, Strategy
from osteon.vocabulary.units import DAYS_PER_MONTH, DAYS_PER_YEAR

USUAL = Strategy(diet={"calcium": "750 mg/day"})


def test_intake_adds_diet_supplements_and_foods_of_the_table() -> None:
    """A cup of low-fat yogurt (245 g) holds 183 mg of calcium in 100 g: 448 mg (USDA SR28)."""
    eats = Strategy(
        diet={
            "calcium": "750 mg/day",
            "foods": [{"food": "yogurt", "amount": "245 g", "per": "day"}],
        },
        supplements={"calcium": "500 mg/day"},
    )
    assert intake(eats, "calcium") == pytest.approx(750 + 2.45 * 183 + 500)
    weekly = Strategy(diet={"foods": [{"food": "yogurt", "amount": "245 g", "per": "week"}]})
    # Nothing is stated of the rest: the usual 800 mg of the population.
    assert intake(weekly, "calcium") == pytest.approx(800 + 2.45 * 183 / 7)


def situation(*drugs: str, usual: tuple[str, ...] = (), **person: object) -> Situation:
    words: dict[str, object] = {"age": "62 years", "menopause_age": "50 years"}
    before = Strategy(drugs=list(usual), diet={"calcium": "750 mg/day"})
    return Situation(
        Person(**(words | person)), before, Strategy(drugs=list(drugs)), 5 * DAYS_PER_YEAR
    )


def test_doses_and_months_count_over_a_life() -> None:
    found = situation(
        "teriparatide 20 ug daily for 1 year",
        "romosozumab 210 mg monthly for 1 year from month 12",
        usual=("teriparatide 20 ug daily from month -18 until month -6",),
    )
    year = found.at(24 * DAYS_PER_MONTH)
    assert year.fact("pth_analog_months") == pytest.approx(24.0, abs=0.1)
    assert year.fact("romosozumab_doses") == 12


def test_what_is_taken_counts_once_however_it_is_told() -> None:
    course = "alendronate 70 mg weekly from month -12"
    found = situation(course, usual=(course,))
    months = found.at(0.0).fact("oral_bisphosphonate_months")
    assert months == pytest.approx(12.0, abs=0.1)


def test_what_nobody_states_is_not_known() -> None:
    facts = situation().at(0.0)
    for name in ("egfr", "stroke", "smoking_now", "bmi", "t_lowest", "frax_hip", "breast_cancer"):
        assert facts.fact(name) is None
    assert situation("letrozole 2.5 mg daily").at(0.0).fact("breast_cancer") is True


def test_the_ovaries_work_until_they_are_ended() -> None:
    young = situation(age="44 years", menopause_age=None)
    assert young.at(0.0).fact("premenopausal") is True
    removed = Strategy(procedures=[{"procedure": "oophorectomy", "at": "month 6"}])
    ended = Situation(young.person, USUAL, removed, 5 * DAYS_PER_YEAR)
    assert ended.at(5 * DAYS_PER_MONTH).fact("premenopausal") is True
    assert ended.at(7 * DAYS_PER_MONTH).fact("premenopausal") is False
    assert situation(age="61 years", menopause_age=None).at(0.0).fact("premenopausal") is False
