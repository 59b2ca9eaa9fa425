"""What the fit would say of each trial had it not read it, to first order.

    J, r, w   slope and residuals of all rows at the optimum, and how much they count (`fit`)
    B         the rows of one trial
    C         (J' w J - J_B' w_B J_B)^-1       what the other trials leave open
    moved     C J_B' w_B r_B                   where the optimum would lie without the trial
    residual  r_B + J_B moved                  known to within J_B C J_B'

A row that was fitted lies closer than one that was not; rows of one trial hold each other close. A
trial that was left out tells how far off the next one will be. The fit is not run again: the model
counts as linear between the two optima.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.calibration.fit import Fit, weights_of

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Every row as the other trials foretell it.

    Attributes
    ----------
    predicted:
        On the scale of the fit, shape (targets,).
    unsure:
        Their covariance for want of knowledge of the parameters, shape (targets, targets): rows of
        one trial go together, those of two do not.
    counts:
        How much the row counts: one, or less if it is far off what is foretold, shape (targets,).
    """

    predicted: Array
    unsure: Array
    counts: Array


def left_out(found: Fit) -> LeftOut:
    """Return what the fit would say of each trial without it."""
    targets = found.problem.targets
    trials = np.array([target.trial.trial for target in targets])
    weights = weights_of(found.problem, found.residuals)[:, None]
    curved = found.slope.T @ (weights * found.slope)
    residuals, unsure = found.residuals.copy(), np.zeros((len(targets), len(targets)))
    for trial in dict.fromkeys(trials.tolist()):
        rows = np.flatnonzero(trials == trial)
        slope, weight = found.slope[rows], weights[rows]
        open_ = np.linalg.inv(curved - slope.T @ (weight * slope))
        moved = open_ @ (slope.T @ (weight[:, 0] * residuals[rows]))
        residuals[rows] += slope @ moved
        unsure[np.ix_(rows, rows)] = slope @ open_ @ slope.T
    observed = np.array([target.observed for target in targets])
    trust = np.array([target.trust for target in targets])
    return LeftOut(
        predicted=observed + trust * residuals[: len(targets)],
        unsure=np.outer(trust, trust) * unsure,
        counts=weights_of(found.problem, residuals)[: len(targets)],
    )
