"""What is said of the time after denosumab: where it lies, and what may not hold."""

from __future__ import annotations

import pytest
from support.situations import situation

from osteon.guidance.facts import Situation
from osteon.guidance.safety import Verdict, answers
from osteon.language import Strategy
from osteon.vocabulary.units import DAYS_PER_YEAR

YEARS = 5 * DAYS_PER_YEAR


def cautions(found: Situation) -> set[str]:
    return {one.rule.name for one in answers(found) if one.verdict is Verdict.CAUTION}


def course(years: float) -> Situation:
    """Return denosumab for so many years, looked at over five, then an infusion."""
    months = round(12 * years)
    words = [
        f"denosumab 60 mg every 6 months for {months} months",
        f"zoledronic acid 5 mg once at month {months}",
    ]
    found = situation(words)
    return Situation(found.person, Strategy(), found.strategy, YEARS)


@pytest.mark.parametrize(
    ("years", "told"), [(2, False), (3, False), (4.5, True), (5, True), (7, True)]
)
def test_an_end_within_a_year_of_the_horizon_is_told(years: float, told: bool) -> None:
    """Bone is lost within a year of the end: five years show it whole after four, no later."""
    assert ("DEN-7" in cautions(course(years))) is told


@pytest.mark.parametrize(("years", "told"), [(2, False), (2.5, False), (3, True), (5, True)])
def test_after_more_than_two_and_a_half_years_one_infusion_may_not_hold(
    years: float, told: bool
) -> None:
    assert ("DEN-8" in cautions(course(years))) is told


def test_with_a_vertebral_fracture_it_may_not_hold_after_two_years_either() -> None:
    broken = {"history": {"previous_fracture": "yes", "vertebral_fracture": "yes"}}
    words = ["denosumab 60 mg every 6 months for 2 years", "zoledronic acid 5 mg once at month 24"]
    assert "DEN-8" in cautions(situation(words, broken))
    assert "DEN-8" not in cautions(situation(words))


def test_denosumab_that_a_plan_ends_today_counts_with_its_years() -> None:
    found = situation(["zoledronic acid 5 mg once"])
    usual = Strategy(drugs=["denosumab 60 mg every 6 months from month -36"])
    assert "DEN-8" in cautions(Situation(found.person, usual, found.strategy, YEARS))


def test_of_denosumab_that_goes_on_and_of_none_nothing_of_this_is_said() -> None:
    for drugs in (["denosumab 60 mg every 6 months"], []):
        assert not {"DEN-7", "DEN-8"} & cautions(situation(drugs))
