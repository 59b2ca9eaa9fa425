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
