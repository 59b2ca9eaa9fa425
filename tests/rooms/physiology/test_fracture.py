"""Hazards of fracture against the tables and gradients that they were made of, and on paper."""

from __future__ import annotations

import numpy as np
import pytest
from support.hazards import SITES, hazard
from support.people import calendar, months, typical_women
from support.typical import now

from osteon.mechanism import Equations, Mechanism, Reading
from osteon.model.library import mechanisms
from osteon.model.model import Model
from osteon.vocabulary.grade import Grade
from osteon.vocabulary.quantities.fracture import FRACTURE_HAZARD


def of_all(model: Model, kind: str, age: float, whole: float = 1.0) -> float:
    """Return fractures per 1000 women a year, over women whose Z-scores spread by one.

    Who has less BMD has fewer struts, by as much as lifts the gradient to that of all women.
    """
    z, weight = np.polynomial.hermite_e.hermegauss(15)
    struts = np.ones_like(z)
    if kind == "fracture_vertebral":
        own, all_, power = (
            model.table.values[model.table.column(f"{kind}.{name}")]
            for name in ("gradient", "gradient_of_all", "by_structure")
        )
        struts = (own / all_) ** (z / power)
    each = [
        hazard(model, kind, age, -one, whole * part) for one, part in zip(z, struts, strict=True)
    ]
    return float(np.dot(weight, each) / weight.sum())


def usual_connectivity(age: float) -> float:
    """Return the connectivity of the spine at an age: a fifth is lost from 50 to 72."""
    return float(0.8 ** ((age - 50.0) / 22.0))


COUNTED = {
    52.5: 0.29, 57.5: 0.57, 62.5: 1.05, 67.5: 2.03, 72.5: 3.94, 77.5: 7.93, 82.5: 14.47, 90.0: 26.05
}  # fmt: skip


@pytest.mark.parametrize(("age", "counted"), COUNTED.items())
def test_hip_fractures_are_as_frequent_as_in_us_women(
    model: Model, age: float, counted: float
) -> None:
    """US National Inpatient Sample 2006 (Ettinger 2010, Table 1), women, per 1000 a year."""
    assert of_all(model, "fracture_hip", age) == pytest.approx(counted, rel=0.08)


@pytest.mark.parametrize(("age", "felt"), [(52.5, 1.17), (57.5, 1.27), (62.5, 2.12)])
def test_vertebral_fractures_are_as_frequent_as_in_malmo(
    model: Model, age: float, felt: float
) -> None:
    """Clinical ones (Kanis 2000 in Ettinger 2010, Table 3), in women of usual structure."""
    share = model.table.values[model.table.column("fracture_groups.felt")]
    assert share * of_all(
        model, "fracture_vertebral", age, usual_connectivity(age)
    ) == pytest.approx(felt, rel=0.3)


def test_forearm_and_shoulder_fractures_match_their_anchor(model: Model) -> None:
    """Forearm 5.6 per 1000 a year at 50 to 79 (North-East Scania), shoulders half of that."""
    rates = [of_all(model, "fracture_upper_limb", age) for age in np.arange(52.5, 80.0, 5.0)]
    assert np.mean(rates) == pytest.approx(1.5 * 5.6, rel=0.15)


@pytest.mark.parametrize(("age", "gradient"), [(50.0, 3.68), (65.0, 2.88), (80.0, 2.28)])
def test_the_gradient_of_hip_fracture_is_published(
    model: Model, age: float, gradient: float
) -> None:
    """Johnell 2005: per standard deviation of femoral neck BMD in women."""
    ratio = hazard(model, "fracture_hip", age, -1.0) / hazard(model, "fracture_hip", age)
    assert ratio == pytest.approx(gradient, rel=1e-4 if age == 65.0 else 0.01)


@pytest.mark.parametrize(
    ("kind", "gradient"),
    [("fracture_vertebral", 1.52), ("fracture_upper_limb", 1.25), ("fracture_elsewhere", 1.25)],
)
@pytest.mark.parametrize("age", [55.0, 75.0])
def test_the_other_gradients_hold_at_every_age(
    model: Model, kind: str, gradient: float, age: float
) -> None:
    """UK tables (Kanis 2008) for all but hip; vertebrae at the same structure of the spine."""
    ratio = hazard(model, kind, age, -2.0) / hazard(model, kind, age, -1.0)
    assert ratio == pytest.approx(gradient)


@pytest.mark.parametrize("kind", SITES)
def test_turnover_adds_to_what_bmd_says(model: Model, kind: str) -> None:
    """Half the turnover of other women at the same BMD: fewer fractures."""
    half = {"turnover_for_age__usual": 2.0, "refill__usual": 2.0}
    ratio = hazard(model, kind, 70.0, **half) / hazard(model, kind, 70.0)
    by_turnover = model.table.values[model.table.column(f"{kind}.by_turnover")]
    assert ratio == pytest.approx(np.exp(-0.5 * by_turnover))
    assert ratio < 1.0


@pytest.mark.parametrize("kind", SITES)
def test_bone_without_a_cavity_still_breaks(model: Model, kind: str) -> None:
    """From a tenth of the usual resorption to a thousandth spares less than from usual to half."""
    half, tenth, none = (
        hazard(model, kind, 70.0, turnover_for_age__usual=one, refill__usual=one)
        for one in (2.0, 10.0, 1000.0)
    )
    usual = hazard(model, kind, 70.0)
    assert tenth - none < usual - half
    assert none > 0.3 * usual


