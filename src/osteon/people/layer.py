"""Which fitted layers are laid over the literature values: all of them, as one."""

from __future__ import annotations

from functools import lru_cache, reduce

from osteon.parameters import Layer
from osteon.parameters.layer import LAYERS


@lru_cache(maxsize=1)
def current_layer() -> Layer | None:
    """Return all fitted layers of the library as one; None if there is none."""
    names = sorted((path.stem for path in LAYERS.glob("*.toml")), reverse=True)
    return reduce(Layer.beside, map(Layer.read, names)) if names else None
