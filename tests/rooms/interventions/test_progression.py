"""Progression: from an eighth of the dose to all of it in twelve weeks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteon.interventions.exercise.progression import share_reached, stage_ends


def test_stages_are_alike_and_end_after_twelve_weeks() -> None:
    assert stage_ends() == (21.0, 42.0, 63.0, 84.0)


@pytest.mark.parametrize(
    ("day", "share"),
    [(0.0, 0.125), (20.9, 0.125), (21.0, 0.375), (50.0, 0.625), (83.9, 0.875), (84.0, 1.0)],
)
def test_a_stage_stands_at_the_middle_of_the_rise(day: float, share: float) -> None:
    assert share_reached(day) == share


def test_the_stages_give_as_much_as_the_even_rise() -> None:
    """Over the ramp the mean share is one half."""
    ends = stage_ends()
    starts = (0.0, *ends[:-1])
    total = sum(
        share_reached(start) * (end - start) for start, end in zip(starts, ends, strict=True)
    )
    assert total == pytest.approx(0.5 * ends[-1])


@given(day=st.floats(0.0, 4000.0), later=st.floats(0.0, 4000.0))
def test_the_share_never_falls(day: float, later: float) -> None:
    assert 0.0 < share_reached(day) <= share_reached(day + later) <= 1.0


def test_the_first_stage_is_training_with_six_tenths_of_the_force() -> None:
    """The dose goes with the fourth power of force: 48 % of the maximum before 80 %."""
    assert share_reached(0.0) ** 0.25 == pytest.approx(0.6, abs=0.01)