@pytest.mark.parametrize("kind", SITES)
def test_cavities_that_are_filled_weaken_less(model: Model, kind: str) -> None:
    """Twice the formation at the same resorption: fewer fractures."""
    ratio = hazard(model, kind, 70.0, refill__usual=0.5) / hazard(model, kind, 70.0)
    power = model.table.values[model.table.column(f"{kind}.by_refill")]
    assert ratio == pytest.approx(0.5**power)
    assert ratio < 1.0


def test_lost_struts_make_vertebral_fractures_likelier_and_no_other(model: Model) -> None:
    """Strength goes as connectivity, hazard as strength to the power -2.8: 0.8 ^ -2.8 = 1.87."""
    for kind in SITES:
        ratio = hazard(model, kind, 70.0, whole=0.8) / hazard(model, kind, 70.0)
        assert ratio == pytest.approx(1.868 if kind == "fracture_vertebral" else 1.0, rel=1e-3)


@pytest.mark.parametrize("kind", SITES)
def test_an_earlier_fracture_raises_the_risk_of_the_next(model: Model, kind: str) -> None:
    """Kanis 2023: 1.88 for any clinical fracture, 1.72 beyond what BMD explains of it."""
    with_one = hazard(model, kind, 70.0, proneness__previous=1.0)
    without = hazard(model, kind, 70.0, proneness__previous=0.0)
    assert with_one / without == pytest.approx(1.72)
    usual = model.table.values[model.table.column("proneness.usual")]
    all_women = usual * with_one + (1 - usual) * without
    assert hazard(model, kind, 70.0) == pytest.approx(all_women)


class TwiceAsManyFalls(Mechanism):
    """Fracture hazard fold = 2: a toy that doubles falls."""

    grade = Grade.D
    modifies = (FRACTURE_HAZARD,)

    def folds(self, now: Reading, p: Reading) -> Equations:
        return {FRACTURE_HAZARD: 1.0 + now.aging}


def test_falls_break_hips_and_arms_more_than_vertebrae(model: Model) -> None:
    falling = Model([*mechanisms(), TwiceAsManyFalls()])
    states = {key: model.at_reference().quantity(key).value for key in model.states}
    inputs = {key: model.at_reference().quantity(key).value for key in model.inputs}
    alive = {key: 1.0 if key.name == "aging" else value for key, value in inputs.items()}
    ratio = {}
    for kind in SITES:
        (key,) = (key for key in model.trace.quantities if key.name == kind)
        still = model.evaluate(states, alive).quantity(key).value
        ratio[kind] = falling.evaluate(states, alive).quantity(key).value / still
    assert ratio["fracture_hip"] == pytest.approx(1.9)
    assert ratio["fracture_upper_limb"] == pytest.approx(1.95)
    assert ratio["fracture_vertebral"] == pytest.approx(1.3)


def test_hazards_add_up_over_time_and_stand_still_in_the_reference_state(model: Model) -> None:
    """The sum of a hazard over thirty years, against the trapezoidal rule month by month."""
    women = typical_women(model, age=60.0, menopause=50.0)
    lived = women.simulate(calendar(women), months(360))
    for kind in SITES:
        summed = np.trapezoid(lived[kind][0], lived.times)
        grown = lived[f"{kind}_so_far"][0]
        assert grown[-1] - grown[0] == pytest.approx(summed, rel=2e-3)
        assert (np.diff(grown) > 0).all()
    rest = now(model)
    assert rest("fracture_hip_so_far") == 0.0
    assert rest("fracture_hip") > 0.0


def test_a_woman_of_seventy_breaks_bones_as_women_do(model: Model) -> None:
    """Any of the four major ones within ten years from 70: 17 to 19 % in Malmo and in US women.

    Osteoporotic Fractures study 17.3 %, Malmo 18.9 % (Ettinger 2010, Table 5), less what death
    takes away from both and not from this; BMD is that of the mean woman, not of all.
    """
    women = typical_women(model, age=70.0, menopause=50.0)
    for site in ("lumbar_spine", "femoral_neck"):
        today = women.simulate(calendar(women), months(0))
        short = today[f"bmd_shortfall@{site}"][:, 0]
        spread = model.table.values[model.table.column(f"bmd_for_age.spread@{site}")]
        bmd, peak = today[f"bmd@{site}"][:, 0], model.table.column(f"bmd.peak@{site}")
        scaled = women.parameters[:, peak] * (bmd + spread * short) / bmd
        women = women.with_parameter(f"bmd.peak@{site}", scaled)
    lived = women.simulate(calendar(women), months(120, step=120))
    grown = lived["fracture_major_osteoporotic_so_far"][0]
    assert 100 * (1 - np.exp(-(grown[1] - grown[0]))) == pytest.approx(18.0, rel=0.25)


def test_groups_are_sums_of_their_members(model: Model) -> None:
    women = typical_women(model, age=70.0, menopause=50.0)
    lived = women.simulate(calendar(women), months(36))

    def so_far(kind: str) -> np.ndarray:
        return lived[f"fracture_{kind}_so_far"]

    felt = model.table.values[model.table.column("fracture_groups.felt")]
    np.testing.assert_allclose(so_far("vertebral_clinical"), felt * so_far("vertebral"))
    nonvertebral = so_far("hip") + so_far("upper_limb") + so_far("elsewhere")
    np.testing.assert_allclose(so_far("nonvertebral"), nonvertebral)
    np.testing.assert_allclose(so_far("clinical"), nonvertebral + felt * so_far("vertebral"))
    major = so_far("hip") + so_far("upper_limb") + felt * so_far("vertebral")
    np.testing.assert_allclose(so_far("major_osteoporotic"), major)
