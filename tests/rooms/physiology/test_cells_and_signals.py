"""Bone cells and the signals between them, against solutions on paper."""

from __future__ import annotations

import math

import numpy as np
import pytest
from support.typical import life, now, value

from osteon.model.model import Model

SITE = "total_hip"
YEARS = 365.25 * np.array([1.0, 3.0, 40.0])


@pytest.mark.parametrize("ratio", [0.2, 1.0, 3.0, 1e9])
def test_rank_is_occupied_up_to_its_reserve(model: Model, ratio: float) -> None:
    spare = value(model, "rankl_opg.spare")
    reading = now(model, {f"rankl@{SITE}": 2.0 * ratio, f"opg@{SITE}": 2.0})
    assert reading(f"rankl_opg_ratio@{SITE}") == pytest.approx(ratio)
    expected = (1.0 + spare) / (1.0 + spare / ratio)
    assert reading(f"rank_occupancy@{SITE}") == pytest.approx(expected)
    assert reading(f"rank_occupancy@{SITE}") <= 1.0 + spare


@pytest.mark.parametrize("sclerostin", [0.5, 1.0, 2.0])
def test_wnt_is_one_over_sclerostin(model: Model, sclerostin: float) -> None:
    reading = now(model, {f"sclerostin@{SITE}": sclerostin})
    wnt = reading(f"wnt_activity@{SITE}")
    assert wnt == pytest.approx(1.0 / sclerostin)
    power = value(model, "wnt.on_osteoblasts")
    assert reading(f"osteoblast_recruitment@{SITE}") == pytest.approx(wnt**power)
    assert reading(f"rankl_production@{SITE}") == pytest.approx(
        wnt ** -value(model, "wnt.on_rankl")
    )


@pytest.mark.parametrize("signal", [0.5, 1.0, 2.0])
def test_coupling_recruits_by_a_power_of_what_was_released(model: Model, signal: float) -> None:
    strength = value(model, "coupling.strength")
    reading = now(model, {f"tgf_beta@{SITE}": signal})
    assert reading(f"osteoblast_recruitment@{SITE}") == pytest.approx(signal**strength)


def test_coupling_is_incomplete(model: Model) -> None:
    """Twice the resorption must not bring twice the formation, or nobody would lose bone."""
    assert 0.0 < value(model, "coupling.strength") < 1.0


def test_osteoclasts_settle_where_supply_meets_use(model: Model) -> None:
    """At rest Q = 1 / (1 - u + u R) and C = Q R / death, for the RANK occupancy R of the day."""
    still = {"pth_on_bone.on_rankl": 0.0, "mechanostat.on_rankl": 0.0, "wnt.on_rankl": 0.0}
    still |= {"ovary.menopause_age": 1000.0}
    lived = life(model, {}, YEARS, still)
    occupied = lived[f"rank_occupancy@{SITE}"][0, -1]
    used = value(model, "osteoclasts.used")
    pool = 1.0 / (1.0 - used + used * occupied)
    assert occupied > 1.1
    assert lived[f"osteoclast_precursors@{SITE}"][0, -1] == pytest.approx(pool, rel=1e-4)
    death = lived[f"osteoclast_death@{SITE}"][0, -1]
    assert lived[f"osteoclasts@{SITE}"][0, -1] == pytest.approx(pool * occupied / death, rel=1e-4)


def test_a_pool_that_nobody_uses_fills_to_its_finite_size(model: Model) -> None:
    """With RANKL gone the pool fills to 1 / (1 - used): the rebound when a block ends."""
    gone = {"rankl_opg.turnover": 1e-15}
    lived = life(model, {}, 10.0 * YEARS, gone, {f"rankl@{SITE}": 1e-9})
    most = 1.0 / (1.0 - value(model, "osteoclasts.used"))
    assert lived[f"osteoclast_precursors@{SITE}"][0, -1] == pytest.approx(most, rel=1e-4)
    assert lived[f"osteoclasts@{SITE}"][0, -1] == pytest.approx(0.0, abs=1e-6)


def test_osteoclasts_live_about_twelve_days(model: Model) -> None:
    """Manolagas 2000: about two weeks; without new ones they fall by e in a life."""
    life_span = value(model, "osteoclasts.lifespan")
    gone = {"rankl_opg.turnover": 1e-15}
    lived = life(model, {}, np.array([life_span]), gone, {f"rankl@{SITE}": 1e-12})
    assert lived[f"osteoclasts@{SITE}"][0, 0] == pytest.approx(math.exp(-1.0), rel=1e-4)
    assert 8.0 < life_span < 16.0


@pytest.mark.parametrize("years", [0.0, 10.0, 30.0])
def test_aging_lowers_recruitment_faster_and_faster(model: Model, years: float) -> None:
    """exp(-decline * advance^2 / span): after thirty years nine times as much as after ten."""
    begin = value(model, "aging.reference_age")
    reading = now(model, {"age": begin + 365.25 * years})
    decline = value(model, "osteoblast_aging.decline")
    assert reading("osteoblast_recruitment@total_hip") == pytest.approx(
        math.exp(-decline * (365.25 * years) ** 2 / value(model, "osteoblast_aging.span"))
    )


@pytest.mark.parametrize("years", [5.0, 20.0])
def test_nothing_ages_before_the_reference_age(model: Model, years: float) -> None:
    reading = now(model, {"age": value(model, "aging.reference_age") - 365.25 * years})
    assert reading(f"osteoblast_recruitment@{SITE}") == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("living", [0.6, 1.0, 1.2])
def test_sclerostin_is_made_by_living_osteocytes(model: Model, living: float) -> None:
    assert now(model, {f"osteocytes@{SITE}": living})(
        f"sclerostin_production@{SITE}"
    ) == pytest.approx(living)


def test_dead_osteocytes_are_replaced_over_their_life(model: Model) -> None:
    span = value(model, "osteocytes.lifespan")
    lived = life(model, {}, np.array([span]), None, {f"osteocytes@{SITE}": 0.5})
    assert lived[f"osteocytes@{SITE}"][0, 0] == pytest.approx(1.0 - 0.5 / math.e, rel=1e-5)
