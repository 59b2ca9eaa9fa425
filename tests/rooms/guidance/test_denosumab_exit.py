"""Denosumab never ends unprotected: what counts as an end, and what as protection."""

from __future__ import annotations

import pytest

from osteon.guidance.courses import courses_of
from osteon.guidance.denosumab_exit import unprotected_ends
from osteon.language import Strategy

TWO_YEARS = "denosumab 60 mg every 6 months for 2 years"  # doses at 0, 6, 12, 18


def ends(*drugs: str, now: float = 0.0) -> tuple[float, ...]:
    return unprotected_ends(courses_of(Strategy(drugs=list(drugs))), now)


@pytest.mark.parametrize(
    "after",
    [
        ["zoledronic acid 5 mg once at month 24"],
        ["zoledronic acid 5 mg once at month 27"],
        ["zoledronic acid 4 mg every 6 months for 1 year from month 24"],
        ["alendronate 70 mg weekly for 1 year from month 24"],
        ["alendronate 70 mg weekly for 2 years from month 25"],
        ["alendronate 70 mg weekly from month 20"],
    ],
)
def test_a_bisphosphonate_in_time_protects(after: list[str]) -> None:
    assert ends(TWO_YEARS, *after) == ()


@pytest.mark.parametrize(
    "after",
    [
        [],
        ["zoledronic acid 5 mg once at month 20"],
        ["zoledronic acid 5 mg once at month 29"],
        ["zoledronic acid 5 mg once at month 0"],
        ["alendronate 70 mg weekly for 6 months from month 24"],
        ["alendronate 70 mg weekly for 2 years from month 27"],
        ["risedronate 35 mg weekly for 2 years from month 24"],
        ["raloxifene 60 mg daily from month 24"],
        ["teriparatide 20 ug daily for 2 years from month 24"],
    ],
)
def test_nothing_too_early_too_late_too_short_or_too_weak_does(after: list[str]) -> None:
    assert len(ends(TWO_YEARS, *after)) == 1


def test_going_on_is_no_end() -> None:
    assert ends("denosumab 60 mg every 6 months") == ()
    assert ends(TWO_YEARS, "denosumab 60 mg every 6 months from month 24") == ()


def test_a_gap_is_an_end() -> None:
    assert len(ends(TWO_YEARS, "denosumab 60 mg every 6 months from month 30")) == 1


def test_a_single_dose_ends_too() -> None:
    assert len(ends("denosumab 60 mg once at month 0")) == 1


def test_doses_too_far_apart_end_each_time() -> None:
    assert ends("denosumab 60 mg every 12 months for 3 years")


@pytest.mark.parametrize("begun", [-24, -17, -12, -1])
def test_so_they_do_where_the_first_was_before_the_plan(begun: int) -> None:
    lapses = ends(f"denosumab 60 mg every 12 months from month {begun}")
    assert len(lapses) == 1
    assert 0 < lapses[0] <= 12 * 30.4375 + 1


def test_what_lapsed_before_a_plan_begins_is_not_its_doing() -> None:
    before = "denosumab 60 mg every 6 months from month -40 until month -20"
    assert ends(before) == ()
    assert len(ends("denosumab 60 mg every 6 months from month -24 until month 0")) == 1
