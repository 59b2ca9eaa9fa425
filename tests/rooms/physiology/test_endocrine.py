"""Hormones against solutions on paper: age, ovary, estradiol, and the receptor of bone."""

from __future__ import annotations

import math

import numpy as np
import pytest
from support.typical import AFTER_MENOPAUSE, life, now, value

from osteon.model.model import Model
from osteon.vocabulary.site import Site
from osteon.vocabulary.units import DAYS_PER_YEAR

LONG = np.array([1.0, 3.0, 10.0, 400.0])


def test_age_advances_by_a_day_a_day(model: Model) -> None:
    lived = life(model, {"aging": 1.0}, LONG)
    assert lived["age"][0] == pytest.approx(value(model, "aging.reference_age") + LONG)
    assert lived["age_advance"][0] == pytest.approx(LONG)


@pytest.mark.parametrize(("spans", "share"), [(-5.0, 0.9933), (0.0, 0.5), (2.0, 0.1192)])
def test_the_ovary_fades_as_a_logistic(model: Model, spans: float, share: float) -> None:
    """1 / (1 + e^x) at minus five, zero and two."""
    menopause = 50.0 * DAYS_PER_YEAR
    age = menopause + spans * value(model, "ovary.span")
    reading = now(model, {"age": age}, {"ovary.menopause_age": menopause})
    assert reading("ovarian_activity") == pytest.approx(share, abs=1e-4)


def test_the_ovary_fades_from_two_years_before_to_two_years_after(model: Model) -> None:
    """SWAN (Randolph 2011): estradiol falls from 2.03 years before to 2.17 years after."""
    menopause = 50.0 * DAYS_PER_YEAR

    def activity(years: float) -> float:
        at = {"age": menopause + years * DAYS_PER_YEAR}
        return now(model, at, {"ovary.menopause_age": menopause})("ovarian_activity")

    assert activity(-2.03) > 0.93
    assert activity(2.17) < 0.07


def test_estradiol_follows_its_production_exponentially(model: Model) -> None:
    """dE/dt = k (E_end - E) has the solution E_end + (E_begin - E_end) e^-kt."""
    lived = life(model, {}, LONG, AFTER_MENOPAUSE)
    begin = value(model, "estradiol.ovarian_level") + value(model, "estradiol.peripheral_level")
    end = value(model, "estradiol.peripheral_level")
    left = np.exp(-value(model, "estradiol.clearance") * LONG)
    assert lived["estradiol"][0] == pytest.approx(end + (begin - end) * left, rel=1e-6)


def test_estradiol_after_menopause_is_what_dixon_measured(model: Model) -> None:
    """Dixon 2008: mean of 25.7 pmol/L before treatment; the mean of a lognormal spread."""
    middle = life(model, {}, LONG, AFTER_MENOPAUSE)["estradiol"][0, -1]
    spread = model.table.parameters["estradiol.peripheral_level"].between_people
    assert spread is not None
    assert spread.log_sd is not None
    assert middle * math.exp(spread.log_sd**2 / 2.0) == pytest.approx(25.7, rel=0.05)


@pytest.mark.parametrize("estradiol", [5.0, 25.7, 100.0, 400.0])
def test_without_a_competitor_the_receptor_saturates(model: Model, estradiol: float) -> None:
    half = value(model, "estrogen_receptor.half_signal")
    full = value(model, "estradiol.ovarian_level") + value(model, "estradiol.peripheral_level")
    bound = estradiol / (half + estradiol) / (full / (half + full))
    assert now(model, {"estradiol": estradiol})("estrogen_signal") == pytest.approx(bound)


@pytest.mark.parametrize("site", Site)
def test_the_deficit_is_the_lost_signal_times_the_response(model: Model, site: Site) -> None:
    reading = now(model, {"estradiol": 25.7})
    lost = 1.0 - reading("estrogen_signal")
    assert 0.2 < lost < 1.0
    response = value(model, f"estrogen_deficit.response@{site}")
    assert reading(f"estrogen_deficit@{site}") == pytest.approx(response * lost)


def test_without_estradiol_the_folds_are_those_of_the_whole_deficit(model: Model) -> None:
    """At a deficit of d, RANKL rises and OPG falls, together by exp(strength d)."""
    reading = now(model, {"estradiol": 1e-9})
    deficit = reading("estrogen_deficit@total_hip")
    absorbed = reading("calcium_absorption")
    assert absorbed == pytest.approx(1.0 - value(model, "estrogen_on_calcium.absorption_loss"))
    excreted = reading("calcium_excretion")
    assert excreted == pytest.approx(1.0 + value(model, "estrogen_on_calcium.excretion_gain"))
    opg = math.log(reading("opg_production@total_hip"))
    strength = value(model, "estrogen_on_rankl_opg.strength")
    by_opg = 1.0 - value(model, "estrogen_on_rankl_opg.share_by_rankl")
    assert opg == pytest.approx(-by_opg * strength * deficit)
    survival = value(model, "estrogen_on_cell_survival.osteoclast_survival")
    assert reading("osteoclast_death@total_hip") == pytest.approx(math.exp(-survival * deficit))


def test_menopause_costs_calcium_absorption_what_heaney_found(model: Model) -> None:
    """Heaney 1989: menopause lowers the absorbed share by 0.022 of about 0.25, nine per cent."""
    lost = 1.0 - now(model, {"estradiol": 25.7})("calcium_absorption")
    assert 0.04 < lost < 0.12
