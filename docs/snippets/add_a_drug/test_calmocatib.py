"""Calmocatib against its solution on paper."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import life

from osteon.model.model import Model

DAYS = np.array([1.0, 5.0, 2000.0])
ELIMINATION, VOLUME, HALF, GREATEST = 0.35, 80.0, 0.02, 0.6


def test_the_amount_rises_to_dose_over_elimination(model: Model) -> None:
    lived = life(model, {"calmocatib_dose": 2.0}, DAYS)
    expected = 2.0 / ELIMINATION * (1.0 - np.exp(-ELIMINATION * DAYS))
    assert lived["calmocatib"][0] == pytest.approx(expected, rel=1e-6)


def test_each_osteoclast_is_left_with_its_share(model: Model) -> None:
    lived = life(model, {"calmocatib_dose": 2.0}, DAYS)
    concentration = 2.0 / ELIMINATION / VOLUME
    left = 1.0 - GREATEST * concentration / (concentration + HALF)
    assert lived["osteoclast_activity@total_hip"][0, -1] == pytest.approx(left, rel=1e-6)
