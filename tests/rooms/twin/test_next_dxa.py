"""When a next DXA tells something, against what normal members make plain arithmetic.

If log BMD at the horizon and at month m are one and the same unknown change (standard deviation s),
and a scan and the first one repeat within e, a scan at month m leaves of the variance

    2 e^2 / (s^2 + 2 e^2)
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest

from osteon.language.person import Person
from osteon.people.measurement_error import least_significant_change, measurement_error
from osteon.twin.compared import Compared
from osteon.twin.next_dxa import next_dxa
from osteon.twin.visit import Visit

SITE = "bmd_total_hip"
MEMBERS = 40_000
MONTHS = np.arange(0.0, 61.0)
PERSON = Person(age="62 years", bmd={"total_hip": "0.8 g/cm2"})


def courses(mean: float, spread: float) -> np.ndarray:
    """Return members that change all at once at month 1, in log BMD."""
    change = mean + spread * np.random.default_rng(1).standard_normal((MEMBERS, 1))
    return 0.8 * np.exp(np.where(MONTHS > 0, change, 0.0))


def equal() -> np.ndarray:
    return np.full(MEMBERS, 1 / MEMBERS)


def test_a_scan_narrows_the_interval_as_normal_theory_says() -> None:
    error, spread = measurement_error(SITE), 0.04
    assert error is not None
    nothing = Compared.nothing(PERSON, SITE, MEMBERS)
    found = next_dxa(SITE, MONTHS, courses(-0.03, spread), equal(), nothing, "hologic")
    assert found is not None
    left = np.sqrt(2 * error**2 / (spread**2 + 2 * error**2))
    assert found.narrows == pytest.approx(np.full(60, 1 - left), abs=0.01)


def test_a_second_scan_teaches_less_than_the_first() -> None:
    error, spread = measurement_error(SITE), 0.04
    assert error is not None
    values = courses(-0.03, spread)
    visit = Visit(SITE, 12.0, float(0.8 * np.exp(-0.03)), error)
    residuals = np.log(visit.value / values[:, 12])
    one = Compared.nothing(PERSON, SITE, MEMBERS).with_visit(visit, residuals)
    weights = np.exp(one.log_likelihood())
    found = next_dxa(SITE, MONTHS, values, weights / weights.sum(), one, "hologic")
    assert found is not None
    assert found.months[0] == 13
    before = 1 / (1 / spread**2 + 1 / (2 * error**2))
    after = 1 / (1 / spread**2 + 2 / (3 * error**2))
    assert found.narrows == pytest.approx(np.full(48, 1 - np.sqrt(after / before)), abs=0.01)


@pytest.mark.parametrize(("sign", "falling"), [(-1, True), (1, False)])
def test_the_earliest_month_is_where_four_in_five_members_have_changed_enough(
    sign: int, falling: bool
) -> None:
    """Members drift by a constant rate, normal over members: the chance is a normal integral."""
    rate = sign * (0.0012 + 0.0004 * np.random.default_rng(2).standard_normal((MEMBERS, 1)))
    values = 0.8 * np.exp(rate * MONTHS)
    nothing = Compared.nothing(PERSON, SITE, MEMBERS)
    found = next_dxa(SITE, MONTHS, values, equal(), nothing, "hologic")
    limit = least_significant_change(SITE)
    assert found is not None
    assert limit is not None
    needed = abs(np.log1p(sign * limit / 100)) / (0.0012 + 0.0004 * NormalDist().inv_cdf(0.2))
    assert found.earliest == pytest.approx(np.ceil(needed), abs=1)
    assert found.at(found.earliest or 0)[1] is falling


def test_without_any_change_nothing_is_likely_and_after_the_horizon_nothing_is_said() -> None:
    nothing = Compared.nothing(PERSON, SITE, MEMBERS)
    still = np.full((MEMBERS, 61), 0.8)
    found = next_dxa(SITE, MONTHS, still, equal(), nothing, "hologic")
    assert found is not None
    assert found.earliest is None
    assert np.all(found.narrows == 0.0)
    last = nothing.with_visit(Visit(SITE, 60.0, 0.8, 0.017), np.zeros(MEMBERS))
    assert next_dxa(SITE, MONTHS, still, equal(), last, "hologic") is None
