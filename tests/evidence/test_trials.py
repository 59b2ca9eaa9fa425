"""The trials that come with osteon, predicted beside what they observed."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.evidence.library import trial_files
from osteon.language.trial import Trial
from osteon.model.library import standard
from osteon.people.layer import current_layer
from osteon.validation.predict import Effort, Row, predict
from osteon.validation.summary import summarize

REDUCED = Effort(people=256, draws=20, people_per_draw=8)
EXPLAINED = {
    ("ATAC-bone", "anastrozole", "bmd_total_hip", 60.0): (
        "loses evenly over five years, where IBIS-II loses less: the fit settles between the two"
    ),
    ("IBIS-II-bone", "osteopenia anastrozole", "bmd_lumbar_spine", 36.0): (
        "lost less than the pooled arm of the same trial; the model gives both the same loss"
    ),
}


def rows_with(effort: Effort) -> list[Row]:
    """Return every row of the calibration trials."""
    trials = [Trial.read(path) for path in trial_files()]
    fitted = [trial for trial in trials if trial.role == "calibration"]
    return [row for trial in fitted for row in predict(standard(), current_layer(), trial, effort)]


@pytest.fixture(
    scope="module",
    params=[REDUCED, pytest.param(Effort(), marks=pytest.mark.slow)],
    ids=["reduced", "full"],
)
def rows(request) -> list[Row]:
    """Return the rows, with few people by default and all with `make evidence`."""
    return rows_with(request.param)


def test_no_row_without_a_prediction(rows):
    """Every observation of the three trials is predicted."""
    assert [row.problem for row in rows if row.predicted is None] == []


def test_bmd_within_one_point(rows):
    """Root mean square error of BMD rows is at most one percentage point."""
    assert summarize(rows)["bmd"].rmse <= 1.0


def test_misses_are_explained(rows):
    """Every BMD row more than 1.5 points off is known, and why."""
    missed = {
        (row.trial, row.observation.arm, row.observation.endpoint, row.observation.month)
        for row in rows
        if row.observation.endpoint.startswith("bmd_") and abs(row.error) > 1.5
    }
    assert missed <= set(EXPLAINED)
    noted = {row.observation.note for row in rows if row.error and abs(row.error) > 1.5}
    assert None not in noted, "the table of `osteon validate` says why, too"


def test_intervals_hold_most_rows(rows):
    """The 95 % intervals hold at least eight of ten BMD rows and still say something."""
    bmd = [row for row in rows if row.observation.endpoint.startswith("bmd_")]
    assert summarize(bmd)["bmd"].inside >= 0.8
    widths = [row.predicted_high - row.predicted_low for row in bmd]
    assert np.median(widths) < 5.0
