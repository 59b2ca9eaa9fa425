"""From exercise to the body: load in stages, practice at once, and what was usual at full load."""

from __future__ import annotations

import math

import pytest
from support.people import NOTHING, doing

from osteon.interventions.exercise.activity import activity
from osteon.interventions.exercise.load import Training, relative_load
from osteon.language import Strategy
from osteon.people.training import trained
from osteon.vocabulary.site import Site

SQUATS = {"activity": "progressive resistance training", "sessions": "2 per week", "minutes": 35}
TAI_CHI = {"activity": "tai chi", "sessions": "2 per week", "minutes": 70}
HIP = "mechanical_load@total_hip"


def received(
    name: str, day: float, treatment: Strategy, usual: Strategy = NOTHING, begin: float = 0.0
) -> float:
    """Return what training adds to an input on a day."""
    window = (-math.inf, 0.0) if begin < 0 else (0.0, math.inf)
    done = usual if begin < 0 else treatment.on_top_of(usual)
    spans = trained(done.exercise, usual.exercise, *window)
    return sum(one.value for one in spans if str(one.key) == name and one.begin <= day < one.end)


def squatting(share: float) -> float:
    """Return the load that squats add at a share of their dose."""
    once = Training(activity("progressive resistance training"), share * 2 / 7, 35)
    return relative_load([once], Site.TOTAL_HIP) - 1.0


@pytest.mark.parametrize(("day", "share"), [(0, 0.125), (30, 0.375), (84, 1.0), (4000, 1.0)])
def test_a_new_activity_loads_in_stages(day: float, share: float) -> None:
    found = received(HIP, day, doing(exercise=[SQUATS]))
    assert found == pytest.approx(squatting(share))


def test_stages_count_from_the_first_session() -> None:
    later = doing(exercise=[{**SQUATS, "from": "month 12"}])
    begin = 12 * 30.4375
    assert received(HIP, begin - 1, later) == 0.0
    assert received(HIP, begin + 1, later) == pytest.approx(squatting(0.125))
    assert received(HIP, begin + 85, later) == pytest.approx(squatting(1.0))


def test_what_was_always_done_loads_fully_before_and_after_month_0() -> None:
    usual = doing(exercise=[SQUATS])
    assert received(HIP, -5000, NOTHING, usual, begin=-1) == pytest.approx(squatting(1.0))
    assert received(HIP, 1, NOTHING, usual) == pytest.approx(squatting(1.0))


def test_more_of_what_was_always_done_loads_fully() -> None:
    more = doing(exercise=[{**SQUATS, "sessions": "4 per week"}])
    assert received(HIP, 1, more, doing(exercise=[SQUATS])) == pytest.approx(squatting(2.0))


def test_stages_go_on_across_month_0() -> None:
    usual = doing(exercise=[{**SQUATS, "from": "month -1"}])
    assert received(HIP, -1, NOTHING, usual, begin=-1) == pytest.approx(squatting(0.375))
    assert received(HIP, 5, NOTHING, usual) == pytest.approx(squatting(0.375))
    assert received(HIP, 20, NOTHING, usual) == pytest.approx(squatting(0.625))


def test_another_name_of_what_was_always_done_is_no_new_activity() -> None:
    former = {**SQUATS, "activity": "barbell squats", "from": "month -60", "until": "month -12"}
    usual = doing(exercise=[former])
    assert received(HIP, 1, doing(exercise=[SQUATS]), usual) == pytest.approx(squatting(1.0))


def test_practice_counts_from_the_first_day() -> None:
    both = doing(exercise=[SQUATS, TAI_CHI])
    assert received("resistance_training", 0, both) == pytest.approx(10.0)
    assert received("balance_training", 0, both) == pytest.approx((70 + 35 / 3) * 2 / 7)


def test_adherence_counts_for_practice() -> None:
    half = doing(exercise=[{**TAI_CHI, "adherence": "50 %"}])
    assert received("balance_training", 9, half) == pytest.approx(10.0)


def test_bed_rest_unloads_at_once() -> None:
    rest = {"activity": "bed rest", "sessions": "7 per week", "until": "month 3"}
    lying = doing(exercise=[rest])
    assert received(HIP, 0, lying) == pytest.approx(0.5 / 2.38 - 1.0)
    assert received("mechanical_load@lumbar_spine", 0, lying) == pytest.approx(0.35 - 1.0)
    assert received(HIP, 95, lying) == 0.0


def test_walking_trains_neither_muscle_nor_balance() -> None:
    walk = doing(exercise=[{"activity": "walking", "sessions": "7 per week", "minutes": 60}])
    assert received("balance_training", 9, walk) == received("resistance_training", 9, walk) == 0.0
