"""Where models and compiled kernels are kept between runs."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "OSTEON_CACHE"


def cache_folder() -> Path:
    """Return the folder for what is kept: $OSTEON_CACHE, or the user's cache folder."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("osteon")
