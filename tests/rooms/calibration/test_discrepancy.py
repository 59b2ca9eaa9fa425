"""The discrepancy is found again in rows that are off by a known one."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from support.calibration_probe import ROWS, trial_with

from osteon.calibration.discrepancy import discrepancies
from osteon.calibration.left_out import LeftOut
from osteon.calibration.problem import Target
from osteon.parameters.layer import Discrepancy

Array = NDArray[np.float64]
FORETOLD = np.tile([-4.0, 4.0, -12.0, 1.0, -4.0], 8)
"""Changes of BMD over one, two and five years, percent."""

YEARS = np.tile([month / 12 for _, month in ROWS], 8)
NONE, ALL = np.zeros(len(FORETOLD)), np.ones(len(FORETOLD))


def off_by(sd: Array) -> Array:
    """Return rows that are off by one standard deviation each, up and down in turn."""
    return sd * np.where(np.arange(len(FORETOLD)) % 2, -1.0, 1.0)


def rows_that_are(off: Array) -> tuple[Target, ...]:
    """Return rows so far from what is foretold, each known to within 0.05 points."""
    trials = map(trial_with, (FORETOLD + off).reshape(-1, len(ROWS)).tolist())
    return tuple(Target(trial, row) for trial in trials for row in trial.observations)


def found(off: Array, unsure: Array = NONE, counts: Array = ALL) -> Discrepancy:
    """Return the discrepancy of rows that are off."""
    return discrepancies(rows_that_are(off), LeftOut(FORETOLD, unsure, counts))["bmd"]


def test_what_is_there_from_the_first_day_is_told_from_what_grows() -> None:
    always, growing = found(off_by(2.0 * ALL)), found(off_by(1.5 * np.sqrt(YEARS)))
    assert always.fixed == pytest.approx(2.0, rel=0.01)
    assert always.yearly < 0.1
    assert growing.yearly == pytest.approx(1.5, rel=0.01)
    assert growing.fixed < 0.1


def test_a_share_of_the_size_is_told_from_both() -> None:
    by_size = found(off_by(0.3 * np.abs(FORETOLD)))
    assert by_size.share == pytest.approx(0.3, rel=0.01)
    assert by_size.of(0.0, years=2.0) < 0.1


def test_errors_that_are_known_are_no_discrepancy() -> None:
    """Rows 2 points off of which 2 are expected: next to nothing is left."""
    off = off_by(2.0 * ALL)
    assert found(off, unsure=2.0 * ALL).of(4.0, 2.0) < 0.4 * found(off).of(4.0, 2.0)


def test_rows_that_count_less_widen_less() -> None:
    odd = np.arange(len(FORETOLD)) < len(FORETOLD) // 10
    off = np.where(odd, 8.0, off_by(ALL))
    less = found(off, counts=np.where(odd, 0.2, 1.0)).of(4.0, 2.0)
    alike, without = found(off).of(4.0, 2.0), found(off_by(ALL)).of(4.0, 2.0)
    assert without < less < alike


def test_a_kind_of_which_there_are_few_rows_has_none() -> None:
    rows = rows_that_are(ALL)
    assert discrepancies(rows[:5], LeftOut(FORETOLD[:5], NONE[:5], ALL[:5])) == {}
    assert "markers" not in discrepancies(rows, LeftOut(FORETOLD, NONE, ALL))
