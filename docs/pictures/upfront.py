"""BMD over the visits of the trial of the tutorial, drawn as `osteon trial --out` does."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from osteon import Trial
from osteon.trials.pictures import draw_changes
from osteon.trials.simulate_trial import simulate_trial

DESIGN = Path(__file__).parents[1] / "snippets" / "virtual_trial" / "upfront.yaml"


def draw() -> Figure:
    """Return the picture."""
    return draw_changes(simulate_trial(Trial.read(DESIGN)))
