"""Parts of the model that can be solved on paper, against the simulation."""

from __future__ import annotations

import numpy as np
import pytest
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
    """peripheral_level * (leak + (1 - leak) / (1 + concentration / half_inhibition))."""
    amount = 1.0 / parameter(model, "anastrozole.elimination")
    concentration = amount / parameter(model, "anastrozole.volume")
    activity = 1.0 / (1.0 + concentration / parameter(model, "anastrozole.half_inhibition"))
    leak = parameter(model, "estradiol.leak")
    left = parameter(model, "estradiol.peripheral_level") * (leak + (1.0 - leak) * activity)
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


def test_risedronate_fills_bone_towards_uptake_over_release(model: Model) -> None:
    cohort = typical_women(model)
    plan = calendar(cohort, doing(drugs=["risedronate 35 mg weekly for 10 years"]))
    amount = cohort.simulate(plan, months(120), tolerance=1e-9)["risedronate"][0]
    k = parameter(model, "risedronate.release")
    settled = parameter(model, "risedronate.uptake") * 5.0 / k
    np.testing.assert_allclose(amount, settled * -np.expm1(-k * months(120)), rtol=1e-6)


def test_the_ovary_fades_as_a_logistic_around_menopause(model: Model) -> None:
    cohort = typical_women(model, age=45.0, menopause=50.0)
    course = cohort.simulate(calendar(cohort), months(120))
    span = parameter(model, "ovary.span")
    on_paper = 1.0 / (1.0 + np.exp((course["age"][0] - 50 * 365.25) / span))
    np.testing.assert_allclose(course["ovarian_activity"][0], on_paper, rtol=1e-9)
    assert course["ovarian_activity"][0, 60] == pytest.approx(0.5, abs=1e-4)
