"""What a result was made with, so that it can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osteon import __version__

if TYPE_CHECKING:
    from osteon.strategies.forecast import Forecast


def provenance(forecast: Forecast) -> dict[str, str | int | None]:
    """Return version, fitted layer, seed and number of members."""
    return {
        "version": __version__,
        "layer": forecast.layer.name if forecast.layer else None,
        "seed": forecast.seed,
        "members": forecast.members,
    }
