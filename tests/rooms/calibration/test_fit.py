"""The fit: finds what it should, refuses what it must, and knows what it does not know."""

from __future__ import annotations

import numpy as np
import pytest

from osteon.calibration.fit import fit, uncertainty_at
from osteon.calibration.problem import Problem
from osteon.errors import EvidenceError
from osteon.language.trial import Trial
from osteon.model.library import standard

TEXT = """
trial: probe
role: {role}
population: {{age: {{mean: 62 years, sd: 5 years}}}}
arms:
  treated: {{drugs: [anastrozole 1 mg daily for 5 years]}}
  untreated: {{}}
observations:
{rows}
"""
FREE = ("estrogen_receptor.half_signal", "bone.turnover@lumbar_spine")
ROWS = [("treated", 12), ("treated", 24), ("treated", 60), ("untreated", 24), ("untreated", 60)]


def problem_with(changes, role="calibration", extra="") -> Problem:
    """Return a small problem whose spine rows are the given changes."""
    rows = "\n".join(
        f"  - {{arm: {arm}, endpoint: bmd_lumbar_spine, month: {month}, "
        f"change: {value} %, se: 0.05 %}}"
        for (arm, month), value in zip(ROWS, changes, strict=True)
    )
    trial = Trial.parse(TEXT.format(role=role, rows=rows + extra), "probe.yaml")
    return Problem(standard(), (trial,), FREE, people=8)


def test_known_parameters_are_found_again():
    """Rows made with moved parameters lead back to them, as far as the prior lets them."""
    moved = np.array([0.8, -0.6])
    made = problem_with([0.0] * 5).predict(moved[None, :])[0]
    found = fit(problem_with(made.tolist()))
    spread = found.shrinkage
    assert np.abs(found.moved - moved).max() < 0.35
    assert (np.abs(found.moved - moved) < 2.0 * spread).all()
    assert (spread < 1.0).all(), "data leave less than the prior spread"


def test_validation_trials_are_refused():
    """No fit is ever built on a validation trial."""
    with pytest.raises(EvidenceError, match="'probe' has the role validation"):
        problem_with([0.0] * 5, role="validation")


def test_recalled_rows_are_not_fitted():
    """Rows of low or recalled confidence are read by no fit."""
    extra = (
        "\n  - {arm: treated, endpoint: bmd_total_hip, month: 12, change: -9 %, confidence: low}"
        "\n  - {arm: treated, endpoint: ctx, month: 12, change: 99 %, confidence: memory}"
    )
    assert len(problem_with([0.0] * 5, extra=extra).targets) == 5


def test_uncertainty_is_the_prior_where_nothing_is_observed():
    """A parameter that no row depends on keeps the whole of its prior spread."""
    base = problem_with([0.0] * 5)
    blind = Problem(base.model, base.trials, ("ctx.steepness",), people=8)
    assert uncertainty_at(blind, np.zeros(1))[0, 0] == pytest.approx(1.0)


def test_an_odd_row_cannot_rule():
    """One row ten points off moves the fit by less than it would by least squares."""
    made = problem_with([0.0] * 5).predict(np.zeros((1, 2)))[0]
    odd = made.copy()
    odd[4] -= 10.0
    found = fit(problem_with(odd.tolist()))
    before = np.abs(made - problem_with(made.tolist()).predict(found.moved[None, :])[0])
    assert before[:4].max() < 3.0
