"""What a week of training comes to, by the formula of the daily load stimulus."""

from __future__ import annotations

import math

import pytest

from osteon.language.lifestyle import Exercise
from osteon.people.gym import gym_of
from osteon.vocabulary.site import Site

SQUATS = Exercise(
    activity="barbell squats", sessions="2 per week", minutes="45 minutes", intensity="80 %"
)


def test_the_load_is_that_of_the_formula() -> None:
    """Force 6.5 at the hip, 10 cycles a minute, steepness 4; a day is 2500 cycles at 2.38."""
    (_, alone), *_ = gym_of([SQUATS]).each
    added = 2 / 7 * math.log1p(450) * 6.5**4 / (math.log1p(2500) * 2.38**4)
    assert alone.load[Site.TOTAL_HIP] == pytest.approx((1 + added) ** 0.25)


def test_minutes_are_counted_by_the_week() -> None:
    found = gym_of(
        [SQUATS, Exercise(activity="tai chi", sessions="3 per week", minutes="30 minutes")]
    )
    assert found.together.resistance == pytest.approx(90)
    assert found.together.balance == pytest.approx(90 * 1 / 3 + 90)


def test_water_carries_and_adds_no_load() -> None:
    (_, alone), *_ = gym_of([Exercise(activity="swimming", sessions="5 per week")]).each
    assert all(load == pytest.approx(1, abs=0.005) for load in alone.load.values())


def test_loads_do_not_add_up_the_large_one_rules() -> None:
    found = gym_of([SQUATS, Exercise(activity="walking", sessions="5 per week")])
    alone = [one.load[Site.LUMBAR_SPINE] - 1 for _, one in found.each]
    together = found.together.load[Site.LUMBAR_SPINE] - 1
    assert max(alone) < together < sum(alone)


def test_who_does_nothing_has_the_load_of_a_day() -> None:
    assert set(gym_of([]).together.load.values()) == {1.0}
