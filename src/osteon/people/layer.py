"""Which fitted layer is laid over the literature values."""

from __future__ import annotations

from functools import lru_cache

from osteon.parameters import Layer
from osteon.parameters.layer import LAYERS


@lru_cache(maxsize=1)
def current_layer() -> Layer | None:
    """Return the newest fitted layer of the library; None if there is none."""
    names = sorted(path.stem for path in LAYERS.glob("*.toml"))
    return Layer.read(names[-1]) if names else None
