"""Drugs on sex hormones against the levels that their studies measured."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import AFTER_MENOPAUSE, life, now

from osteon.model.model import Model

DAYS = np.array([30.0, 90.0, 365.0])
PICOGRAMS = 1.0 / 3.671
"""pg/mL of estradiol in a pmol/L."""
INHIBITORS = {
    "anastrozole": {"anastrozole_dose": 1.0},
    "letrozole": {"letrozole_dose": 2.5},
    "exemestane": {"exemestane_dose": 25.0},
}


def value(model: Model, parameter: str) -> float:
    """Return a typical parameter."""
    return model.table.values[model.table.column(parameter)]


def level(model: Model, taken: dict[str, float], after: bool = True) -> float:
    """Return estradiol after a year, pmol/L."""
    lived = life(model, taken, DAYS, AFTER_MENOPAUSE if after else None)
    return float(lived["estradiol"][0, -1])


@pytest.mark.parametrize(
    ("drug", "aromatase", "residual", "within"),
    [
        ("anastrozole", 0.027, 0.101, 0.01),
        ("letrozole", 0.009, 0.059, 0.006),
        ("exemestane", 0.021, 0.078, 0.015),
    ],
)
def test_aromatase_and_estradiol_left_by_each_inhibitor(
    model: Model, drug: str, aromatase: float, residual: float, within: float
) -> None:
    """Aromatase: Geisler 2002 and 1998. Estradiol: Dixon 2008, Geisler 1998."""
    lived = life(model, INHIBITORS[drug], DAYS, AFTER_MENOPAUSE)
    assert lived["aromatase_activity"][0, -1] == pytest.approx(aromatase, rel=0.1)
    left = lived["estradiol"][0, -1] / level(model, {})
    assert left == pytest.approx(residual, abs=within)


def test_letrozole_suppresses_more_than_anastrozole(model: Model) -> None:
    """Dixon 2008: 1.56 against 2.71 pmol/L in the same women."""
    anastrozole, letrozole = (level(model, INHIBITORS[one]) for one in ("anastrozole", "letrozole"))
    assert letrozole / anastrozole == pytest.approx(1.56 / 2.71, abs=0.05)


def test_inhibitors_multiply(model: Model) -> None:
    def left(taken: dict[str, float]) -> float:
        return float(life(model, taken, DAYS)["aromatase_activity"][0, -1])

    both = left(INHIBITORS["anastrozole"] | INHIBITORS["letrozole"])
    apart = left(INHIBITORS["anastrozole"]) * left(INHIBITORS["letrozole"])
    assert both == pytest.approx(apart, rel=1e-6)


def test_letrozole_settles_at_dose_over_clearance(model: Model) -> None:
    """2.5 mg a day over 24.7 L a day are 0.101 mg/L."""
    lived = life(model, INHIBITORS["letrozole"], DAYS)
    concentration = lived["letrozole"][0, -1] / value(model, "letrozole.volume")
    assert concentration == pytest.approx(0.1012, rel=1e-3)


def test_aromatase_returns_after_exemestane_as_fast_as_it_is_made(model: Model) -> None:
    """With no drug left, what is destroyed decays by the turnover of the enzyme alone."""
    days = np.array([0.5, 1.0, 4.0])
    lived = life(model, {}, days, begin={"destroyed_aromatase": 1.0})
    recovery = value(model, "exemestane.recovery")
    expected = 1.0 - 0.5 * np.exp(-recovery * days)
    np.testing.assert_allclose(lived["aromatase_activity"][0], expected, rtol=1e-6)


@pytest.mark.parametrize("drug", ["raloxifene", "tamoxifen"])
def test_receptor_modulators_give_after_menopause_and_take_before(model: Model, drug: str) -> None:
    dose = {f"{drug}_dose": {"raloxifene": 60.0, "tamoxifen": 20.0}[drug]}

    def signal(taken: dict[str, float], changed: dict[str, float] | None = None) -> float:
        return float(life(model, taken, DAYS, changed)["estrogen_signal"][0, -1])

    assert signal(dose) < 0.95
    assert signal(dose, AFTER_MENOPAUSE) > 1.2 * signal({}, AFTER_MENOPAUSE)


def test_twice_the_raloxifene_does_little_more(model: Model) -> None:
    """Ettinger 1999: lumbar spine 2.6 and 2.7 points over placebo on 60 and 120 mg."""
    one, two = (
        life(model, {"raloxifene_dose": dose}, DAYS, AFTER_MENOPAUSE)["estrogen_signal"][0, -1]
        for dose in (60.0, 120.0)
    )
    untreated = life(model, {}, DAYS, AFTER_MENOPAUSE)["estrogen_signal"][0, -1]
    assert 1.0 < (two - untreated) / (one - untreated) < 1.15


@pytest.mark.parametrize(("drug", "dose"), [("goserelin", 3.6), ("leuprolide", 3.75)])
def test_depots_castrate_before_menopause(model: Model, drug: str, dose: float) -> None:
    """A month after the dose estradiol is near what it is after menopause; then it returns."""
    lived = life(model, {}, np.array([14.0, 28.0, 365.0]), begin={drug: dose})
    peripheral = value(model, "estradiol.peripheral_level")
    assert lived["estradiol"][0, 0] < 1.4 * peripheral
    assert lived["estradiol"][0, 1] < 1.5 * peripheral
    assert lived["estradiol"][0, 2] == pytest.approx(lived["reference_estradiol"][0, 0], rel=0.01)


@pytest.mark.parametrize(
    ("depot", "dose", "days"),
    [
        ("goserelin_for_months", 10.8, 84),
        ("leuprolide_for_months", 11.25, 84),
        ("leuprolide_for_months", 22.5, 168),
    ],
)
def test_a_depot_for_months_castrates_to_its_last_day(
    model: Model, depot: str, dose: float, days: int
) -> None:
    """Kurebayashi 2017: at most 30 pg/mL in 97 % to the end of three months and of six."""
    lived = life(model, {}, np.array([14.0, 0.5 * days, days]), begin={depot: dose})
    assert lived["estradiol"][0].max() * PICOGRAMS < 0.5 * 30.0


@pytest.mark.parametrize("drug", ["goserelin", "leuprolide"])
def test_depots_do_nothing_after_menopause(model: Model, drug: str) -> None:
    treated = life(model, {}, DAYS, AFTER_MENOPAUSE, {drug: 3.6})["estradiol"]
    untreated = life(model, {}, DAYS, AFTER_MENOPAUSE)["estradiol"]
    np.testing.assert_allclose(treated, untreated, rtol=1e-6)


def test_goserelin_lets_an_inhibitor_act_before_menopause(model: Model) -> None:
    """Bellet 2016: 95 % or more lower than the 51 pg/mL before, on depot and exemestane."""
    taken = INHIBITORS["exemestane"]
    both = life(model, taken, np.array([28.0]), begin={"goserelin": 3.6})["estradiol"][0, 0]
    assert both < 0.05 * 51.0 / PICOGRAMS
    assert level(model, taken, after=False) > 20.0 * both


@pytest.mark.parametrize(("dose", "picograms"), [(150.0, 42.0), (400.0, 12.0)])
def test_elagolix_lowers_estradiol_by_degrees(model: Model, dose: float, picograms: float) -> None:
    """Taylor 2017: median 42 pg/mL on 150 mg a day, 12 on 200 mg twice a day."""
    found = level(model, {"elagolix_dose": dose}, after=False) * PICOGRAMS
    assert found == pytest.approx(picograms, rel=0.1)


def test_elagolix_does_nothing_after_menopause(model: Model) -> None:
    assert level(model, {"elagolix_dose": 400.0}) == pytest.approx(level(model, {}), rel=1e-6)


@pytest.mark.parametrize(
    ("taken", "low", "high"),
    [
        ({"oral_estradiol_dose": 1.0}, 40.0, 50.0),
        ({"oral_estradiol_dose": 2.0}, 80.0, 100.0),
    ],
)
def test_estradiol_by_mouth_reaches_its_level(
    model: Model, taken: dict[str, float], low: float, high: float
) -> None:
    assert low <= level(model, taken) * PICOGRAMS <= high


def test_a_weak_patch_adds_what_ultra_measured(model: Model) -> None:
    """Ettinger 2004: 8.5 pg/mL on 14 ug a day against 4.8 on placebo."""
    added = level(model, {"transdermal_estradiol_dose": 0.014}) - level(model, {})
    assert added * PICOGRAMS == pytest.approx(8.5 - 4.8, rel=0.01)


def test_what_several_estrogens_supply_adds_up(model: Model) -> None:
    doses = {"oral_estradiol_dose": 1.0, "conjugated_estrogens_dose": 0.3}
    both = level(model, doses) - level(model, {})
    apart = [level(model, {name: dose}) - level(model, {}) for name, dose in doses.items()]
    assert both == pytest.approx(sum(apart), rel=1e-6)


def test_conjugated_estrogens_are_counted_as_estradiol(model: Model) -> None:
    usual = level(model, {"conjugated_estrogens_dose": 0.625})
    assert usual == pytest.approx(level(model, {"oral_estradiol_dose": 1.0}), rel=0.01)


def test_supply_is_silent_at_rest(model: Model) -> None:
    assert now(model)("estradiol_supply") == 1.0
