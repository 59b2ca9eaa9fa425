"""Errors of rows, against arithmetic by hand."""

from __future__ import annotations

import pytest

from osteon.language.observation import Observation
from osteon.validation.predict import Row
from osteon.validation.summary import summarize


def row(observed: float, predicted: float | None, half: float = 1.0, role: str = "calibration"):
    """Return a row of spine BMD with an interval of `half` on both sides."""
    observation = Observation(
        arm="a", endpoint="bmd_lumbar_spine", month=12, change=f"{observed} %"
    )
    if predicted is None:
        return Row("trial", role, observation, problem="not in the model")
    return Row("trial", role, observation, predicted, predicted - half, predicted + half)


def test_root_mean_square_bias_and_coverage():
    """Errors of 3 and -1: root of 5, mean 1; one of two inside an interval of one point."""
    errors = summarize([row(-4.0, -1.0), row(-1.0, -2.0)])["bmd"]
    assert errors.rmse == pytest.approx(5.0**0.5)
    assert errors.bias == pytest.approx(1.0)
    assert errors.inside == pytest.approx(0.5)


def test_a_row_without_prediction_is_counted_and_not_scored():
    """Two rows, one predicted: both are counted, one has an error."""
    errors = summarize([row(-4.0, -4.5), row(-4.0, None)])["bmd"]
    assert (errors.rows, errors.predicted) == (2, 1)
    assert errors.rmse == pytest.approx(0.5)


def test_nothing_predicted_gives_no_error():
    """Without a prediction there is no error, rather than zero."""
    errors = summarize([row(-4.0, None)])["bmd"]
    assert errors.rmse is None
    assert errors.inside is None


def test_fitted_and_predicted_rows_stand_apart():
    """Where both roles occur, each has its own line beside the common one."""
    groups = summarize([row(-4.0, -4.0), row(-1.0, -3.0, role="validation")])
    assert groups["bmd, calibration"].rmse == pytest.approx(0.0)
    assert groups["bmd, validation"].rmse == pytest.approx(2.0)
    assert groups["bmd"].rows == 2


def event(observed: float, predicted: float, role: str = "calibration"):
    """Return a row of hip fracture with an interval of a tenth on both sides."""
    observation = Observation(
        arm="a", versus="b", endpoint="fracture_hip", month=36, hazard_ratio=observed
    )
    return Row("trial", role, observation, predicted, 0.9 * predicted, 1.1 * predicted)


def test_ratios_err_by_their_logarithm():
    """Twice and half weigh the same: log 2 either way, no bias."""
    errors = summarize([event(0.5, 1.0), event(0.5, 0.25)])["fractures and falls"]
    assert errors.rmse == pytest.approx(0.6931, abs=1e-4)
    assert errors.bias == pytest.approx(0.0)
    assert errors.inside == 0.0


def test_a_ratio_of_zero_is_counted_and_has_no_error():
    """No event in the arm: there is no logarithm, and the other row's error stands alone."""
    errors = summarize([event(0.0, 0.5), event(0.5, 0.5)])["fractures and falls"]
    assert (errors.rows, errors.predicted, errors.rmse) == (2, 2, 0.0)
    assert errors.inside == pytest.approx(0.5)
    assert summarize([event(0.0, 0.5)])["fractures and falls"].rmse is None


def test_incidence_stands_apart_and_errs_in_percentage_points():
    """3 % seen, 4 % predicted."""
    observation = Observation(arm="a", endpoint="fracture_hip", month=36, cumulative="3 %")
    shares = Row("trial", "calibration", observation, 4.0, 2.5, 6.0)
    errors = summarize([shares, event(0.5, 0.5)])
    assert errors["fractures and falls, incidence"].bias == pytest.approx(1.0)
    assert errors["fractures and falls"].bias == pytest.approx(0.0)
