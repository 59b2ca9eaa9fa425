"""Disuse: nothing near the habitual load, a doubling of what osteoclasts take in bed."""

from __future__ import annotations

import pytest
from support.typical import now

from osteon.model.model import Model


@pytest.mark.parametrize("load", [0.9, 0.97, 1.03, 1.1, 2.0])
def test_small_shifts_and_overload_are_not_disuse(model: Model, load: float) -> None:
    there = now(model, {"mechanical_load@total_hip": load})
    assert there("osteoclast_formation@total_hip") == pytest.approx(1.0, abs=2e-3)


def test_in_bed_twice_as_many_precursors_become_osteoclasts(model: Model) -> None:
    """Zerwekh 1998: eroded surface doubled in bed."""
    in_bed = now(model, {"mechanical_load@total_hip": 0.38})
    assert in_bed("osteoclast_formation@total_hip") == pytest.approx(2.0, rel=0.03)


def test_the_hip_opens_more_than_the_spine(model: Model) -> None:
    in_flight = {f"mechanical_load@{site}": 0.25 for site in ("total_hip", "lumbar_spine")}
    there = now(model, in_flight)
    assert there("osteoclast_formation@total_hip") > there("osteoclast_formation@lumbar_spine") > 1
