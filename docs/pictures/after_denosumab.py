"""What happens when denosumab stops, with nothing after it or with one infusion."""

from __future__ import annotations

from pathlib import Path

from generators.strips import strip
from matplotlib.figure import Figure

from osteon import Case, simulate

CASE = Path(__file__).parents[1] / "snippets" / "how_to" / "sequence.yaml"


def draw() -> Figure:
    """Return the picture."""
    forecast = simulate(Case.read(CASE))
    return strip(
        forecast,
        ["bmd_lumbar_spine", "ctx"],
        "Denosumab for three years, and what follows: BMD of the spine and resorption (CTX)",
    )
