"""What the model cannot say, read off the rows that it was fitted to.

    residual ~ normal, variance = sampling^2 + fixed^2 + (share * prediction)^2

`fixed` and `share` are those under which the fitted rows are most likely, for BMD and for markers
apart. A row that was fitted lies closer than one that was not: residuals are widened by the root of
rows over rows less the parameters that the fit has used up. Trials of one drug differ among
themselves by about as much: no parameter set can meet them all, and a prediction must not claim to.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from osteon.calibration.problem import Target
from osteon.parameters.layer import Discrepancy

Array = NDArray[np.float64]
_FEWEST = 8
_LEAST = 1e-3


def discrepancies(
    targets: tuple[Target, ...], predicted: Array, used: float = 0.0
) -> dict[str, Discrepancy]:
    """Return the discrepancy of each kind of row that there are enough of.

    Parameters
    ----------
    predicted:
        What the fit says of each target, shape (targets,).
    used:
        How many parameters the data have pinned down, a parameter half known counting half.
    """
    widened = float(np.sqrt(len(targets) / max(len(targets) - used, 1.0)))
    found: dict[str, Discrepancy] = {}
    for kind in ("bmd", "markers"):
        rows = [
            (target, float(value))
            for target, value in zip(targets, predicted, strict=True)
            if target.kind == kind
        ]
        if len(rows) >= _FEWEST:
            found[kind] = _most_likely(rows, widened)
    return found


def _most_likely(rows: list[tuple[Target, float]], widened: float) -> Discrepancy:
    observed = np.array([target.observation.value for target, _ in rows])
    sampling = np.array([target.sampling for target, _ in rows])
    predicted = np.array([value for _, value in rows])

    def cost(logs: Array) -> float:
        """Return minus the log likelihood."""
        fixed, share = np.exp(logs)
        variance = sampling**2 + fixed**2 + (share * predicted) ** 2
        off = widened * (predicted - observed)
        return float(np.sum(np.log(variance) + off**2 / variance)) / 2.0

    best = minimize(cost, np.log([1.0, 0.05]), method="Nelder-Mead").x
    fixed, share = np.maximum(np.exp(best), _LEAST)
    return Discrepancy(fixed=float(f"{fixed:.3g}"), share=float(f"{share:.3g}"))
