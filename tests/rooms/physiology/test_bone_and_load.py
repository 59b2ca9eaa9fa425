"""Bone, its mineral and its answer to load, against solutions on paper."""

from __future__ import annotations

import math

import numpy as np
import pytest
from support.typical import life, now, value

from osteon.model.model import Model
from osteon.vocabulary.site import Site

SITE = "total_hip"
every_site = pytest.mark.parametrize("site", Site)


@every_site
def test_young_and_mature_bone_share_the_reference_volume(model: Model, site: Site) -> None:
    """Young bone leaves by ripening and by resorption: its share is k / (k + 1 / ripening)."""
    turnover, ripening = value(model, f"bone.turnover@{site}"), value(model, "bone.ripening")
    reading = now(model)
    assert reading(f"young_bone@{site}") == pytest.approx(turnover / (turnover + 1.0 / ripening))
    assert reading(f"bone_volume_fraction@{site}") == pytest.approx(1.0)
    assert reading(f"osteoid@{site}") == pytest.approx(turnover * value(model, "bone.lag"))
    assert reading(f"bone_mineral@{site}") == pytest.approx(1.0)


def test_without_resorption_bone_ripens_and_gains_mineral(model: Model) -> None:
    """With both cells gone all bone matures: mineral rises by one over the reference content."""
    gone = {
        "rankl_opg.turnover": 1e-15,
        "formation.modeling_share": 1e-12,
        "coupling.strength": 9.0,
    }
    begin = {f"{cell}@{site}": 1e-12 for cell in ("rankl", "osteoclasts") for site in Site}
    lived = life(model, {}, np.array([20000.0]), gone, begin)
    young = now(model)(f"young_bone@{SITE}")
    content = value(model, "bone.primary") * young + 1.0 - young
    volume = lived[f"bone_volume_fraction@{SITE}"][0, 0]
    assert volume > 1.0
    assert lived[f"mineralization_degree@{SITE}"][0, 0] == pytest.approx(1.0, rel=1e-4)
    assert lived[f"bone_mineral@{SITE}"][0, 0] == pytest.approx(volume / content, rel=1e-4)


def test_the_mineral_of_a_mixture_is_its_mean(model: Model) -> None:
    reading = now(model, {f"young_bone@{SITE}": 0.5, f"mature_bone@{SITE}": 0.25})
    primary = value(model, "bone.primary")
    assert reading(f"bone_volume_fraction@{SITE}") == 0.75
    degree = (0.5 * primary + 0.25) / 0.75
    assert reading(f"mineralization_degree@{SITE}") == pytest.approx(degree)


def test_formation_is_cells_at_work_and_a_share_that_needs_no_resorption(model: Model) -> None:
    share = value(model, "formation.modeling_share")
    halved = now(model, {f"osteoblasts@{SITE}": 0.5})(f"formation_rate@{SITE}")
    assert halved == pytest.approx(0.5 * (1.0 - share) + share)


def test_resorption_is_cells_at_work(model: Model) -> None:
    reading = now(model, {f"osteoclasts@{SITE}": 1.7})
    assert reading(f"resorption_rate@{SITE}") == pytest.approx(1.7)
    volume = reading(f"bone_volume_fraction@{SITE}")
    balance = value(model, f"bone.turnover@{SITE}") * (1.0 - 1.7 * volume)
    assert reading(f"bone_balance@{SITE}") == pytest.approx(balance)


def test_the_skeleton_weighs_sites_by_share_and_turnover(model: Model) -> None:
    rates = {Site.LUMBAR_SPINE: 2.0, Site.TOTAL_HIP: 1.0, Site.FEMORAL_NECK: 5.0}
    reading = now(model, {f"osteoclasts@{site}": rate for site, rate in rates.items()})
    weights = [
        value(model, f"skeleton.share@{s}") * value(model, f"bone.turnover@{s}") for s in Site
    ]
    expected = np.average([rates[site] for site in Site], weights=weights)
    assert reading("skeletal_resorption") == pytest.approx(expected)


