"""Vitamin D, calcium and PTH against solutions on paper and the studies they rest on."""

from __future__ import annotations

import numpy as np
import pytest
from support.typical import life, now, value

from osteon.model.model import Model

DAYS = np.array([7.0, 21.0, 90.0, 1500.0])


def plateau(model: Model, intake: float) -> float:
    """Return the calcidiol on which an intake settles."""
    share = intake / (intake + value(model, "calcidiol.half_intake"))
    return value(model, "calcidiol.basal") + value(model, "calcidiol.ceiling") * share


@pytest.mark.parametrize("intake", [0.0, 800.0, 4000.0, 10000.0])
def test_calcidiol_goes_to_its_plateau_exponentially(model: Model, intake: float) -> None:
    lived = life(model, {"vitamin_d_intake": intake}, DAYS)
    begin, end = plateau(model, value(model, "calcidiol.usual_intake")), plateau(model, intake)
    left = np.exp(-value(model, "calcidiol.clearance") * DAYS)
    assert lived["calcidiol"][0] == pytest.approx(end + (begin - end) * left, rel=1e-6)


def test_half_of_a_change_of_calcidiol_is_done_in_two_to_four_weeks(model: Model) -> None:
    lived = life(model, {"vitamin_d_intake": 2000.0}, np.array([14.0, 28.0]))["calcidiol"][0]
    low, high = plateau(model, 200.0), plateau(model, 2000.0)
    assert lived[0] < (low + high) / 2.0 < lived[1]


@pytest.mark.parametrize(
    ("first", "last", "rise", "within"),
    [
        pytest.param(200.0, 1200.0, 17.5, 0.2, id="Heaney 2003, 0.7 nmol/L for each microgram"),
        pytest.param(15000.0, 20000.0, 5 * 1.1, 0.3, id="Ekwaru 2014, people who take that much"),
    ],
)
def test_intake_raises_calcidiol_as_was_found(
    model: Model, first: float, last: float, rise: float, within: float
) -> None:
    assert plateau(model, last) - plateau(model, first) == pytest.approx(rise, rel=within)


@pytest.mark.parametrize("intake", [3200.0, 4800.0])
def test_high_doses_bring_calcidiol_to_where_gallagher_found_it(
    model: Model, intake: float
) -> None:
    """Gallagher 2012: 112 nmol/L on 3,200 to 4,800 IU a day."""
    assert plateau(model, intake) == pytest.approx(112.0, rel=0.15)


def test_at_the_half_substrate_synthesis_is_half_of_its_most(model: Model) -> None:
    """Substrate is hill(D) / hill(D_0): with D at the half, its rate at T = 0 says so."""
    half, steepness = (
        value(model, "calcitriol.half_substrate"),
        value(model, "calcitriol.steepness"),
    )
    usual = plateau(model, value(model, "calcidiol.usual_intake"))
    full = usual**steepness / (half**steepness + usual**steepness)
    settled = life(
        model,
        {},
        np.array([40.0]),
        {"calcidiol.clearance": 1e-15, "calcitriol.by_pth": 0.0},
        {"calcidiol": half},
    )
    assert settled["calcitriol"][0, 0] == pytest.approx(0.5 / full, rel=1e-5)


@pytest.mark.parametrize(("intake", "share"), [(200.0, 0.45), (2000.0, 0.15)])
def test_the_share_absorbed_falls_with_intake(model: Model, intake: float, share: float) -> None:
    """Heaney 1989: 0.45 of 200 mg, 0.15 above 2,000 mg a day, within 0.05."""
    absorbed = now(model, {"calcium_intake": intake})("calcium_absorbed")
    assert absorbed * 40.078 / intake == pytest.approx(share, abs=0.05)


def test_at_rest_urine_and_gut_lose_what_is_absorbed(model: Model) -> None:
    reading = now(model)
    absorbed = value(model, "calcium.usual_intake") / 40.078 * value(model, "calcium.fraction")
    assert reading("calcium_absorbed") == pytest.approx(absorbed)
    assert reading("urinary_calcium") + reading("calcium_loss") == pytest.approx(absorbed)
    assert reading("urinary_calcium") == pytest.approx(
        value(model, "calcium.urine_share") * absorbed
    )


def test_urine_spills_with_calcium_and_is_held_back_by_pth(model: Model) -> None:
    rest = now(model)
    usual = value(model, "pth.usual")
    spilled = now(model, {"serum_calcium": 1.02 * value(model, "calcium.usual")})
    held = now(model, {"pth": 1.1 * usual})
    spill, retention = value(model, "calcium.spill"), value(model, "calcium.retention")
    assert spilled("urinary_calcium") / rest("urinary_calcium") == pytest.approx(1.02**spill)
    assert held("urinary_calcium") / rest("urinary_calcium") == pytest.approx(1.1**-retention)


def test_pth_settles_on_the_sigmoid_of_calcium_and_calcitriol(model: Model) -> None:
    """At equilibrium H / H_0 = g / (1 + (g - 1) Ca^a T^b), whatever the rest of the model does."""
    lived = life(model, {"calcium_intake": 1500.0}, np.array([2000.0, 2001.0]))
    held = lived["calcium_signal"] ** value(model, "pth.by_calcium")
    held *= lived["calcitriol"] ** value(model, "pth.by_calcitriol")
    greatest = value(model, "pth.greatest")
    called = greatest / (1.0 + (greatest - 1.0) * held[0, -1])
    assert lived["pth_signal"][0, -1] == pytest.approx(called, rel=1e-4)
    assert lived["pth_signal"][0, -1] < 0.98


def test_the_parathyroid_glands_have_a_limit(model: Model) -> None:
    """Brown 1983: the answer to falling calcium is a sigmoid; serum calcium is held at 1 mmol/L."""
    scarce = life(model, {}, np.array([30.0]), {"calcium.volume": 1e18}, {"serum_calcium": 1.0})
    assert scarce["pth_signal"][0, 0] == pytest.approx(value(model, "pth.greatest"), rel=1e-3)


def test_pth_acts_on_rankl_as_a_power(model: Model) -> None:
    doubled = now(model, {"pth": 2.0 * value(model, "pth.usual")})
    power = value(model, "pth_on_bone.on_rankl")
    assert doubled("rankl_production@total_hip") == pytest.approx(2.0**power)
