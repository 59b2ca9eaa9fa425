"""Measurements move the forecast as Bayes' rule says, checked where it can be solved by hand.

If members foretell log(CTX) as normal with mean m and deviation s, and one measurement repeats
within e, the updated forecast is normal with

    precision  1/s^2 + 1/e^2        mean  (m/s^2 + log(measured)/e^2) / precision
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from osteon.language.case import Case
from osteon.model.library import standard
from osteon.people.draw import typical
from osteon.people.layer import current_layer
from osteon.people.measurement_error import measurement_error
from osteon.strategies.simulate import simulate
from osteon.twin.update import update

MEMBERS = 120_000
MEASURED = 0.6


def asked(measurements: list[dict[str, Any]], **person: Any) -> Case:
    return Case(
        person={"age": "62 years", "menopause_age": "50 years", **person},
        strategies={"alone": {"drugs": ["anastrozole 1 mg daily for 5 years"]}},
        horizon="2 years",
        measurements=measurements,
    )


def foretold(logarithms: np.ndarray) -> Any:
    """Return a stand-in for a trajectory with one time a column, in months; all typical."""
    model = standard()
    alike = typical(model.table, current_layer(), 1)
    return SimpleNamespace(
        model=model,
        parameters=np.broadcast_to(alike, (len(logarithms), alike.size)),
        times=np.arange(logarithms.shape[1]) * 30.4375,
        states=logarithms,
        at=lambda key: np.exp(logarithms),
    )


def posterior(weights: np.ndarray, values: np.ndarray) -> tuple[float, float]:
    mean = float(weights @ values)
    return mean, float(np.sqrt(weights @ (values - mean) ** 2))


def test_without_measurements_all_members_count_alike() -> None:
    done = update(asked([]), "alone", foretold(np.zeros((8, 1))))
    assert np.allclose(done.weights, 1 / 8)
    assert done.effective_members == pytest.approx(8)
    assert (done.followed, done.notes) == (None, ())


def test_one_measurement_gives_the_normal_that_bayes_gives() -> None:
    mean, spread, error = np.log(0.5), 0.2, measurement_error("ctx")
    assert error is not None
    logarithms = mean + spread * np.random.default_rng(1).normal(size=(MEMBERS, 2))
    case = asked([{"month": 1, "ctx": f"{MEASURED} ng/mL"}])
    done = update(case, "alone", foretold(logarithms))
    precision = 1 / spread**2 + 1 / error**2
    expected = (mean / spread**2 + np.log(MEASURED) / error**2) / precision
    found = posterior(done.weights, logarithms[:, 1])
    assert found == pytest.approx((expected, precision**-0.5), abs=0.003)
    assert posterior(done.weights, logarithms[:, 0])[0] == pytest.approx(mean, abs=0.003)


def test_the_error_of_month_0_is_shared_by_all_later_visits() -> None:
    """Two visits, both compared with one first measurement: S = e^2 (1 + J), by generalized least
    squares of one unknown common to both visits: precision 1/s^2 + 1' S^-1 1 = 1/s^2 + 2/(3 e^2).
    """
    spread, error = 0.2, measurement_error("ctx")
    assert error is not None
    common = np.log(0.5) + spread * np.random.default_rng(1).normal(size=(MEMBERS, 1))
    visits = [{"month": month, "ctx": f"{MEASURED} ng/mL"} for month in (1, 2)]
    case = asked(visits, laboratory={"ctx": "0.5 ng/mL"})
    done = update(case, "alone", foretold(np.repeat(common, 3, axis=1)))
    precision = 1 / spread**2 + 2 / (3 * error**2)
    expected = (np.log(0.5) / spread**2 + np.log(MEASURED) * 2 / (3 * error**2)) / precision
    assert posterior(done.weights, common[:, 0]) == pytest.approx(
        (expected, precision**-0.5), abs=0.003
    )


def test_a_measurement_that_nobody_foretold_is_told_and_left_out() -> None:
    """Foretold 0.5, spread 5 %, error 10 %: 95 % lie within 1.96 sqrt(0.0125)."""
    logarithms = np.log(0.5) + 0.05 * np.random.default_rng(1).normal(size=(5000, 2))
    done = update(asked([{"month": 1, "ctx": "1.5 ng/mL"}]), "alone", foretold(logarithms))
    [note] = [note for note in done.notes if "contradicts" in note]
    assert note.startswith("CTX measured at month 1 (1.5 ng/mL) contradicts the forecast")
    assert note.endswith("it is left out")
    [judged] = done.judged
    half = 1.96 * np.sqrt(0.05**2 + 0.1**2)
    assert (judged.low, judged.high) == pytest.approx(
        (0.5 * np.exp(-half), 0.5 * np.exp(half)), rel=0.02
    )
    assert not judged.believed
    assert np.allclose(done.weights, 1 / 5000)
    close = update(asked([{"month": 1, "ctx": "0.52 ng/mL"}]), "alone", foretold(logarithms))
    assert close.notes == ("the measurements are taken as made under 'alone'",)
    assert close.judged[0].chance == pytest.approx(0.726, abs=0.02)  # 2 Phi(-log(1.04) / 0.112)


def test_what_agrees_before_and_after_a_slip_still_counts() -> None:
    logarithms = np.log(0.5) + 0.05 * np.random.default_rng(1).normal(size=(5000, 1))
    together = np.repeat(logarithms, 4, axis=1)
    visits = [
        {"month": k, "ctx": f"{value} ng/mL"} for k, value in ((1, 0.55), (2, 5.5), (3, 0.54))
    ]
    done = update(asked(visits), "alone", foretold(together))
    assert [one.believed for one in done.judged] == [True, False, True]
    without = update(asked([visits[0], visits[2]]), "alone", foretold(together))
    assert np.array_equal(done.weights, without.weights)


def test_few_members_with_any_say_are_said_to_be_rough() -> None:
    logarithms = np.log(0.5) + 0.6 * np.random.default_rng(1).normal(size=(100, 1))
    visits = [{"month": k, "ctx": "0.8 ng/mL"} for k in (1, 2, 3)]
    done = update(asked(visits), "alone", foretold(np.repeat(logarithms, 4, axis=1)))
    assert done.degenerate
    assert any("members" in note and "rough" in note for note in done.notes)


def test_a_scan_by_another_maker_is_converted_and_counts_for_less() -> None:
    """Lu 2001: a femoral neck of 0.800 on Hologic is 0.8886 standardized and 0.9708 on Lunar."""
    spread = 0.05
    logarithms = np.log(0.8) + spread * np.random.default_rng(1).normal(size=(MEMBERS, 1))
    members = foretold(np.repeat(logarithms, 2, axis=1))
    start = {"bmd": {"femoral_neck": "0.8 g/cm2"}}
    own = [{"month": 1, "bmd_femoral_neck": "0.8 g/cm2"}]
    other = [{"month": 1, "bmd_femoral_neck": "0.97082 g/cm2", "scanner": "lunar"}]
    one, two = (update(asked(visit, **start), "alone", members) for visit in (own, other))
    assert two.judged[0].visit.value == pytest.approx(0.8, rel=1e-4)
    error = 0.0225
    lunar = np.sqrt(error**2 - 0.015**2 + 0.0197**2)
    for done, variance in ((one, 2 * error**2), (two, error**2 + lunar**2 + 0.041**2)):
        expected = (1 / spread**2 + 1 / variance) ** -0.5
        assert posterior(done.weights, logarithms[:, 0])[1] == pytest.approx(expected, rel=0.01)


def test_a_site_without_a_first_scan_tells_of_changes_only() -> None:
    """Where nothing was measured at month 0, people lie 10 % apart: one visit teaches little, but
    nothing contradicts; two visits tell how she goes on.
    """
    logarithms = np.log(1.0) + np.zeros((1000, 1)) + 0.02 * np.arange(1000)[:, None] / 1000
    members = foretold(np.hstack([logarithms, logarithms]))
    done = update(asked([{"month": 1, "bmd_total_hip": "0.8 g/cm2"}]), "alone", members)
    assert done.judged[0].believed
    assert done.effective_members > 990


def test_a_measurement_without_known_error_is_said_not_to_be_used() -> None:
    case = asked([{"month": 1, "calcium": "2.4 mmol/L"}])
    done = update(case, "alone", foretold(np.zeros((30, 2))))
    assert np.allclose(done.weights, 1 / 30)
    assert any("calcium is not used" in note for note in done.notes)


def test_a_scan_between_two_months_draws_the_forecast_towards_it() -> None:
    start = {"t_score": {"lumbar_spine": -1.2}}
    before = simulate(asked([], **start), members=60)["alone"].bmd_lumbar_spine
    middle = before.at(14)
    low = [{"month": 13.5, "bmd_lumbar_spine": f"{middle.low:.4f} g/cm2"}]
    after = simulate(asked(low, **start), members=60)["alone"].bmd_lumbar_spine
    assert after.months.tolist() == before.months.tolist()
    assert after.at(14).median < middle.median
    assert np.array_equal(after.values, before.values)