def test_the_skeleton_turns_over_as_slowly_as_it_is_measured_to(model: Model) -> None:
    """Parfitt: 7.6 % a year over all ages; before menopause it is less."""
    renewed = 365.25 * sum(
        value(model, f"skeleton.share@{s}") * value(model, f"bone.turnover@{s}") for s in Site
    )
    assert 0.04 < renewed < 0.076


def test_open_cavities_follow_resorption_after_the_reversal_time(model: Model) -> None:
    """Osteoclasts held at twice: X = 2 - e^(-t / reversal)."""
    reversal = value(model, "remodeling_space.reversal")
    held = {"osteoclasts.lifespan": 1e15}
    lived = life(model, {}, np.array([reversal]), held, {f"osteoclasts@{SITE}": 2.0})
    expected = 2.0 - math.exp(-1.0)
    assert lived[f"remodeling_space@{SITE}"][0, 0] == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("load", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("volume", [0.7, 1.0])
def test_the_same_load_strains_less_bone_more(model: Model, load: float, volume: float) -> None:
    bone = {f"young_bone@{SITE}": 0.2, f"mature_bone@{SITE}": volume - 0.2}
    reading = now(model, {f"mechanical_load@{SITE}": load} | bone)
    expected = load / volume ** value(model, "strain.stiffness")
    assert reading(f"mechanical_stimulus@{SITE}") == pytest.approx(expected)


@pytest.mark.parametrize("load", [0.3, 0.8, 1.0, 1.5, 3.0])
def test_the_mechanostat_answers_with_a_hyperbolic_tangent(model: Model, load: float) -> None:
    saturation = value(model, "mechanostat.saturation")
    reading = now(model, {f"mechanical_load@{SITE}": load})
    signal = math.tanh(saturation * math.log(load)) / saturation
    assert reading(f"mechanostat_signal@{SITE}") == pytest.approx(signal, abs=1e-14)
    for flux, strength in (("sclerostin", "on_sclerostin"), ("rankl", "on_rankl")):
        fold = math.exp(-value(model, f"mechanostat.{strength}") * signal)
        assert reading(f"{flux}_production@{SITE}") == pytest.approx(fold)


def test_overload_and_disuse_are_answered_with_bounds(model: Model) -> None:
    bound = 1.0 / value(model, "mechanostat.saturation")
    high = now(model, {f"mechanical_load@{SITE}": 1e12})(f"mechanostat_signal@{SITE}")
    low = now(model, {f"mechanical_load@{SITE}": 1e-12})(f"mechanostat_signal@{SITE}")
    assert high == pytest.approx(bound, rel=1e-6)
    assert low == pytest.approx(-bound, rel=1e-6)


def test_without_estrogen_the_answer_to_load_is_weaker(model: Model) -> None:
    """Bassey 1998: jumping gains bone at the hip before menopause, and not after it."""

    def gain(estradiol: float) -> float:
        loaded, usual = (
            now(model, {"estradiol": estradiol, f"mechanical_load@{SITE}": load})
            for load in (1.5, 1.0)
        )
        return loaded(f"mechanostat_signal@{SITE}") - usual(f"mechanostat_signal@{SITE}")

    before = gain(value(model, "estradiol.ovarian_level"))
    assert 0.0 < gain(5.0) < 0.6 * before


def test_bone_gets_used_to_a_lasting_load(model: Model) -> None:
    """dA/dt = (share log(stimulus) - A) / span, with the strain held by bone that cannot change."""
    share, span = value(model, "accommodation.share"), value(model, "accommodation.span")
    times = np.array([0.5, 1.0, 4.0]) * span
    held = {"strain.stiffness": 0.0}
    lived = life(model, {f"mechanical_load@{SITE}": 1.4}, times, held)
    expected = share * math.log(1.4) * (1.0 - np.exp(-times / span))
    assert lived[f"accommodation@{SITE}"][0] == pytest.approx(expected, rel=1e-5)
    assert 0.0 < share < 1.0
