"""Errors of a group of rows, each measured on the scale it is written in.

root mean square, bias   of changes and differences, in percentage points
half-width               median half of the predicted 95 % interval, of the same rows
median error             median of their absolute errors
factor                   median of predicted over observed or its inverse, of levels and ratios
inside                   share of all answered rows whose observed value lies in the interval
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from osteon.validation.misses import in_percent, inside
from osteon.validation.predict import Row


@dataclass(frozen=True)
class GroupErrors:
    """Errors of some rows; None where no row has the number.

    Attributes
    ----------
    rows, answered:
        How many there are, and how many have a prediction.
    percent:
        How many of the answered are changes in percent.
    rmse, bias, median_error, half_width:
        Of those, in percentage points.
    factor:
        Of all positive numbers that are no change.
    inside:
        Share within the interval.
    """

    rows: int
    answered: int
    percent: int
    rmse: float | None
    bias: float | None
    median_error: float | None
    half_width: float | None
    factor: float | None
    inside: float | None


def errors_of(rows: Iterable[Row]) -> GroupErrors:
    """Return the errors of rows."""
    everything = list(rows)
    answered = [row for row in everything if row.predicted is not None]
    percent = [row for row in answered if in_percent(row)]
    off = np.array([row.error for row in percent], dtype=float)
    widths = [
        (row.predicted_high - row.predicted_low) / 2
        for row in percent
        if row.predicted_low is not None and row.predicted_high is not None
    ]
    within = [one for row in answered if (one := inside(row)) is not None]
    factors = [abs(np.log(ratio)) for row in answered if (ratio := _ratio(row)) is not None]
    some = bool(percent)
    return GroupErrors(
        rows=len(everything),
        answered=len(answered),
        percent=len(percent),
        rmse=float(np.sqrt(np.mean(off**2))) if some else None,
        bias=float(off.mean()) if some else None,
        median_error=float(np.median(np.abs(off))) if some else None,
        half_width=float(np.median(widths)) if widths else None,
        factor=float(np.exp(np.median(factors))) if factors else None,
        inside=float(np.mean(within)) if within else None,
    )


def _ratio(row: Row) -> float | None:
    """Return predicted over observed of a positive number that is no change."""
    one = row.observation
    positive = one.kind in ("level", "hazard_ratio", "relative_risk", "cumulative")
    if not positive or row.predicted is None or min(row.predicted, one.value) <= 0:
        return None
    return row.predicted / one.value
