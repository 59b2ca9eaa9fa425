"""Errors, misses and aims of rows, against arithmetic by hand."""

from __future__ import annotations

import pytest

from osteon.language.observation import Observation
from osteon.validation.aims import aims_of
from osteon.validation.by_group import errors_of
from osteon.validation.misses import is_miss
from osteon.validation.predict import Row


def row(observed: str, predicted: float | None, half: float = 1.0, role: str = "validation",
        endpoint: str = "bmd_lumbar_spine", kind: str = "change") -> Row:  # fmt: skip
    """Return a row with an interval of `half` on both sides."""
    seen = Observation(arm="a", endpoint=endpoint, month=12, **{kind: observed})
    if predicted is None:
        return Row("trial", role, seen, problem="not in the model")
    return Row("trial", role, seen, predicted, predicted - half, predicted + half)


def test_changes_are_judged_in_percentage_points():
    """Errors 3 and -1: root of 5, mean 1, median 2; half-widths 1 and 2; one of two inside."""
    errors = errors_of([row("-4 %", -1.0), row("-1 %", -2.0, 2.0), row("-1 %", None)])
    assert (errors.rows, errors.answered, errors.percent) == (3, 2, 2)
    assert errors.rmse == pytest.approx(5**0.5)
    assert (errors.bias, errors.median_error, errors.half_width) == pytest.approx((1.0, 2.0, 1.5))
    assert errors.inside == pytest.approx(0.5)
    assert errors.factor is None


def test_levels_are_judged_by_a_factor():
    """Twice and half of what was observed are both off by a factor of two."""
    rows = [
        row("10 pmol/L", 20.0, endpoint="estradiol", kind="level"),
        row("10 pmol/L", 5.0, endpoint="estradiol", kind="level"),
    ]
    errors = errors_of(rows)
    assert errors.factor == pytest.approx(2.0)
    assert errors.rmse is None


def test_nothing_answered_has_no_error():
    errors = errors_of([row("-1 %", None)])
    assert (errors.rmse, errors.inside, errors.half_width) == (None, None, None)


@pytest.mark.parametrize(
    ("off", "half", "endpoint", "missed"),
    [
        (1.6, 1.0, "bmd_total_hip", True),
        (1.6, 2.0, "bmd_total_hip", False),
        (1.4, 1.0, "bmd_total_hip", False),
        (-16.0, 10.0, "ctx", True),
        (-14.0, 10.0, "ctx", False),
    ],
)
def test_a_miss_is_outside_the_interval_and_large(off, half, endpoint, missed):
    assert is_miss(row("-5 %", -5 + off, half, endpoint=endpoint)) is missed


def test_a_row_without_prediction_is_no_miss():
    assert not is_miss(row("-5 %", None))


def test_aims_and_what_was_found():
    rows = [
        row("-4 %", -3.0, role="calibration"),
        row("-4 %", -2.0, 3.0),
        row("-50 %", -40.0, 20.0, endpoint="ctx"),
        row("-4 %", None),
    ]
    fitted, unseen, inside, width, markers, spread, answered = aims_of(rows)
    assert (fitted.found, fitted.met) == (1.0, True)
    assert (unseen.found, unseen.met) == (2.0, False)
    assert (inside.found, inside.met) == (1.0, True)
    assert (width.found, width.met) == (3.0, False)
    assert (markers.found, markers.met) == (10.0, True)
    assert (spread.found, spread.met) == (None, None)
    assert (answered.found, answered.met) == (0.75, False)


def test_an_aim_without_rows_is_neither_met_nor_missed():
    assert {aim.met for aim in aims_of([])} == {None}
