"""Errors of many rows at once: root mean square, bias, and how often the truth lay inside.

An error is predicted minus observed, in the unit of the row. Of a ratio it is the logarithm of
predicted over observed: 0.1 is a ratio a tenth too high, and twice and half weigh the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from osteon.language.endpoints import EVENTS
from osteon.validation.predict import Row


@dataclass(frozen=True)
class Errors:
    """Errors of a group of rows.

    Attributes
    ----------
    rows:
        How many rows the group has.
    predicted:
        How many of them have a prediction.
    rmse, bias:
        Root mean square and mean of the errors; None where no row has one.
    inside:
        Share of predicted rows whose observed value lies in the interval.
    """

    rows: int
    predicted: int
    rmse: float | None
    bias: float | None
    inside: float | None


def summarize(rows: Sequence[Row]) -> dict[str, Errors]:
    """Return the errors of BMD, turnover markers, fractures and all else, where there are any.

    Where trials of several roles stand together, each group also comes by role: what was fitted
    apart from what was only predicted.
    """
    groups: dict[str, list[Row]] = {}
    several = len({row.role for row in rows}) > 1
    for row in rows:
        groups.setdefault(_group(row), []).append(row)
        if several:
            groups.setdefault(f"{_group(row)}, {row.role or 'no role'}", []).append(row)
    return {name: _errors(members) for name, members in sorted(groups.items())}


def _group(row: Row) -> str:
    endpoint = row.observation.endpoint
    percent = row.observation.kind in ("change", "difference")
    if endpoint.startswith("bmd_"):
        return "bmd" if percent else "bmd, other scales"
    if endpoint in ("ctx", "ntx", "pinp", "bone_alp", "tracp5b", "osteocalcin"):
        return "markers" if percent else "markers, levels"
    if endpoint in EVENTS:
        return "fractures and falls" if _is_ratio(row) else "fractures and falls, incidence"
    return "other"


def _is_ratio(row: Row) -> bool:
    return row.observation.kind in ("hazard_ratio", "relative_risk")


def _error(row: Row) -> float | None:
    """Return the error of a row; None where an observed ratio of zero has no logarithm."""
    if not _is_ratio(row) or row.predicted is None:
        return row.error
    observed = row.observation.value
    return float(np.log(row.predicted / observed)) if observed > 0.0 else None


def _errors(rows: Sequence[Row]) -> Errors:
    answered = [row for row in rows if row.predicted is not None]
    if not answered:
        return Errors(len(rows), 0, None, None, None)
    known = [error for row in answered if (error := _error(row)) is not None]
    errors = np.array(known)
    inside = [
        row.predicted_low <= row.observation.value <= row.predicted_high
        for row in answered
        if row.predicted_low is not None and row.predicted_high is not None
    ]
    return Errors(
        len(rows),
        len(answered),
        float(np.sqrt(np.mean(errors**2))) if known else None,
        float(errors.mean()) if known else None,
        float(np.mean(inside)),
    )
