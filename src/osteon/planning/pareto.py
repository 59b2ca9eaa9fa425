"""The front: strategies that no other one beats in everything, and a few that stand for it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


def front(values: Array) -> Whole:
    """Return which rows no other row dominates; of equal rows the first.

    A row dominates another if it is nowhere greater and somewhere less.
    """
    unique, first = np.unique(values, axis=0, return_index=True)
    order = np.argsort(unique.sum(axis=1), kind="stable")
    kept: list[int] = []
    held = np.empty_like(unique)
    for row in order:
        now = held[: len(kept)]
        if not np.any(np.all(now <= unique[row], axis=1)):
            held[len(kept)] = unique[row]
            kept.append(int(row))
    return np.sort(first[kept])


def representatives(values: Array, most: int, first: tuple[int, ...] = ()) -> Whole:
    """Return up to `most` rows that stand for all: the best of each column, then the farthest.

    Each further row is the one farthest from those already taken. Values count by their rank, so
    that small burdens are told apart as well as great ones.

    Parameters
    ----------
    first:
        Rows that are taken in any case.
    """
    if len(values) <= most:
        return np.arange(len(values))
    scaled = np.stack([_ranked(column) for column in values.T], axis=1)
    best = [int(np.lexsort((scaled.sum(axis=1), column))[0]) for column in scaled.T]
    taken = list(dict.fromkeys([*first, *best]))[:most]
    away = np.min(
        [np.linalg.norm(scaled - scaled[row], axis=1) for row in taken], axis=0
    )  # fmt: skip
    while len(taken) < most:
        row = int(np.argmax(away))
        if away[row] <= 0:
            break
        taken.append(row)
        away = np.minimum(away, np.linalg.norm(scaled - scaled[row], axis=1))
    return np.sort(np.array(taken))


def _ranked(column: Array) -> Array:
    """Return the rank of each value among the different ones, 0 to 1."""
    different, place = np.unique(column, return_inverse=True)
    return place / max(len(different) - 1, 1)
