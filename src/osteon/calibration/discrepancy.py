"""What the model cannot say, read off rows of trials that the fit did without.

    residual ~ normal, variance = sampling^2 + unsure^2
                                + fixed^2 + yearly^2 * years + (share * prediction)^2

`fixed`, `yearly` and `share` are those under which the rows are most likely, for BMD and for
markers apart; each row as the other trials foretell it (`left_out`), and counting as in the fit, so
that a few odd trials cannot rule. Trials of one drug differ among themselves by about as much: no
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
_FIRST_GUESSES = ((1.0, 0.1, 0.1), (0.1, 1.0, 0.1), (0.1, 0.1, 1.0))


def discrepancies(targets: tuple[Target, ...], foretold: LeftOut) -> dict[str, Discrepancy]:
    """Return the discrepancy of each kind of row that there are enough of."""
    found: dict[str, Discrepancy] = {}
    for kind in ("bmd", "markers"):
        rows = [place for place, target in enumerate(targets) if target.kind == kind]
        if len(rows) >= _FEWEST:
            found[kind] = _most_likely(
                tuple(targets[place] for place in rows),
                LeftOut(foretold.predicted[rows], foretold.unsure[rows], foretold.counts[rows]),
            )
    return found


def _most_likely(targets: tuple[Target, ...], foretold: LeftOut) -> Discrepancy:
    """Return the discrepancy under which rows are most likely, their known errors being there."""
    observed = np.array([target.observation.value for target in targets])
    years = np.array([target.observation.years for target in targets])
    known = np.array([target.sampling for target in targets]) ** 2 + foretold.unsure**2
    off = (foretold.predicted - observed) ** 2
    parts = np.array([np.ones_like(years), years, foretold.predicted**2])
    scale = off.mean() / parts.mean(axis=1)

    def cost(squares: Array) -> float:
        """Return minus the log likelihood."""
        variance = known + (squares * scale) @ parts
        return float(foretold.counts @ (np.log(variance) + off / variance)) / 2.0

    tried = [
        minimize(cost, guess, method="L-BFGS-B", bounds=[(0.0, None)] * 3)
        for guess in _FIRST_GUESSES
    ]
    best = min(tried, key=lambda one: float(one.fun)).x
    fixed, yearly, share = (float(f"{one:.3g}") for one in np.sqrt(best * scale))
    return Discrepancy(fixed=fixed, yearly=yearly, share=share)
