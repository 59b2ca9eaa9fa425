"""The fit: finds what it should, refuses what it must, and knows what it does not know."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from support.calibration_probe import problem_with, trial_with

from osteon.calibration.fit import fit, misfit_of
from osteon.calibration.posterior import _warmth, _weights, draw_posterior
from osteon.calibration.problem import Problem, calibration_rows_only, trials_from
from osteon.calibration.visible import with_visible
from osteon.errors import EvidenceError
from osteon.evidence.library import trial_files
from osteon.language.trial import Trial


def test_known_parameters_are_found_again():
    """Rows made with moved parameters lead back to them, as far as the prior lets them."""
    moved = np.array([0.8, -0.6])
    made = problem_with([0.0] * 5).predict(moved[None, :])[0]
    found = fit(problem_with(made.tolist()))
    spread = found.shrinkage
    assert np.abs(found.moved - moved).max() < 0.35
    assert (np.abs(found.moved - moved) < 2.0 * spread).all()
    assert (spread < 1.0).all(), "data leave less than the prior spread"


def test_directions_from_few_people_lead_to_the_optimum_of_many():
    """Four people are enough for the way, not for where it ends."""
    made = replace(problem_with([0.0] * 5), people=32).predict(np.array([[0.8, -0.6]]))[0]
    many = replace(problem_with(made.tolist()), people=32, few=32)
    wanted = fit(many).moved
    np.testing.assert_allclose(fit(replace(many, few=4)).moved, wanted, atol=0.05)
    assert np.abs(fit(replace(many, people=4)).moved - wanted).max() > 0.2


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
    assert fit(blind, iterations=0).covariance[0, 0] == pytest.approx(1.0)


def test_an_odd_row_cannot_rule():
    """One row ten points off moves the fit by less than it would by least squares."""
    made = problem_with([0.0] * 5).predict(np.zeros((1, 2)))[0]
    odd = made.copy()
    odd[4] -= 10.0
    found = fit(problem_with(odd.tolist()))
    before = np.abs(made - problem_with(made.tolist()).predict(found.moved[None, :])[0])
    assert before[:4].max() < 3.0


def test_the_loader_leaves_no_validation_row_to_a_fit():
    """Of all trials that come with osteon, a fit is handed calibration rows and nothing else."""
    everything = [Trial.read(path) for path in trial_files()]
    sealed = {
        (trial.trial, one)
        for trial in everything
        for one in trial.observations
        if trial.role_of(one) != "calibration"
    }
    assert len(sealed) > 200
    handed = {(t.trial, one) for t in trials_from(trial_files()) for one in t.observations}
    assert handed
    assert not handed & sealed


def test_a_validation_row_among_calibration_rows_is_taken_off_or_refused():
    """The loader takes it off; a problem that is handed one all the same refuses it."""
    extra = (
        "\n  - {arm: treated, endpoint: bmd_lumbar_spine, month: 36, change: -9 %, "
        "role: validation}"
    )
    mixed = trial_with([0.0] * 5, extra=extra)
    assert len(mixed.observations) == 6
    assert len(calibration_rows_only(mixed).observations) == 5
    with pytest.raises(EvidenceError, match="'probe' has the role validation"):
        problem_with([0.0] * 5, extra=extra)


def test_parameters_of_a_drug_not_taken_cost_nothing():
    """Sets that differ only in a drug that no arm takes are simulated once, and are equal."""
    base = problem_with([0.0] * 5)
    free = ("denosumab.clearance", "estrogen_receptor.half_signal")
    problem = Problem(base.model, base.trials, free, people=8)
    predicted = problem.predict(np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 1.0]]))
    np.testing.assert_array_equal(predicted[0], predicted[1])
    assert np.abs(predicted[2] - predicted[0]).max() > 0.05


def test_the_posterior_of_a_small_problem_is_the_laplace_approximation():
    """Two well-informed parameters: the draws have the covariance of the fit."""
    made = problem_with([0.0] * 5).predict(np.array([[0.3, -0.2]]))[0]
    found = fit(problem_with(made.tolist()))
    drawn = draw_posterior(found, 200, 400, 1)
    assert drawn.effective > 200
    np.testing.assert_allclose(drawn.moved.mean(axis=0), found.moved, atol=0.25)
    spread = np.sqrt(np.diag(found.covariance))
    np.testing.assert_allclose(drawn.moved.std(axis=0), spread, rtol=0.35)


def test_a_fallen_marker_is_trusted_by_what_is_left_of_it():
    """Down by 90 %, twice or half of what is left is a gross miss; up by 90 %, it is not."""
    extra = "".join(
        f"\n  - {{arm: treated, endpoint: ctx, month: {month}, change: {change} %, se: 1 %}}"
        for month, change in ((3, -90), (6, 90), (9, -30))
    )
    fallen, risen, little = (
        target.trust for target in problem_with([0.0] * 5, extra=extra).targets[5:]
    )
    assert fallen == pytest.approx(np.sqrt(1 + 8**2 + (0.25 * 10) ** 2))
    assert risen == pytest.approx(np.sqrt(1 + 8**2 + (0.25 * 90) ** 2))
    assert little == pytest.approx(np.sqrt(1 + 8**2 + (0.25 * 30) ** 2))


def test_a_row_far_off_counts_linearly():
    """Huber: at ten units of trust the misfit is 3 (2 * 10 - 3), not 100."""
    problem = problem_with([0.0] * 5)
    residuals = np.zeros(5 + 2)
    assert misfit_of(problem, residuals) == 0.0
    residuals[0] = 10.0
    assert misfit_of(problem, residuals) == pytest.approx(51.0)


def test_only_parameters_that_move_a_row_are_fitted():
    """A fracture parameter and a drug nobody takes keep their prior; estrogen and bone do not."""
    base = problem_with([0.0] * 5)
    free = ("fracture_hip.gradient", "denosumab.clearance", *base.free)
    known = tuple(name for name in free if name in base.model.table.position)
    problem = with_visible(Problem(base.model, base.trials, known, people=8))
    assert problem.free == base.free
    assert problem.people == 8


def test_where_a_few_proposals_would_take_all_the_weight_half_of_them_keep_a_say():
    """Weights that differ by e^20 are cooled until half of the proposals count; equal ones stay."""
    far = np.append(np.linspace(-20.0, 0.0, 99), -np.inf)
    warmth = _warmth(far)
    assert 0.0 < warmth < 1.0
    weight = _weights(far, warmth)
    assert 1.0 / np.sum(weight**2) == pytest.approx(49.5, rel=0.02)
    assert weight[-1] == 0.0
    assert _warmth(np.zeros(50)) == 1.0
