"""How quickly the studio draws, and what a crowd does to it: `python -m benchmarks.page`."""

from __future__ import annotations

import sys

from rich.console import Console

from benchmarks.crowd import crowd
from benchmarks.redraw import redraw
from benchmarks.studio import open_studio


def measured(*, quick: bool = False) -> dict[str, object]:
    """Return how quickly the page draws, and what became of a crowd; each has its own server."""
    with open_studio() as studio:
        drawn = redraw(studio, 5 if quick else 20)
    with open_studio() as studio:
        asked = crowd(studio, seconds=10.0 if quick else 60.0)
    return {
        "redraw": "no chromium" if drawn is None else drawn.told(),
        "crowd": asked.told(),
    }


if __name__ == "__main__":
    Console().print(measured(quick="--quick" in sys.argv))
