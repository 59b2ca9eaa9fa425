"""What a clinic measures: BMD is mineral, markers follow the whole skeleton's cells."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import AFTER_MENOPAUSE, life, now, value

from osteon.model.model import Model
from osteon.vocabulary.site import Site

every_site = pytest.mark.parametrize("site", Site)
MARKERS = ("ctx", "ntx", "pinp", "bone_alp")


@every_site
def test_density_is_the_mineral_that_is_left(model: Model, site: Site) -> None:
    whole = now(model)
    assert whole(f"bmd@{site}") == pytest.approx(value(model, f"bmd.peak@{site}"))
    young, mature = whole(f"young_bone@{site}"), whole(f"mature_bone@{site}")
    fallen = now(model, {f"young_bone@{site}": 0.8 * young, f"mature_bone@{site}": 0.8 * mature})
    assert fallen(f"bmd@{site}") == pytest.approx(0.8 * whole(f"bmd@{site}"))


@every_site
def test_density_of_one_site_leaves_the_others_alone(model: Model, site: Site) -> None:
    reading = now(model, {f"mature_bone@{site}": 0.5})
    for other in set(Site) - {site}:
        assert reading(f"bmd@{other}") == pytest.approx(value(model, f"bmd.peak@{other}"))


@every_site
def test_a_young_woman_has_the_density_of_young_women(model: Model, site: Site) -> None:
    """Looker 1998 and the maker's reference: means of young women on Hologic, g/cm2."""
    young = {"lumbar_spine": 1.047, "total_hip": 0.942, "femoral_neck": 0.858}
    assert now(model)(f"bmd@{site}") == pytest.approx(young[site], rel=0.02)


@pytest.mark.parametrize("marker", MARKERS)
def test_before_menopause_a_marker_is_usual(model: Model, marker: str) -> None:
    assert now(model)(marker) == pytest.approx(value(model, f"{marker}.usual"))


@pytest.mark.parametrize(
    ("marker", "low", "high"),
    [("ctx", 0.05, 0.67), ("pinp", 19.0, 76.0), ("bone_alp", 6.0, 23.0)],
)
def test_a_usual_marker_lies_in_the_range_of_healthy_women(
    model: Model, marker: str, low: float, high: float
) -> None:
    """Michelsen 2013: reference ranges of women before menopause."""
    assert low < now(model)(marker) < high


@pytest.mark.parametrize("marker", ["ctx", "ntx"])
def test_a_resorption_marker_is_a_power_of_resorption(model: Model, marker: str) -> None:
    doubled = now(model, {f"osteoclasts@{site}": 2.0 for site in Site})
    usual, ground = value(model, f"{marker}.usual"), value(model, f"{marker}.background")
    freed = 2.0 ** value(model, f"{marker}.steepness")
    expected = usual * (ground + (1.0 - ground) * freed)
    assert doubled("skeletal_resorption") == pytest.approx(2.0)
    assert doubled(marker) == pytest.approx(expected)


@pytest.mark.parametrize("marker", ["pinp", "bone_alp"])
def test_a_formation_marker_is_made_by_young_and_old_osteoblasts(model: Model, marker: str) -> None:
    usual, early = value(model, f"{marker}.usual"), value(model, f"{marker}.early")
    ground, power = value(model, f"{marker}.background"), value(model, f"{marker}.steepness")
    young = now(model, {f"osteoblast_precursors@{site}": 3.0 for site in Site})(marker)
    old = now(model, {f"osteoblasts@{site}": 3.0 for site in Site})(marker)
    share = 1.0 - value(model, "formation.modeling_share") if marker == "pinp" else 1.0

    def read(made: float) -> float:
        return usual * (ground + (1.0 - ground) * made**power)

    assert young == pytest.approx(read(1.0 + 2.0 * early))
    assert old == pytest.approx(read(1.0 + 2.0 * (1.0 - early) * share))


def test_tracp_counts_osteoclasts_whatever_they_do(model: Model) -> None:
    usual, ground = value(model, "tracp5b.usual"), value(model, "tracp5b.background")
    doubled = now(model, {f"osteoclasts@{site}": 2.0 for site in Site})("tracp5b")
    assert doubled == pytest.approx(usual * (ground + 2.0 * (1.0 - ground)))


def test_serum_sclerostin_follows_bone_more_than_in_proportion(model: Model) -> None:
    usual, spill = value(model, "serum_sclerostin.usual"), value(model, "serum_sclerostin.spill")
    raised = now(model, {f"sclerostin@{site}": 1.2 for site in Site})("serum_sclerostin")
    assert raised == pytest.approx(usual * 1.2**spill)


@pytest.mark.parametrize("marker", ["ctx", "ntx"])
def test_formation_leaves_resorption_markers_alone(model: Model, marker: str) -> None:
    cells = ("osteoblasts", "osteoblast_precursors")
    busy = now(model, {f"{cell}@{site}": 3.0 for cell in cells for site in Site})
    assert busy(marker) == pytest.approx(value(model, f"{marker}.usual"))


def test_pinp_shows_young_osteoblasts_before_bone_alkaline_phosphatase(model: Model) -> None:
    assert value(model, "pinp.early") > value(model, "bone_alp.early")


def test_after_menopause_every_marker_rises_and_density_falls(model: Model) -> None:
    years = 365.25 * np.array([0.1, 3.0])
    lived = life(model, {"aging": 1.0}, years, AFTER_MENOPAUSE)
    for marker in MARKERS:
        assert lived[marker][0, 1] > 1.1 * value(model, f"{marker}.usual")
    for site in Site:
        first, last = lived[f"bmd@{site}"][0]
        assert last < 0.99 * first
