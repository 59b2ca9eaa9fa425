"""How well a measurement can be repeated, and which change stands out from it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def repeated_error(endpoint: str) -> float | None:
    """Return the coefficient of variation of a measurement that is repeated at once."""
    return _table()["repeated"].get(endpoint)


def measurement_error(endpoint: str) -> float | None:
    """Return the coefficient of variation of one measurement among visits far apart.

    It is larger than that of a measurement repeated at once where both are known. None where
    neither is.
    """
    return _table()["between_visits"].get(endpoint, repeated_error(endpoint))


def error_in_trials(endpoint: str) -> float | None:
    """Return the coefficient of variation of one measurement among visits of a trial.

    Many centers and scanners make it larger than that of one person's own scanner.
    """
    return _table()["in_trials"].get(endpoint, measurement_error(endpoint))


def least_significant_change(endpoint: str) -> float | None:
    """Return the smallest percent change that exceeds the repeated error with 95 % confidence.

    2.77 times the error of one measurement repeated at once (ISCD); None where that is not known.
    """
    error = repeated_error(endpoint)
    return None if error is None else 277.0 * error
