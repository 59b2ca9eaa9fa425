"""How well a measurement can be repeated, and which change stands out from it."""

from __future__ import annotations

import math
import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def repeated_error(endpoint: str, scanner: str = "hologic") -> float | None:
    """Return the coefficient of variation of a measurement that is repeated at once."""
    usual = _table()["repeated"].get(endpoint)
    return _table()["repeated_lunar"].get(endpoint, usual) if scanner == "lunar" else usual


def measurement_error(endpoint: str, scanner: str = "hologic") -> float | None:
    """Return the coefficient of variation of one measurement among visits far apart.

    It is larger than that of a measurement repeated at once where both are known. None where
    neither is.
    """
    at_once, here = repeated_error(endpoint), repeated_error(endpoint, scanner)
    far_apart = _table()["between_visits"].get(endpoint)
    if far_apart is None or at_once is None or here is None:
        return here
    return math.sqrt(far_apart**2 - at_once**2 + here**2) if here != at_once else far_apart


def error_in_trials(endpoint: str) -> float | None:
    """Return the coefficient of variation of one measurement among visits of a trial.

    Many centers and scanners make it larger than that of one person's own scanner.
    """
    return _table()["in_trials"].get(endpoint, measurement_error(endpoint))


def least_significant_change(endpoint: str, scanner: str = "hologic") -> float | None:
    """Return the smallest percent change that exceeds the repeated error with 95 % confidence.

    2.77 times the error of one measurement repeated at once (ISCD); None where that is not known.
    """
    error = repeated_error(endpoint, scanner)
    return None if error is None else 277.0 * error
