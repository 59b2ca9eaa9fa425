"""What training and unloading do to a woman: directions that the evidence leaves no doubt of."""

from __future__ import annotations

import numpy as np
import pytest
from support.people import NOTHING, doing, months, typical_women

from osteon.language import Strategy
from osteon.model.model import Model
from osteon.people.plan import Plan
from osteon.simulation.trajectory import Trajectory
from osteon.vocabulary.site import Site

every_site = pytest.mark.parametrize("site", Site)
ANASTROZOLE = {"drug": "anastrozole", "dose": "1 mg", "every": "1 day", "from": "month -24"}
JUMPS = {"activity": "jumping", "sessions": "6 per week", "impacts": 50, "minutes": 5}
LIFTS = {
    "activity": "high-intensity resistance and impact training",
    "sessions": "2 per week",
    "minutes": 30,
}


def year_of(model: Model, strategy: Strategy, age: float, menopause: float = 51.0) -> Trajectory:
    """Return the typical woman at month 0 and every three months of a year."""
    woman = typical_women(model, 1, age, menopause)
    calendar = Plan(NOTHING, strategy).calendar(model, woman.usual_inputs(), 400.0)
    return woman.simulate(calendar, months(12, step=3))


def gain(model: Model, site: Site, age: float, strategy: Strategy, other: Strategy) -> float:
    """Return what a strategy adds to a year's percent change of BMD, against another."""
    bmd = [year_of(model, one, age)[f"bmd@{site}"][0] for one in (strategy, other)]
    (one, two) = [100.0 * (course[-1] / course[0] - 1.0) for course in bmd]
    return float(one - two)


@every_site
@pytest.mark.parametrize("age", [35.0, 65.0])
def test_bed_rest_loses_bone_month_by_month(model: Model, site: Site, age: float) -> None:
    """90 days of bed rest take one to two percent a month: here at least the direction."""
    lying = doing(exercise=[{"activity": "bed rest", "sessions": "7 per week"}])
    rest = year_of(model, lying, age)[f"bmd@{site}"][0]
    usual = year_of(model, NOTHING, age)[f"bmd@{site}"][0]
    assert (np.diff(rest / usual) < 0.0).all()


@every_site
def test_jumping_gains_more_before_menopause_than_after(model: Model, site: Site) -> None:
    """Bassey 1998: 2.8 % at the femur before, no difference after."""
    before, after = (
        gain(model, site, age, doing(exercise=[JUMPS]), NOTHING) for age in (38.0, 58.0)
    )
    assert before > 1.5 * after > 0.0


@every_site
def test_an_inhibitor_leaves_less_to_gain(model: Model, site: Site) -> None:
    """Exercise has not been shown to keep bone in women after menopause on an inhibitor."""
    plain = gain(model, site, 60.0, doing(exercise=[LIFTS]), NOTHING)
    treated = gain(
        model,
        site,
        60.0,
        doing(exercise=[LIFTS], drugs=[ANASTROZOLE]),
        doing(drugs=[ANASTROZOLE]),
    )
    assert 0.0 < treated < plain


def test_tai_chi_prevents_falls_and_walking_does_not(model: Model) -> None:
    """Sherrington 2020: rate ratio 0.77 (0.61 to 0.97) for tai chi; walking has shown nothing."""
    chi, walk = (
        doing(exercise=[{"activity": name, "sessions": "2 per week", "minutes": 60}])
        for name in ("tai chi", "walking")
    )
    usual = year_of(model, NOTHING, 76.0)["falls_so_far"][0]
    fewer = year_of(model, chi, 76.0)["falls_so_far"][0]
    same = year_of(model, walk, 76.0)["falls_so_far"][0]
    assert same[-1] == pytest.approx(usual[-1], rel=1e-6)
    assert 0.61 < (fewer[-1] - fewer[0]) / (usual[-1] - usual[0]) < 0.97


def test_training_makes_strong(model: Model) -> None:
    """Peterson 2010: about 30 % in the legs; LIFTMOR 44 % in the back."""
    strength = year_of(model, doing(exercise=[LIFTS]), 65.0)["muscle_strength"][0]
    assert 1.2 < strength[-1] / strength[0] < 1.45
