"""How well a measurement can be repeated, and which change stands out from it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def measurement_error(endpoint: str) -> float | None:
    """Return the coefficient of variation of one measurement; None where it is not known."""
    return _table().get(endpoint)


def least_significant_change(endpoint: str) -> float | None:
    """Return the smallest percent change that exceeds measurement error with 95 % confidence.

    2.77 times the error of one measurement (ISCD); None where that is not known.
    """
    error = measurement_error(endpoint)
    return None if error is None else 277.0 * error
