"""Fit the law of fracture: `python -m osteon.calibration.fracture`, or `make fit-fractures`.

Reads the layer `joint` and the ratios of fractures that are calibration data, lives every arm once,
fits, draws the posterior, prints what the ratios pin down and how far off each is if its trial is
left out, and writes the layer `fractures`. Minutes; run it after every `make fit`.
"""

from __future__ import annotations

import datetime

from rich.console import Console

from osteon.calibration.fit import fit
from osteon.calibration.fracture.problem import LAW, FractureProblem
from osteon.calibration.fracture.rows import with_ratios
from osteon.calibration.fracture.told import ratios
from osteon.calibration.pinned_down import pinned_down
from osteon.calibration.posterior import draw_posterior
from osteon.calibration.problem import trials_from
from osteon.calibration.write import layer_of, write_layer
from osteon.evidence.library import trial_files
from osteon.model.library import standard
from osteon.parameters.layer import LAYERS, Layer
from osteon.version import __version__

_NAME, _BONE = "fractures", "joint"
_SETS, _PROPOSALS = 256, 512


def main() -> None:
    """Fit, report, write."""
    console = Console()
    model = standard()
    trials = with_ratios(model, trials_from(trial_files()))
    problem = FractureProblem(model, trials, LAW, layer=Layer.read(_BONE))
    console.print(f"{len(problem.targets)} ratios of {len(trials)} trials, {len(LAW)} parameters")
    found = fit(problem, progress=lambda what, share: None if share else console.print(what))
    posterior = draw_posterior(found, _SETS, _PROPOSALS, 1)
    console.print(pinned_down(found), ratios(found))
    console.print(
        f"{_PROPOSALS} proposals were worth {posterior.effective:.0f} at a warmth of "
        f"{posterior.warmth:.2g}"
    )
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    layer = layer_of(found, posterior, _NAME, __version__, today, {})
    path = LAYERS / f"{_NAME}.toml"
    write_layer(layer, path, "make fit-fractures")
    console.print(f"written: {path.name}, {len(layer.fitted)} of {len(layer.parameters)} informed")


main()
