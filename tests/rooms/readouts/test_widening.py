"""Widening: at the same mineral areal BMD falls as the neck of the femur grows wider."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import life

from osteon.model.model import Model
from osteon.vocabulary.units import DAYS_PER_YEAR

TEN_YEARS = np.array([0.0, 10.0 * DAYS_PER_YEAR])


def overlay(model: Model, site: str) -> float:
    """Return what ten years from youth on make of the reading at a site."""
    course = life(model, {"aging": 1.0}, TEN_YEARS)[f"dxa_overlay@{site}"][0]
    return float(course[1] / course[0])


def test_the_neck_of_the_femur_widens_by_two_percent_in_ten_years(model: Model) -> None:
    """Nagaraj 2019: outer diameter +1.95 % over the ten years around the final period."""
    assert 1.0 / overlay(model, "femoral_neck") == pytest.approx(1.0195, abs=5e-4)


def test_the_hip_reads_less_and_the_spine_does_not(model: Model) -> None:
    assert overlay(model, "femoral_neck") < overlay(model, "total_hip") < 0.995
    assert overlay(model, "lumbar_spine") > 0.999
