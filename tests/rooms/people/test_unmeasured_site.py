"""BMD where none was measured: as far off as the related site says, and less far."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.people.unmeasured_site import correlation, expected_bmd
from osteon.vocabulary.site import Site

SPINE, HIP, NECK = Site.LUMBAR_SPINE, Site.TOTAL_HIP, Site.FEMORAL_NECK
SIMULATED = {SPINE: np.array([1.0]), HIP: np.array([0.9]), NECK: np.array([0.8])}


def test_two_standard_deviations_below_at_the_hip_are_less_at_the_neck() -> None:
    """Hip 2 x 0.122 lower, correlation 0.9: neck 0.9 x 2 x 0.120 lower."""
    measured = {HIP: np.array([0.9 - 2 * 0.122])}
    assert expected_bmd(NECK, SIMULATED, measured) == pytest.approx(0.8 - 0.9 * 2 * 0.120)


def test_the_best_related_site_counts_alone() -> None:
    measured = {SPINE: np.array([0.5]), HIP: np.array([0.9])}
    assert expected_bmd(NECK, SIMULATED, measured) == pytest.approx(0.8)


def test_correlations_have_no_direction() -> None:
    for one in Site:
        assert correlation(one, one) == 1.0
        for other in Site:
            assert correlation(one, other) == correlation(other, one)
            assert 0.6 < correlation(one, other) <= 1.0


def test_no_bone_is_left_without_mineral() -> None:
    measured = {HIP: np.array([-3.0])}
    assert expected_bmd(NECK, SIMULATED, measured) == pytest.approx(0.3)
