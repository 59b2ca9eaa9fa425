"""BMD of the spine under two strategies: the picture of the README and of the first page."""

from __future__ import annotations

from pathlib import Path

from generators.strips import strip
from matplotlib.figure import Figure

from osteon import Case, simulate

EXAMPLE = Path(__file__).parents[2] / "examples" / "anastrozole.yaml"


def draw() -> Figure:
    """Return the picture."""
    forecast = simulate(Case.read(EXAMPLE))
    return strip(
        forecast,
        ["bmd_lumbar_spine"],
        "A woman of 62 on five years of anastrozole: change of BMD, lumbar spine",
    )
