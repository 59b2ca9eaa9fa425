"""Rerun the fit from nothing: `python -m osteon.calibration`, or `make fit`.

Reads the calibration rows of the trials that come with osteon, fits, draws the posterior, prints
what the data pin down, and writes the layer. Interrupted, it goes on where it stood.
"""

from __future__ import annotations

import datetime
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from osteon.cache import cache_folder
from osteon.calibration.checkpoint import Checkpoint
from osteon.calibration.discrepancy import discrepancies
from osteon.calibration.fit import fit
from osteon.calibration.left_out import left_out
from osteon.calibration.pinned_down import pinned_down
from osteon.calibration.posterior import draw_posterior
from osteon.calibration.problem import Problem, trials_from, uncertain_parameters
from osteon.calibration.visible import with_visible
from osteon.calibration.write import layer_of, write_layer
from osteon.evidence.library import trial_files
from osteon.model.library import standard
from osteon.parameters.layer import LAYERS
from osteon.version import __version__

_NAME = "joint"
_SETS, _PROPOSALS = 256, 512


def main() -> None:
    """Fit, report, write."""
    console = Console()
    model = standard()
    everything = Problem(model, trials_from(trial_files()), uncertain_parameters(model))
    console.print(
        f"{len(everything.targets)} rows of {len(everything.trials)} trials, "
        f"{len(everything.free)} uncertain parameters"
    )
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("simulating", total=1.0)

        def told(what: str, share: float) -> None:
            progress.update(task, description=what, completed=share)
            if not console.is_terminal and share == 0.0:
                console.print(what)

        problem = with_visible(everything, partial(told, "looking which parameters are visible"))
        checkpoint = Checkpoint.of(problem, cache_folder() / "fits")
        found = fit(problem, progress=told, checkpoint=checkpoint)
        posterior = draw_posterior(
            found, _SETS, _PROPOSALS, 1, lambda share: told("drawing the posterior", share)
        )
    console.print(pinned_down(found))
    hidden = len(everything.free) - len(problem.free)
    console.print(f"{hidden} parameters move no row: they keep their prior")
    console.print(
        f"{_PROPOSALS} proposals were worth {posterior.effective:.0f} at a warmth of "
        f"{posterior.warmth:.2g}"
    )
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    unsaid = discrepancies(problem.targets, left_out(found))
    layer = layer_of(found, posterior, _NAME, __version__, today, unsaid)
    path = LAYERS / f"{_NAME}.toml"
    write_layer(layer, path, "make fit")
    checkpoint.forget()
    console.print(f"written: {path.name}, {len(layer.fitted)} of {len(layer.parameters)} informed")
    console.print("The law of fracture rests on these courses: run make fit-fractures now.")


main()
