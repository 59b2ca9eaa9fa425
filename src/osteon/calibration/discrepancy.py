"""What the model cannot say, read off rows of trials that the fit did without.

    residuals of an arm ~ normal, covariance = sampling^2 + unsure + single^2
                      + together (fixed^2 + yearly^2 * overlap + share^2 * prediction prediction')

    overlap             years that two changes have in common: what grows is a walk, and a later
                        change holds what an earlier one held
    together            one for rows of one endpoint, less for two
    sampling, single    of each row by itself

The five numbers are those under which the rows are most likely, for BMD and for markers apart; each
row as the other trials foretell it (`left_out`), and as far off as it counts in the fit, so that a
few odd trials cannot rule. Trials of one drug differ among themselves by about as much: no
parameter set can meet them all, and a prediction must not claim to. Rows of one arm are one piece
of evidence: taken one by one, an arm with many rows would rule.

Assumes: arms of one trial are off independently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from osteon.calibration.left_out import LeftOut
from osteon.calibration.problem import Target
from osteon.parameters.layer import Discrepancy
from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]
_FEWEST = 8
_FIRST_GUESSES = np.full((4, 5), 0.1) + 0.9 * np.eye(4, 5) + np.array([0.0, 0.0, 0.0, 0.0, 0.4])


def discrepancies(targets: tuple[Target, ...], foretold: LeftOut) -> dict[str, Discrepancy]:
    """Return the discrepancy of each kind of row that there are enough of."""
    found: dict[str, Discrepancy] = {}
    for kind in ("bmd", "markers"):
        rows = [place for place, target in enumerate(targets) if target.kind == kind]
        if len(rows) >= _FEWEST:
            found[kind] = _most_likely(list(_arms(targets, foretold, rows)))
    return found


@dataclass(frozen=True, eq=False)
class _Arm:
    """The rows of one arm, or of one difference between two.

    Attributes
    ----------
    off:
        How far each is off, odd ones as far as they count, shape (rows,).
    known:
        Covariance of what is known to move them, shape (rows, rows).
    parts:
        What single, fixed, yearly and share bring as far as two rows are of one endpoint, shape
        (4, rows, rows).
    other:
        Whether two rows are of two endpoints, shape (rows, rows).
    """

    off: Array
    known: Array
    parts: Array
    other: NDArray[np.bool_]

    @classmethod
    def of(cls, targets: list[Target], foretold: LeftOut, rows: list[int]) -> _Arm:
        """Return the arm that holds these rows."""
        seen = [target.observation for target in targets]
        begin = np.array([one.since / DAYS_PER_YEAR for one in seen])
        end = np.array([one.time / DAYS_PER_YEAR for one in seen])
        endpoint = np.array([one.endpoint for one in seen])
        predicted = foretold.predicted[rows]
        off = predicted - np.array([one.value for one in seen])
        overlap = np.minimum.outer(end, end) - np.maximum.outer(begin, begin)
        size = np.outer(predicted, predicted)
        return cls(
            off=off * np.sqrt(foretold.counts[rows]),
            known=foretold.unsure[np.ix_(rows, rows)]
            + np.diag([target.sampling**2 for target in targets]),
            parts=np.stack([np.eye(len(rows)), np.ones_like(size), np.maximum(overlap, 0.0), size]),
            other=np.not_equal.outer(endpoint, endpoint),
        )

    def cost(self, squares: Array, together: float) -> tuple[float, Array]:
        """Return minus the log likelihood, and its slope, shape (5,).

        Parameters
        ----------
        squares:
            Of single, fixed, yearly and share.
        """
        parts = self.parts * np.where(self.other, together, 1.0)
        covariance = self.known + np.tensordot(squares, parts, axes=1)
        inverse, (_, log_size) = np.linalg.inv(covariance), np.linalg.slogdet(covariance)
        pulled = inverse @ self.off
        slope = 0.5 * (inverse - np.outer(pulled, pulled))
        by_squares = np.tensordot(parts, slope, axes=2)
        by_together = np.sum(slope * np.tensordot(squares, self.parts, axes=1), where=self.other)
        return 0.5 * float(log_size + self.off @ pulled), np.append(by_squares, by_together)


def _arms(targets: tuple[Target, ...], foretold: LeftOut, rows: list[int]) -> Iterator[_Arm]:
    """Yield rows by the arm, or the two arms, that they were seen in."""
    groups: dict[tuple[str, str, str | None], list[int]] = {}
    for row in rows:
        seen = targets[row].observation
        groups.setdefault((targets[row].trial.trial, seen.arm, seen.versus), []).append(row)
    for group in groups.values():
        yield _Arm.of([targets[row] for row in group], foretold, group)


def _most_likely(arms: list[_Arm]) -> Discrepancy:
    """Return the discrepancy under which rows are most likely, their known errors being there."""
    off = np.mean(np.concatenate([arm.off for arm in arms]) ** 2)
    usual = np.concatenate([arm.parts.diagonal(axis1=1, axis2=2) for arm in arms], axis=1)
    scale = np.append(off / usual.mean(axis=1), 1.0)

    def cost(scaled: Array) -> tuple[float, Array]:
        *squares, together = scaled * scale
        costs, slopes = zip(*(arm.cost(np.array(squares), together) for arm in arms), strict=True)
        return sum(costs), scale * np.sum(slopes, axis=0)

    bounds = [(0.0, None)] * 4 + [(0.0, 1.0)]
    tried = [minimize(cost, guess, jac=True, bounds=bounds) for guess in _FIRST_GUESSES]
    *squares, together = min(tried, key=lambda one: float(one.fun)).x * scale
    numbers = [float(f"{one:.3g}") for one in (*np.sqrt(squares), together)]
    return Discrepancy(**dict(zip(Discrepancy.model_fields, numbers, strict=True)))
