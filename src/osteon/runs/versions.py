"""What the rows of a run are made with: another of these, other rows."""

from __future__ import annotations

from osteon.people.layer import current_layer
from osteon.simulation.engine import engine_name
from osteon.version import __version__


def versions() -> dict[str, str]:
    """Return the program, the fitted layer and the engine."""
    layer = current_layer()
    laid = "none" if layer is None else f"{layer.name} {layer.version} {layer.date}"
    return {"osteon": __version__, "layer": laid, "engine": engine_name()}
