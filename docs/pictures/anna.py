"""The picture that `osteon simulate anna.yaml --out anna` writes."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from osteon import Case, simulate
from osteon.plotting.bmd import plot_bmd

CASE = Path(__file__).parents[1] / "snippets" / "first_skeleton" / "anna.yaml"


def draw() -> Figure:
    """Return the picture."""
    return plot_bmd(simulate(Case.read(CASE)))
