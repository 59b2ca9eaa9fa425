"""What a clinic reads: T-scores, the repeatability of a measurement, endpoints by name."""

from __future__ import annotations

import pytest

from osteon.language.endpoints import ENDPOINTS, EVENTS
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.people.endpoint import DXA_ENDPOINTS, key_of_endpoint, label_of
from osteon.people.measurement_error import (
    least_significant_change,
    measurement_error,
    repeated_error,
)
from osteon.people.reference_bmd import bmd_from_t_score, t_score_from_bmd, young_sd
from osteon.vocabulary.site import Site

SCANNERS = ("hologic", "lunar")


@pytest.mark.parametrize(
    ("site", "mean", "sd"),
    [("total_hip", 0.942, 0.122), ("femoral_neck", 0.858, 0.120), ("lumbar_spine", 1.047, 0.110)],
)
def test_hologic_t_scores_follow_the_published_young_women(
    site: str, mean: float, sd: float
) -> None:
    """NHANES III (Looker 1998) at the hip, the maker's reference at the spine."""
    assert bmd_from_t_score(0.0, Site(site), "hologic") == mean
    assert bmd_from_t_score(-2.5, Site(site), "hologic") == pytest.approx(mean - 2.5 * sd)
    assert young_sd(Site(site), "hologic") == sd


@pytest.mark.parametrize("scanner", SCANNERS)
@pytest.mark.parametrize("site", Site)
@pytest.mark.parametrize("t_score", [-4.0, -1.3, 0.0, 2.2])
def test_a_t_score_turned_into_bmd_and_back(scanner: str, site: Site, t_score: float) -> None:
    bmd = bmd_from_t_score(t_score, site, scanner)
    assert t_score_from_bmd(bmd, site, scanner) == pytest.approx(t_score)


def test_the_same_bone_reads_higher_on_a_lunar_scanner() -> None:
    """Spine: Lunar is 1.195 times Hologic less 0.023 or so (Lu 2001), 12 to 20 % higher."""
    for site in Site:
        ratio = bmd_from_t_score(0, site, "lunar") / bmd_from_t_score(0, site, "hologic")
        assert 1.05 < ratio < 1.25


def test_the_least_significant_change_is_2_77_measurement_errors() -> None:
    """ISCD: 2.77 times the precision error, at 95 % confidence."""
    for endpoint in DXA_ENDPOINTS:
        error = repeated_error(endpoint)
        assert 0.005 < error < 0.025
        assert error < measurement_error(endpoint) < 2 * error
        assert least_significant_change(endpoint) == pytest.approx(100 * 2.77 * error)


def test_an_error_that_is_not_known_is_none() -> None:
    assert measurement_error("estradiol") is None
    assert least_significant_change("estradiol") is None


def test_endpoints_find_the_quantity_behind_them(model: Model) -> None:
    assert key_of_endpoint(model, "bmd_total_hip") == Key("bmd", Site.TOTAL_HIP)
    assert key_of_endpoint(model, "calcium") == Key("serum_calcium")
    assert key_of_endpoint(model, "ctx") == Key("ctx")
    assert key_of_endpoint(model, "fracture_hip") == Key("fracture_hip_so_far")


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_endpoint_of_the_language_has_an_answer_or_none(model: Model, endpoint: str) -> None:
    """Never a stray error; sclerostin around osteocytes is not sclerostin in serum."""
    key = key_of_endpoint(model, endpoint)
    assert key is None or key in model.trace.quantities
    if endpoint == "sclerostin":
        assert key is not None
        assert key.name == "serum_sclerostin"


@pytest.mark.parametrize("endpoint", [one for one in EVENTS if one != "falls"])
def test_every_fracture_is_answered(model: Model, endpoint: str) -> None:
    assert key_of_endpoint(model, endpoint) is not None


@pytest.mark.parametrize(
    ("endpoint", "label"),
    [
        ("bmd_lumbar_spine", "BMD lumbar spine"),
        ("pinp", "PINP (P1NP)"),
        ("bone_alp", "bone ALP"),
        ("calcidiol", "calcidiol"),
        ("fracture_hip", "hip fracture"),
        ("fracture_vertebral", "vertebral fracture (radiograph)"),
        ("fracture_major_osteoporotic", "major osteoporotic fracture"),
        ("falls", "falls"),
    ],
)
def test_labels_are_what_a_screen_shows(endpoint: str, label: str) -> None:
    assert label_of(endpoint) == label
