"""Predictions that share a scale: BMD in percent, markers in percent, estradiol in pmol/L ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from osteon.people.endpoint import label_of
from osteon.plotting.shapes import Prediction

Array = NDArray[np.float64]
_MARKERS = ("ctx", "ntx", "pinp", "bone_alp", "tracp5b", "osteocalcin")


@dataclass(frozen=True)
class Group:
    """Predictions that share a scale."""

    name: str
    unit: str
    rows: tuple[Prediction, ...]

    @property
    def observed(self) -> Array:
        """Return what was observed."""
        return np.array([row.observation.value for row in self.rows])

    @property
    def predicted(self) -> Array:
        """Return what is predicted."""
        return np.array([row.predicted for row in self.rows], dtype=float)

    @property
    def intervals(self) -> tuple[Array, Array]:
        """Return observed and predicted limits, each of shape (2, rows); the value if unknown."""
        seen, thought = [], []
        for row, predicted in zip(self.rows, self.predicted, strict=True):
            value, interval = row.observation.value, row.observation.ci
            seen.append((value, value) if interval is None else tuple(interval))
            low, high = row.predicted_low, row.predicted_high
            thought.append((predicted if low is None else low, predicted if high is None else high))
        return np.array(seen).T, np.array(thought).T

    @property
    def misses(self) -> Array:
        """Return how far each observed value lies outside the limits of its prediction."""
        low, high = self.intervals[1]
        outside: Array = np.maximum(low - self.observed, self.observed - high)
        return np.clip(outside, 0.0, None)

    @property
    def root_mean_square_error(self) -> float:
        """Return the root mean square of predicted minus observed."""
        return float(np.sqrt(np.mean((self.predicted - self.observed) ** 2)))


def groups_of(rows: Sequence[Prediction]) -> list[Group]:
    """Return the rows that have a prediction, by what can share a scale, the largest first."""
    found: dict[tuple[str, str], list[Prediction]] = {}
    for row in rows:
        if row.predicted is not None:
            found.setdefault(_kind_of(row), []).append(row)
    groups = [Group(name, unit, tuple(members)) for (name, unit), members in found.items()]
    return sorted(groups, key=lambda group: (-len(group.rows), group.name))


def _kind_of(row: Prediction) -> tuple[str, str]:
    observation = row.observation
    unit = observation.unit.replace("cm2", "cm²")
    if observation.kind in ("change", "difference"):
        if observation.endpoint.startswith("bmd_"):
            return "BMD, change", unit
        if observation.endpoint in _MARKERS:
            return "turnover markers, change", unit
        return f"{label_of(observation.endpoint)}, change", unit
    if observation.kind == "t_score_change":
        return "T-score, change", unit
    kind = observation.kind.replace("_", " ")
    return f"{label_of(observation.endpoint)}, {kind}", unit
