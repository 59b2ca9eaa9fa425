"""What the model cannot say, read off rows of trials that the fit did without.

    residual ~ normal, variance = sampling^2 + unsure^2 + fixed^2 + (share * prediction)^2

`fixed` and `share` are those under which the rows are most likely, for BMD and for markers apart;
each row as the other trials foretell it (`left_out`), and counting as in the fit, so that a few odd
trials cannot rule. Trials of one drug differ among themselves by about as much: no
parameter set can meet them all, and a prediction must not claim to.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from osteon.calibration.left_out import LeftOut
from osteon.calibration.problem import Target
from osteon.parameters.layer import Discrepancy

Array = NDArray[np.float64]
_FEWEST = 8
_LEAST = 1e-3
_BEGINNINGS = ((1.0, 0.05), (10.0, 0.05), (0.3, 0.3))


def discrepancies(targets: tuple[Target, ...], foretold: LeftOut) -> dict[str, Discrepancy]:
    """Return the discrepancy of each kind of row that there are enough of."""
    found: dict[str, Discrepancy] = {}
    for kind in ("bmd", "markers"):
        rows = np.array([place for place, one in enumerate(targets) if one.kind == kind])
        if len(rows) >= _FEWEST:
            observed = np.array([targets[place].observation.value for place in rows])
            sampling = np.array([targets[place].sampling for place in rows])
            known = np.hypot(sampling, foretold.unsure[rows])
            found[kind] = _most_likely(
                foretold.predicted[rows], observed, known, foretold.counts[rows]
            )
    return found


def _most_likely(predicted: Array, observed: Array, known: Array, counts: Array) -> Discrepancy:
    """Return the discrepancy under which rows are most likely, their known errors being there."""

    def cost(logs: Array) -> float:
        """Return minus the log likelihood."""
        fixed, share = np.exp(logs)
        variance = known**2 + fixed**2 + (share * predicted) ** 2
        off = (predicted - observed) ** 2
        return float(counts @ (np.log(variance) + off / variance)) / 2.0

    tried = [minimize(cost, np.log(begin), method="Nelder-Mead") for begin in _BEGINNINGS]
    fixed, share = np.maximum(np.exp(min(tried, key=lambda one: float(one.fun)).x), _LEAST)
    return Discrepancy(fixed=float(f"{fixed:.3g}"), share=float(f"{share:.3g}"))
