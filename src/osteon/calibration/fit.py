"""The fit: damped Gauss-Newton on all rows at once, all directions simulated together.

Every iteration simulates the current parameters and one small move along each free parameter as
groups of one run, so a gradient costs little more than it must.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.problem import Problem
from osteon.errors import SimulationError

Array = NDArray[np.float64]
_MOVE = 0.02
_ROBUST_AT = 2.0


@dataclass(frozen=True)
class Fit:
    """The outcome of a fit.

    Attributes
    ----------
    moved:
        The best moves in units of the prior spread, shape (free,).
    covariance:
        Their joint uncertainty (Laplace approximation), same units.
    misfit:
        The misfit reached, prior included.
    iterations:
        How many steps were taken.
    """

    problem: Problem
    moved: Array
    covariance: Array
    misfit: float
    iterations: int

    @property
    def shrinkage(self) -> Array:
        """Return the share of its prior spread that each parameter still has."""
        return np.sqrt(np.diag(self.covariance))


def fit(
    problem: Problem,
    begin: Array | None = None,
    iterations: int = 40,
    progress: Callable[[int, float], None] | None = None,
) -> Fit:
    """Return the parameters that meet the rows best, given the prior.

    Parameters
    ----------
    begin:
        Where to begin, in units of the prior spread; the prior itself if not given.
    progress:
        Called after each iteration with its number and the misfit.
    """
    here = np.zeros(len(problem.free)) if begin is None else begin
    damping = 0.1
    value, slope = _linearize(problem, here)
    misfit = _misfit(problem, value)
    taken = 0
    for taken in range(1, iterations + 1):
        weights = _weights(problem, value)
        curved = slope.T @ (weights[:, None] * slope)
        downhill = slope.T @ (weights * value)
        improved = False
        while damping < 1e6:
            step = -np.linalg.solve(curved + damping * np.eye(len(here)), downhill)
            step *= min(1.0, 1.5 / np.abs(step).max())
            candidate = _try(problem, here + step)
            if candidate < misfit:
                improved = True
                break
            damping *= 4.0
        if not improved:
            break
        gained = misfit - candidate
        here, damping = here + step, damping / 5.0
        value, slope = _linearize(problem, here)
        misfit = candidate
        if progress is not None:
            progress(taken, misfit)
        if gained < 1e-4 * (1.0 + misfit):
            break
    return Fit(problem, here, _covariance(problem, value, slope), misfit, taken)


def uncertainty_at(problem: Problem, moved: Array) -> Array:
    """Return the joint uncertainty of all free parameters at a point (Laplace approximation)."""
    return _covariance(problem, *_linearize(problem, moved))


def _covariance(problem: Problem, value: Array, slope: Array) -> Array:
    weights = _weights(problem, value)
    return np.asarray(np.linalg.inv(slope.T @ (weights[:, None] * slope)), dtype=float)


def _linearize(problem: Problem, here: Array) -> tuple[Array, Array]:
    """Return the residuals and their slope in every direction."""
    moves = np.vstack([here, here + _MOVE * np.eye(len(here))])
    residuals = problem.residuals(moves)
    return residuals[0], (residuals[1:] - residuals[0]).T / _MOVE


def _try(problem: Problem, moved: Array) -> float:
    try:
        return _misfit(problem, problem.residuals(moved[None, :])[0])
    except SimulationError:
        return float("inf")


def _misfit(problem: Problem, residuals: Array) -> float:
    """Return the misfit; a row far off counts linearly, so that one odd trial cannot rule."""
    rows = len(problem.targets)
    size = np.abs(residuals[:rows])
    data = np.where(size < _ROBUST_AT, size**2, _ROBUST_AT * (2 * size - _ROBUST_AT))
    return float(data.sum() + (residuals[rows:] ** 2).sum())


def _weights(problem: Problem, residuals: Array) -> Array:
    weights = np.ones_like(residuals)
    rows = len(problem.targets)
    size = np.maximum(np.abs(residuals[:rows]), 1e-12)
    weights[:rows] = np.minimum(1.0, _ROBUST_AT / size)
    return weights
