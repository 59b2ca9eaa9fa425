"""How far people differ in a change of BMD: as predicted beside as reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from osteon.validation.predict import Row


@dataclass(frozen=True)
class Spread:
    """Predicted over reported standard deviations of change.

    Attributes
    ----------
    rows:
        How many rows report one.
    ratio:
        The median of predicted over reported.
    near:
        The share of rows in which they lie within a quarter of each other.
    """

    rows: int
    ratio: float
    near: float


def spread_of(rows: Iterable[Row]) -> Spread | None:
    """Return the spread in rows of BMD; None where no row reports any."""
    ratios = np.array(
        [
            row.predicted_sd / row.reported_sd
            for row in rows
            if row.predicted_sd is not None
            and row.reported_sd is not None
            and row.observation.endpoint.startswith("bmd_")
        ]
    )
    if not ratios.size:
        return None
    near = np.abs(ratios - 1.0) <= 0.25
    return Spread(ratios.size, float(np.median(ratios)), float(near.mean()))
