"""Less bone in youth: met exactly today, and more of it gained in percent."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support.people import NOTHING, calendar, doing, months, typical_women
from support.typical import now

from osteon.language import Strategy
from osteon.model.model import Model
from osteon.people.cohort import Cohort
from osteon.people.peak_bone import with_bmd, with_bmd_and_today
from osteon.vocabulary.site import Site

Array = NDArray[np.float64]


def course(cohort: Cohort, strategy: Strategy = NOTHING) -> dict[Site, Array]:
    """Return BMD by site at month 0 and two years later, shape (people, 2)."""
    lived = cohort.simulate(calendar(cohort, strategy), months(24, step=24))
    return {site: lived[f"bmd@{site}"] for site in Site}


def women(model: Model, spine: tuple[float, ...]) -> Cohort:
    """Return women of 60 with so much BMD (g/cm2) at the spine."""
    cohort = typical_women(model, len(spine), 60.0)

    met = {Site.LUMBAR_SPINE: np.array(spine)}
    return with_bmd(cohort, lambda _: met, calendar(cohort))


def test_what_was_measured_is_met(model: Model) -> None:
    bmd = course(women(model, (0.7, 0.9, 1.2)))
    np.testing.assert_allclose(bmd[Site.LUMBAR_SPINE][:, 0], (0.7, 0.9, 1.2), rtol=1e-3)


def test_month_0_is_as_if_lived_up_to_again_but_for_what_was_counted(model: Model) -> None:
    cohort = typical_women(model, 3, 60.0)
    met = {Site.TOTAL_HIP: np.array((0.6, 0.8, 1.0))}
    cohort, today = with_bmd_and_today(cohort, lambda _: met, calendar(cohort))
    again = cohort.simulate(calendar(cohort), np.array([0.0]))
    for key in model.trace.quantities:
        if not key.name.endswith("_so_far"):
            np.testing.assert_allclose(today.at(key), again.at(key), rtol=1e-4, atol=1e-9)


def test_a_site_that_is_not_to_be_met_stays_as_it_is(model: Model) -> None:
    hip = course(women(model, (0.7, 1.2)))[Site.TOTAL_HIP]
    np.testing.assert_allclose(hip[0], hip[1], rtol=0.02)


def test_who_has_less_bone_gains_more_percent_on_the_same_drug(model: Model) -> None:
    injections = [{"drug": "denosumab", "dose": "60 mg", "every": "6 months", "from": "month 0"}]
    bmd = course(women(model, (0.7, 0.9, 1.2)), doing(drugs=injections))[Site.LUMBAR_SPINE]
    gained = bmd[:, 1] / bmd[:, 0] - 1.0
    assert gained[0] > gained[1] > gained[2] > 0


def test_turnover_is_that_of_more_surface_per_bone(model: Model) -> None:
    """Khosla 2006, for 0.7 of what BMD tells: a fifth less bone, 1.25 ^ 0.4 times the turnover."""
    usual = now(model)(f"bone_turnover@{Site.LUMBAR_SPINE}")
    less = now(model, {}, {f"bone.peak@{Site.LUMBAR_SPINE}": 0.8})
    assert less(f"bone_turnover@{Site.LUMBAR_SPINE}") / usual == pytest.approx(1.25**0.4, rel=1e-6)
