"""Errors of many rows at once: root mean square, bias, and how often the truth lay inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

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
        Root mean square and mean of predicted minus observed; None without a prediction.
    inside:
        Share of predicted rows whose observed value lies in the interval.
    """

    rows: int
    predicted: int
    rmse: float | None
    bias: float | None
    inside: float | None


def summarize(rows: Sequence[Row]) -> dict[str, Errors]:
    """Return the errors of BMD rows, turnover markers, and all else, where there are any.

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
    return "fractures and falls" if endpoint.startswith(("fracture", "falls")) else "other"


def _errors(rows: Sequence[Row]) -> Errors:
    answered = [row for row in rows if row.predicted is not None]
    if not answered:
        return Errors(len(rows), 0, None, None, None)
    errors = np.array([row.error for row in answered], dtype=float)
    inside = [
        row.predicted_low <= row.observation.value <= row.predicted_high
        for row in answered
        if row.predicted_low is not None and row.predicted_high is not None
    ]
    return Errors(
        len(rows),
        len(answered),
        float(np.sqrt(np.mean(errors**2))),
        float(errors.mean()),
        float(np.mean(inside)),
    )
