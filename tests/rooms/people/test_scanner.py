"""Conversion between makers, against what was published and against their own young means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from osteon.language.case import Measurement
from osteon.people.measurement_error import least_significant_change, measurement_error
from osteon.people.reference_bmd import bmd_from_t_score
from osteon.people.scanner import conversion_error, converted_bmd, measured_on
from osteon.vocabulary.site import Site


@pytest.mark.parametrize("site", list(Site))
def test_the_young_mean_of_one_maker_is_that_of_the_other(site: Site) -> None:
    """Two independent publications: the equations, and the reference of each maker."""
    hologic, lunar = (bmd_from_t_score(0.0, site, maker) for maker in ("hologic", "lunar"))
    assert converted_bmd(hologic, site, "hologic", "lunar") == pytest.approx(lunar, abs=0.002)


def test_the_spine_lies_by_the_direct_equation_of_genant() -> None:
    """Genant 1994: Hologic = 0.906 Lunar - 0.025, derived in other women; alike within 2 %."""
    for lunar in (0.8, 1.0, 1.2):
        direct = 0.906 * lunar - 0.025
        converted = converted_bmd(lunar, Site("lumbar_spine"), "lunar", "hologic")
        assert converted == pytest.approx(direct, rel=0.02)


@given(bmd=some.floats(0.3, 2.0), site=some.sampled_from(list(Site)))
def test_there_and_back_is_the_same_and_more_stays_more(bmd: float, site: Site) -> None:
    there = converted_bmd(bmd, site, "hologic", "lunar")
    assert converted_bmd(there, site, "lunar", "hologic") == pytest.approx(bmd)
    assert converted_bmd(bmd + 0.01, site, "hologic", "lunar") > there
    assert converted_bmd(bmd, site, "lunar", "lunar") == bmd


def test_a_measurement_says_by_which_scanner_and_keeps_its_markers() -> None:
    visit = Measurement(month=3, ctx="0.5 ng/mL", bmd_total_hip="1.0 g/cm2", scanner="lunar")
    assert measured_on(visit, "lunar") == visit.values == {"bmd_total_hip": 1.0, "ctx": 0.5}
    found = measured_on(visit, "hologic")
    assert found == {"bmd_total_hip": pytest.approx((0.979 - 0.031 - 0.006) / 1.008), "ctx": 0.5}


def test_a_converted_scan_is_worth_less_than_a_repeated_one() -> None:
    assert conversion_error() > 2 * (measurement_error("bmd_total_hip") or 0.0)


def test_lunar_repeats_as_published() -> None:
    assert least_significant_change("bmd_lumbar_spine", "lunar") == pytest.approx(2.77 * 1.22)
    assert least_significant_change("bmd_femoral_neck", "lunar") == pytest.approx(2.77 * 1.97)
    assert least_significant_change("bmd_total_hip", "lunar") == pytest.approx(2.77 * 1.3)
    own = measurement_error("bmd_lumbar_spine", "lunar")
    assert own == pytest.approx((0.0164**2 - 0.0108**2 + 0.0122**2) ** 0.5)
    assert measurement_error("ctx", "lunar") == measurement_error("ctx")
