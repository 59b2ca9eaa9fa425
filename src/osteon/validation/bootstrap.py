"""Whether one set of answers is closer to the truth than another: a paired bootstrap over trials.

difference   root mean square error of the first less that of the second, on rows both answer
resampling   whole trials are drawn with replacement, for rows of one trial err together
interval     central 95 % of the difference over the resamples
share        of resamples in which the first is closer; ties count half
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_RESAMPLES = 10_000


@dataclass(frozen=True)
class Comparison:
    """Two sets of answers to the same rows.

    Attributes
    ----------
    rows, trials:
        How many both answer, and from how many trials.
    first, second:
        Root mean square errors.
    difference, low, high:
        First less second, and its central 95 %; below zero the first is closer.
    share:
        Share of resamples in which the first is closer.
    """

    rows: int
    trials: int
    first: float
    second: float
    difference: float
    low: float
    high: float
    share: float


def compare(
    first: Sequence[float],
    second: Sequence[float],
    trials: Sequence[str],
    seed: int = 1,
    resamples: int = _RESAMPLES,
) -> Comparison | None:
    """Compare errors row by row; None without a row.

    Parameters
    ----------
    first, second:
        Errors of both, in one order.
    trials:
        The trial of each row.
    seed:
        Draws the trials.
    resamples:
        How often.
    """
    if not trials:
        return None
    names, places = np.unique(np.array(trials), return_inverse=True)
    squares = np.array([first, second], dtype=float) ** 2
    sums = np.array([np.bincount(places, one, len(names)) for one in squares])
    counts = np.bincount(places, minlength=len(names)).astype(float)
    drawn = np.random.default_rng(seed).integers(len(names), size=(resamples, len(names)))
    roots = np.sqrt(sums[:, drawn].sum(axis=-1) / counts[drawn].sum(axis=-1))
    differences: Array = roots[0] - roots[1]
    low, high = np.quantile(differences, [0.025, 0.975])
    closer = float(np.mean(differences < 0) + np.mean(differences == 0) / 2)
    whole = np.sqrt(squares.mean(axis=1))
    return Comparison(
        len(trials),
        len(names),
        float(whole[0]),
        float(whole[1]),
        float(whole[0] - whole[1]),
        float(low),
        float(high),
        closer,
    )
