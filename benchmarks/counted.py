"""Percent changes of very many people in bins, month by month: memory does not grow with people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import READOUTS

Array = NDArray[np.float64]
QUANTILES = (0.025, 0.25, 0.5, 0.75, 0.975)
_LOWEST, _WIDTH, _BINS = -100.0, 0.1, 5000


@dataclass
class Counted:
    """How many people are in each bin of a readout's percent change, month by month."""

    counts: NDArray[np.int64]
    people: int = 0

    @classmethod
    def none(cls, months: int) -> Counted:
        """Return nobody."""
        return cls(np.zeros((len(READOUTS), months, _BINS), np.int64))

    def count(self, found: Array) -> None:
        """Take in readouts, shape (readouts, people, months)."""
        change = 100.0 * (found / found[:, :, :1] - 1.0)
        places = np.clip((change - _LOWEST) / _WIDTH, 0, _BINS - 1).astype(np.int64)
        places += _BINS * np.arange(found.shape[2])
        for counts, place in zip(self.counts, places, strict=True):
            np.add.at(counts.reshape(-1), place.ravel(), 1)
        self.people += found.shape[1]

    def quantiles(self, readout: str, month: int) -> list[float]:
        """Return quantiles of a percent change, each at most half a bin from a person's own."""
        below = np.cumsum(self.counts[READOUTS.index(readout), month])
        places = np.searchsorted(below, np.array(QUANTILES) * below[-1])
        return [round(float(_LOWEST + _WIDTH * (place + 0.5)), 3) for place in places]
