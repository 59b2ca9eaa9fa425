"""T-scores: BMD as standard deviations from the young mean of the scanner's maker."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from osteon.vocabulary.site import Site


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, dict[str, float]]]:
    path = Path(__file__).with_suffix(".toml")
    table: dict[str, dict[str, dict[str, float]]] = tomllib.loads(path.read_text("utf-8"))
    return table


def bmd_from_t_score(t_score: float, site: Site, scanner: str) -> float:
    """Return BMD (g/cm2, as this scanner shows it) from a T-score."""
    young = _table()[scanner][site]
    return young["mean"] + t_score * young["sd"]


def t_score_from_bmd(bmd: float, site: Site, scanner: str) -> float:
    """Return the T-score of a BMD (g/cm2, as this scanner shows it)."""
    young = _table()[scanner][site]
    return (bmd - young["mean"]) / young["sd"]


def young_sd(site: Site, scanner: str) -> float:
    """Return the standard deviation between young women (g/cm2)."""
    return _table()[scanner][site]["sd"]
