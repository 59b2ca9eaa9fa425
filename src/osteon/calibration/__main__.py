"""Rerun the fit from nothing: `python -m osteon.calibration`, or `make fit`.

Reads the calibration trials that come with osteon, fits, prints what the data pin down, and writes
the layer.
"""

from __future__ import annotations

import datetime
from importlib.metadata import version

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from osteon.calibration.identify import Identified, identify, uncertain_parameters
from osteon.calibration.problem import Problem, trials_from
from osteon.calibration.write import layer_of, write_layer
from osteon.evidence.library import trial_files
from osteon.model.library import standard
from osteon.parameters.layer import LAYERS

_NAME = "first-answer"


def main() -> None:
    """Fit, report, write."""
    console = Console()
    model = standard()
    problem = Problem(model, trials_from(trial_files()), uncertain_parameters(model), people=48)
    console.print(
        f"{len(problem.targets)} rows of {len(problem.trials)} trials, "
        f"{len(problem.free)} uncertain parameters"
    )
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("simulating", total=None)
        found = identify(
            problem,
            lambda stage, i, misfit: progress.update(
                task, description=f"{stage}: iteration {i}, misfit {misfit:.2f}"
            ),
        )
    console.print(_table(found))
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    layer = layer_of(found, _NAME, version("osteon"), today)
    path = LAYERS / f"{_NAME}.toml"
    write_layer(layer, path)
    console.print(f"written: {path.name}, {len(layer.parameters)} parameters")


def _table(found: Identified) -> Table:
    """Return what the data pin down: fitted parameters, the best informed first."""
    table = Table("parameter", "prior", "fitted", "spread left", title="What the data pin down")
    everything, problem = found.everything, found.everything.problem
    values = problem.parameters(everything.moved[None, :])[0]
    for i in everything.shrinkage.argsort():
        name, column = problem.free[i], problem.columns[i]
        if name in found.fit.problem.free:
            prior = problem.model.table.values[column]
            left = f"{100 * everything.shrinkage[i]:.0f} %"
            table.add_row(name, f"{prior:.4g}", f"{values[column]:.4g}", left)
    return table


main()
