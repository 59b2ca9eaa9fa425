"""A trial that is left out to first order is foretold as by a fit that never read it."""

from __future__ import annotations

import numpy as np
import pytest
from support.calibration_probe import problem_with, trial_with

from osteon.calibration.fit import Fit, fit
from osteon.calibration.left_out import left_out
from osteon.calibration.problem import Problem


def two_trials() -> tuple[Problem, Problem]:
    """Return a problem of two trials that disagree a little, and one without the second."""
    both = problem_with([0.0] * 5)
    made = both.predict(np.array([[0.4, -0.3]]))[0]
    first = trial_with(made.tolist())
    second = first.model_copy(update={
        "trial": "second",
        "observations": trial_with((made * 1.08).tolist()).observations,
    })  # fmt: skip
    return (
        Problem(both.model, (first, second), both.free, people=8),
        Problem(both.model, (first,), both.free, people=8),
    )


@pytest.fixture(scope="module")
def fits() -> tuple[Fit, Fit]:
    """Return the fit of both trials, and of the first alone."""
    both, first = two_trials()
    return fit(both), fit(first)


def test_it_is_foretold_as_by_a_fit_that_never_read_it(fits: tuple[Fit, Fit]) -> None:
    both, first = fits
    foretold = left_out(both).predicted[5:]
    fitted = both.problem.predict(both.moved[None, :])[0][5:]
    never_read = both.problem.predict(first.moved[None, :])[0][5:]
    assert np.abs(foretold - never_read).max() < 0.3 * np.abs(fitted - never_read).max()


def test_how_unsure_it_is_follows_from_what_the_others_leave_open(fits: tuple[Fit, Fit]) -> None:
    both, first = fits
    slope = both.slope[5:10]
    wanted = slope @ first.covariance @ slope.T
    trust = np.array([target.trust for target in both.problem.targets[5:]])
    wanted *= np.outer(trust, trust)
    unsure = left_out(both).unsure
    np.testing.assert_allclose(unsure[5:, 5:], wanted, atol=0.3 * np.abs(wanted).max())
    np.testing.assert_allclose(np.diag(unsure)[5:], np.diag(wanted), rtol=0.3)
    assert (unsure[:5, 5:] == 0.0).all()
