"""The published tables that a population is drawn from, read once."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from osteon.vocabulary.units import DAYS_PER_YEAR

Array = NDArray[np.float64]


@lru_cache(maxsize=1)
def women() -> dict[str, dict[str, Any]]:
    """Return what is known of women by age."""
    return _read("women.toml")


@lru_cache(maxsize=1)
def together() -> dict[str, float]:
    """Return how traits of one woman go together."""
    return _read("together.toml")


@lru_cache(maxsize=1)
def plausible() -> dict[str, dict[str, Any]]:
    """Return published intervals of what is looked at in screening."""
    return _read("plausible.toml")


def at_age(topic: str, name: str, ages: Array) -> Array:
    """Return a number of a table at ages in days; beyond its ends, that of the end."""
    table = women()[topic]
    return np.asarray(np.interp(ages / DAYS_PER_YEAR, table["age"], table[name]))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
