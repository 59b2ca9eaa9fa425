"""BMD from one maker's scanner as another's would have shown it.

    slope_to BMD_to + intercept_to  =  slope_from BMD_from + intercept_from     (standardized BMD)

The conversion is right on average over people and off by a few percent in any one of them; for the
same person it is off by the same amount at every visit.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from osteon.language.case import Measurement
from osteon.people.endpoint import DXA_ENDPOINTS
from osteon.vocabulary.site import Site


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, dict[str, float]]]:
    path = Path(__file__).with_suffix(".toml")
    table: dict[str, dict[str, dict[str, float]]] = tomllib.loads(path.read_text("utf-8"))
    return table


def converted_bmd(bmd: float, site: Site, shown_by: str, to: str) -> float:
    """Return BMD (g/cm2) that one scanner showed, on the scale of another ('hologic', 'lunar')."""
    if shown_by == to:
        return bmd
    known, wanted = _table()[shown_by][site], _table()[to][site]
    standardized = known["intercept"] + known["slope"] * bmd
    return (standardized - wanted["intercept"]) / wanted["slope"]


def measured_on(measurement: Measurement, scanner: str) -> dict[str, float]:
    """Return what was measured by endpoint, BMD as this scanner would show it."""
    shown_by = measurement.scanner or scanner
    return {
        endpoint: converted_bmd(value, Site(endpoint.removeprefix("bmd_")), shown_by, scanner)
        if endpoint in DXA_ENDPOINTS
        else value
        for endpoint, value in measurement.values.items()
    }


def conversion_error() -> float:
    """Return how far a converted BMD is off in one person (coefficient of variation)."""
    conversion: dict[str, float] = _table()["conversion"]  # type: ignore[assignment]
    return conversion["error"]
