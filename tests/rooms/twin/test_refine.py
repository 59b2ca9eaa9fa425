"""New members lie where many weighted ones do, and are the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.language.case import Case
from osteon.strategies.simulate import simulate
from osteon.twin.refine import _resampled, _step
from osteon.twin.weights import normalized

VISITS = [
    {"month": month, "bmd_lumbar_spine": f"{spine} g/cm2", "ctx": f"{ctx} ng/mL"}
    for month, spine, ctx in ((6, 0.89, 0.66), (12, 0.875, 0.68), (18, 0.86, 0.68))
]


def case() -> Case:
    return Case(
        person={
            "age": "62 years",
            "menopause_age": "50 years",
            "bmd": {"lumbar_spine": "0.915 g/cm2"},
            "laboratory": {"ctx": "0.45 ng/mL"},
        },
        strategies={"alone": {"drugs": ["anastrozole 1 mg daily for 5 years"]}},
        horizon="2 years",
        measurements=VISITS,
    )


def test_new_members_lie_where_many_weighted_ones_do() -> None:
    many = simulate(case(), members=4000)
    assert many.update.effective_members > 200
    few = simulate(case(), members=60, refined=True)
    again = simulate(case(), members=60, refined=True)
    assert few.update.effective_members == pytest.approx(60)
    assert any("drawn anew" in note for note in few.notes)
    assert not any("rough" in note for note in few.notes)
    for endpoint in ("bmd_lumbar_spine", "ctx"):
        known, found = (one["alone"][endpoint].change for one in (many, few))
        assert np.array_equal(found.values, again["alone"][endpoint].change.values)
        spread = (known.high[-1] - known.low[-1]) / 3.92
        assert abs(found.median[-1] - known.median[-1]) < 0.6 * spread
        assert 0.6 < np.std(found.values[:, -1]) / spread < 1.5
    assert few["alone"].bmd_lumbar_spine.values[:, 0] == pytest.approx(np.full(60, 0.915))


def test_enough_members_are_left_as_they_are() -> None:
    close = case().but(measurements=[{"month": 12, "bmd_lumbar_spine": "0.9 g/cm2"}])
    plain, refined = (simulate(close, members=300, refined=one) for one in (False, True))
    assert np.array_equal(plain.update.weights, refined.update.weights)


def test_members_are_drawn_anew_by_their_weight() -> None:
    weights = np.array([0.5, 0.25, 0.125, 0.125, 0.0, 0.0, 0.0, 0.0])
    places = _resampled(weights, np.random.default_rng(1))
    assert np.bincount(places, minlength=8).tolist() == [4, 2, 1, 1, 0, 0, 0, 0]


def test_a_step_leaves_half_of_the_members_worth_their_place() -> None:
    """Of normal log likelihoods with standard deviation s, exp(-step^2 s^2) stay: half at
    step = sqrt(log 2) / s.
    """
    fit = 3.0 * np.random.default_rng(1).standard_normal(400_000)
    step = _step(fit, 1.0)
    assert step == pytest.approx(np.sqrt(np.log(2)) / 3, rel=0.02)
    assert 1 / np.sum(normalized(step * fit) ** 2) == pytest.approx(200_000, rel=0.01)
    assert _step(0.1 * fit, 0.3) == 0.3
