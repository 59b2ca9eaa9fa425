"""What a fit says at the terminal of each parameter: prior, fitted value, spread left."""

from __future__ import annotations

from rich.table import Table

from osteon.calibration.fit import Fit


def pinned_down(found: Fit) -> Table:
    """Return what the data pin down: all parameters, the best informed first."""
    table = Table("parameter", "prior", "fitted", "spread left", title="What the data pin down")
    problem = found.problem
    values = problem.parameters(found.moved[None, :])[0]
    for i in found.shrinkage.argsort():
        column = problem.columns[i]
        prior = problem.model.table.values[column]
        left = f"{100 * found.shrinkage[i]:.0f} %"
        table.add_row(problem.free[i], f"{prior:.4g}", f"{values[column]:.4g}", left)
    return table
