"""Parts of the model that can be solved on paper, against the simulation."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import expm
from support.people import calendar, doing, months, typical_women

from osteon.model.model import Model
from osteon.simulation.trajectory import Trajectory


def parameter(model: Model, name: str) -> float:
    """Return a literature value."""
    return model.table.values[model.table.column(name)]


@pytest.fixture(scope="module")
def on_anastrozole(model: Model) -> Trajectory:
    """Return two years of anastrozole, long after menopause, and three years after it."""
    cohort = typical_women(model, age=70.0)
    plan = calendar(cohort, doing(drugs=["anastrozole 1 mg daily for 2 years"]))
    return cohort.simulate(plan, months(60), tolerance=1e-10)


def test_anastrozole_settles_at_dose_over_elimination(
    model: Model, on_anastrozole: Trajectory
) -> None:
    steady = 1.0 / parameter(model, "anastrozole.elimination")
    assert on_anastrozole["anastrozole"][0, 12] == pytest.approx(steady, rel=1e-8)


def test_estradiol_on_anastrozole_is_what_the_parameters_say(
    model: Model, on_anastrozole: Trajectory
) -> None:
    """Leak and what the inhibited enzyme still makes, by its power."""
    amount = 1.0 / parameter(model, "anastrozole.elimination")
    concentration = amount / parameter(model, "anastrozole.volume")
    activity = 1.0 / (1.0 + concentration / parameter(model, "anastrozole.half_inhibition"))
    leak, power = parameter(model, "estradiol.leak"), parameter(model, "estradiol.steepness")
    made_still = leak + (1.0 - leak) * activity**power
    left = parameter(model, "estradiol.peripheral_level") * made_still
    assert on_anastrozole["estradiol"][0, 12:24] == pytest.approx(np.full(12, left), rel=1e-6)


def test_estradiol_returns_when_anastrozole_is_gone(
    model: Model, on_anastrozole: Trajectory
) -> None:
    level = parameter(model, "estradiol.peripheral_level")
    assert on_anastrozole["estradiol"][0, 36] == pytest.approx(level, rel=1e-6)


def test_anastrozole_leaves_with_its_half_life(model: Model, on_anastrozole: Trajectory) -> None:
    amounts = on_anastrozole["anastrozole"][0]
    month = on_anastrozole.times[1]
    k = parameter(model, "anastrozole.elimination")
    assert amounts[24] > 1.0
    assert amounts[25] / amounts[24] == pytest.approx(np.exp(-k * month), rel=1e-3)


@pytest.mark.parametrize("intake", [0, 800, 4000])
def test_calcidiol_settles_where_intake_and_loss_are_equal(model: Model, intake: int) -> None:
    cohort = typical_women(model)
    plan = calendar(cohort, doing(diet={"vitamin_d": f"{intake} IU/day"}))
    level = cohort.simulate(plan, months(24), tolerance=1e-9)["calcidiol"][0]
    basal, ceiling, half = (
        parameter(model, f"calcidiol.{name}") for name in ("basal", "ceiling", "half_intake")
    )
    settled = basal + ceiling * intake / (half + intake)
    assert level[24] == pytest.approx(settled, rel=1e-6)
    begin, k = level[0], parameter(model, "calcidiol.clearance")
    on_paper = settled + (begin - settled) * np.exp(-k * months(24))
    np.testing.assert_allclose(level, on_paper, rtol=1e-6)


@pytest.mark.parametrize(
    ("drug", "dose"), [("alendronate", 70.0), ("risedronate", 35.0), ("ibandronate", 35.0)]
)
def test_a_bisphosphonate_fills_the_surface_and_is_buried(
    model: Model, drug: str, dose: float
) -> None:
    """Two linear pools with a constant supply: the matrix exponential gives both at any time."""
    cohort = typical_women(model)
    plan = calendar(cohort, doing(drugs=[f"{drug} {dose} mg weekly for 10 years"]))
    lived = cohort.simulate(plan, months(120), tolerance=1e-10)
    uptake, loss, burial, back = (
        parameter(model, f"{drug}.{name}") for name in ("uptake", "loss", "burial", "resurfacing")
    )
    pools = np.array([[-(loss + burial), back, uptake * dose / 7.0], [burial, -back, 0], [0, 0, 0]])
    for place in (1, 12, 120):
        surface, buried, _ = expm(pools * months(120)[place]) @ [0.0, 0.0, 1.0]
        assert lived[drug][0, place] == pytest.approx(surface, rel=1e-6)
        assert lived[f"{drug}_buried"][0, place] == pytest.approx(buried, rel=1e-6)


def test_an_infusion_leaves_the_surface_fast_and_bone_slowly(model: Model) -> None:
    cohort = typical_women(model)
    course = [{"drug": "zoledronic acid", "dose": "5 mg", "once": "month 0"}]
    lived = cohort.simulate(calendar(cohort, doing(drugs=course)), months(120), tolerance=1e-10)
    loss, burial, back = (
        parameter(model, f"zoledronic_acid.{name}") for name in ("loss", "burial", "resurfacing")
    )
    pools = np.array([[-(loss + burial), back], [burial, -back]])
    for place in (1, 12, 120):
        surface, buried = expm(pools * months(120)[place]) @ [5.0, 0.0]
        assert lived["zoledronic_acid"][0, place] == pytest.approx(surface, rel=1e-6)
        assert lived["zoledronic_acid_buried"][0, place] == pytest.approx(buried, rel=1e-6)


def test_romosozumab_is_the_bateman_function(model: Model) -> None:
    """One injection, first-order absorption and loss."""
    cohort = typical_women(model)
    course = [{"drug": "romosozumab", "dose": "210 mg", "once": "month 0"}]
    days = np.array([1.0, 5.0, 30.0, 90.0])
    lived = cohort.simulate(calendar(cohort, doing(drugs=course)), days, tolerance=1e-10)
    into, out = (
        parameter(model, "romosozumab.absorption"),
        parameter(model, "romosozumab.clearance") / parameter(model, "romosozumab.volume"),
    )
    on_paper = 210.0 * into / (into - out) * (np.exp(-out * days) - np.exp(-into * days))
    np.testing.assert_allclose(lived["romosozumab"][0], on_paper, rtol=1e-6)


def test_mean_teriparatide_is_the_mean_over_its_pulses(model: Model) -> None:
    """The daily mean that the model keeps against doses given one by one, on paper.

    After a dose d the amount is d * exp(-k t) / (1 - exp(-k)); its mean over a day is d / k.
    """
    cohort = typical_women(model)
    plan = calendar(cohort, doing(drugs=["teriparatide 20 ug daily for 2 years"]))
    kept = cohort.simulate(plan, months(12), tolerance=1e-10)["teriparatide"][0, 12]
    k = parameter(model, "teriparatide.elimination")
    hours = np.linspace(0.0, 1.0, 200_001)
    pulses = 0.02 * np.exp(-k * hours) / -np.expm1(-k)
    assert kept == pytest.approx(np.trapezoid(pulses, hours), rel=1e-6)


def test_the_ovary_fades_as_a_logistic_around_menopause(model: Model) -> None:
    cohort = typical_women(model, age=45.0, menopause=50.0)
    course = cohort.simulate(calendar(cohort), months(120))
    span = parameter(model, "ovary.span")
    on_paper = 1.0 / (1.0 + np.exp((course["age"][0] - 50 * 365.25) / span))
    np.testing.assert_allclose(course["ovarian_activity"][0], on_paper, rtol=1e-9)
    assert course["ovarian_activity"][0, 60] == pytest.approx(0.5, abs=1e-4)
