"""The page of speed tells every aim, and what lies between where one is not reached."""

from __future__ import annotations

import pytest
from generators import speed


@pytest.mark.parametrize("aim", speed._aims(), ids=lambda aim: aim.what)
def test_a_goal_that_is_not_reached_has_its_distance_explained(aim: speed.Aim) -> None:
    assert aim.verdict == "goal reached" or len(aim.why) > 20


def test_what_is_reached_is_told_from_what_is_not() -> None:
    def verdict(found: float | None, *, least: bool) -> str:
        must, goal = (10.0, 2.0) if least else (2.0, 10.0)
        return speed.Aim("", must, goal, found, least=least).verdict

    assert [verdict(found, least=False) for found in (1.0, 2.0, 10.0)] == [
        "**not reached**", "must reached", "goal reached",
    ]  # fmt: skip
    assert [verdict(found, least=True) for found in (11.0, 10.0, 2.0)] == [
        "**not reached**", "must reached", "goal reached",
    ]  # fmt: skip
    assert verdict(None, least=True) == "not measured"


def test_a_share_of_the_peak_counts_what_exp_and_log_take() -> None:
    """Ten exp at 30 multiply-adds beside 400 sums: 60 of 100 operations are left at the peak."""
    step = {name: {"exponentials": 0, "logarithms": 0, "divisions": 0} for name in speed._CALLS}
    step["rates"]["exponentials"] = 2
    told = speed._spent(
        {
            "exp, log, division in multiply-adds": [30.0, 40.0, 8.0],
            "of which": step,
            "operations of a step": 600,
        }
    )
    assert "10 exp, 0 log and 0 divisions" in told
    assert "60 % could be reached" in told
