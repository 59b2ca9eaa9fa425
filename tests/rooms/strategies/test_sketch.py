"""A sketch is nearly the forecast, and leaves no trace in the answer in full."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.language.case import Case
from osteon.people import branching
from osteon.people.kept import Kept
from osteon.simulation.engine import VARIABLE, fastest_precision
from osteon.simulation.problem import Precision
from osteon.strategies.forecast import Forecast
from osteon.strategies.simulate import simulate
from osteon.vocabulary.site import Site

MEMBERS, SEED = 24, 5


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branching, "_LIVED", Kept(12))


@pytest.fixture
def sketch(case: Case) -> Forecast:
    return simulate(case, members=MEMBERS, seed=SEED, sketched=True)


def limits(forecast: Forecast, strategy: str, name: str) -> np.ndarray:
    series = forecast[strategy][name]
    return np.array([series.low, series.median, series.high])


def test_a_sketch_says_what_the_forecast_says(sketch: Forecast, forecast: Forecast) -> None:
    """T-scores to a thousandth, where a screen shows tenths; levels to one of their own."""
    for strategy in forecast.strategies:
        for site in Site:
            here, there = (one[strategy].t_score(site) for one in (sketch, forecast))
            for limit in ("low", "median", "high"):
                difference = np.abs(getattr(here, limit) - getattr(there, limit)).max()
                assert difference < 1e-3, (strategy, site, limit)
        for name in forecast.endpoints:
            np.testing.assert_allclose(
                limits(sketch, strategy, name), limits(forecast, strategy, name), rtol=1e-3
            )
        for kind in forecast.fractures:
            here, there = (one[strategy].fracture(kind) for one in (sketch, forecast))
            assert np.abs(here.mean - there.mean).max() < 0.05, kind


def test_a_sketch_is_none_of_the_forecast(sketch: Forecast, forecast: Forecast) -> None:
    states = [one["alone"].trajectory.states for one in (sketch, forecast)]
    assert not np.array_equal(*states)


@pytest.mark.usefixtures("sketch")
def test_the_answer_in_full_is_the_same_after_a_sketch(case: Case, forecast: Forecast) -> None:
    after = simulate(case, members=MEMBERS, seed=SEED)
    for strategy in forecast.strategies:
        found, expected = (one[strategy].trajectory for one in (after, forecast))
        np.testing.assert_array_equal(found.states, expected.states)
        assert found.mark == expected.mark


def test_what_was_lived_in_full_is_not_sketched(case: Case) -> None:
    full = simulate(case, members=MEMBERS, seed=SEED)
    moved = case.model_copy(
        update={"strategies": {**case.strategies, "alone": case.strategies["with risedronate"]}}
    )
    sketched = simulate(moved, members=MEMBERS, seed=SEED, sketched=True)
    kept = full["with risedronate"].trajectory
    assert sketched["with risedronate"].trajectory is kept
    assert sketched["alone"].trajectory is kept


def test_a_sketch_is_kept_under_a_mark_of_its_own(case: Case, sketch: Forecast) -> None:
    again = simulate(case, members=MEMBERS, seed=SEED, sketched=True)
    full = simulate(case, members=MEMBERS, seed=SEED)
    assert again["alone"].trajectory is sketch["alone"].trajectory
    assert full["alone"].trajectory.mark != sketch["alone"].trajectory.mark


def test_an_engine_of_one_precision_sketches_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "portable")
    assert fastest_precision() is Precision.DOUBLE
    monkeypatch.setenv(VARIABLE, "native")
    assert fastest_precision() is Precision.SINGLE
