"""What the fit of the law of fracture says of each ratio, read and left out."""

from __future__ import annotations

import numpy as np
from rich.table import Table

from osteon.calibration.fit import Fit
from osteon.calibration.left_out import left_out


def ratios(found: Fit) -> Table:
    """Return every ratio as observed, as fitted, and as the other trials foretell it."""
    problem = found.problem
    rows = len(problem.targets)
    observed = np.array([target.observed for target in problem.targets])
    trust = np.array([target.trust for target in problem.targets])
    fitted = observed + trust * found.residuals[:rows]
    foretold = left_out(found).predicted
    table = Table("trial", "arm", "fracture", "month", "observed", "95 %", "fitted", "left out")
    for target, one, other in zip(problem.targets, np.exp(fitted), np.exp(foretold), strict=True):
        seen = target.observation
        assert seen.ci is not None
        outside = "" if seen.ci.low <= one <= seen.ci.high else " *"
        table.add_row(
            target.trial.trial,
            seen.arm,
            seen.endpoint.removeprefix("fracture_"),
            f"{seen.month:g}",
            f"{seen.value:g}",
            f"{seen.ci.low:g} to {seen.ci.high:g}",
            f"{one:.2f}{outside}",
            f"{other:.2f}",
        )
    off = foretold - observed
    table.caption = (
        f"* outside the interval; left out, logarithms are off by {np.sqrt(np.mean(off**2)):.3f} "
        f"(root mean square), {np.sqrt(np.average(off**2, weights=trust**-2)):.3f} by weight"
    )
    return table
