"""What is kept of a number of many people: moments, and a histogram with bins of fixed width.

    bin k holds  k w <= x < (k + 1) w
    moments      n, mean and sum of squares around it, merged as in Chan, Golub and LeVeque (1983)

Summaries of two groups merge into that of both. The bins are the same wherever and whenever they
are filled, so counts do not depend on the order; moments are merged in the order of the chunks.
A quantile is the middle of the bin that holds it: at most half a bin from the person's own value.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Histogram:
    """The summary of one number of many people.

    Attributes
    ----------
    width:
        Of a bin.
    places:
        The bins that are not empty, rising.
    counts:
        People in each of them.
    mean, squares:
        The mean, and the sum of squared distances from it.
    least, greatest:
        The extremes.
    """

    width: float
    places: Counts
    counts: Counts
    mean: float
    squares: float
    least: float
    greatest: float

    @classmethod
    def of(cls, values: Array, width: float) -> Histogram:
        """Return the summary of some people's numbers, shape (people,), all finite."""
        places, counts = np.unique(np.floor(values / width).astype(np.int64), return_counts=True)
        mean = float(values.mean())
        squares = float(((values - mean) ** 2).sum())
        return cls(width, places, counts, mean, squares, float(values.min()), float(values.max()))

    @property
    def people(self) -> int:
        """Return how many people it holds."""
        return int(self.counts.sum())

    @property
    def sd(self) -> float:
        """Return the standard deviation between people; zero of one person."""
        return sqrt(self.squares / max(self.people - 1, 1))

    def merged(self, other: Histogram) -> Histogram:
        """Return the summary of these people and others."""
        places = np.union1d(self.places, other.places)
        counts = np.zeros(len(places), np.int64)
        for one in (self, other):
            counts[np.searchsorted(places, one.places)] += one.counts
        apart, share = other.mean - self.mean, other.people / (self.people + other.people)
        return Histogram(
            self.width,
            places,
            counts,
            self.mean + apart * share,
            self.squares + other.squares + apart**2 * share * self.people,
            min(self.least, other.least),
            max(self.greatest, other.greatest),
        )

    def quantile(self, share: float) -> float:
        """Return the number that at least this share of the people do not exceed."""
        rank = max(ceil(share * self.people), 1)
        place = int(self.places[np.searchsorted(np.cumsum(self.counts), rank)])
        return float(np.clip((place + 0.5) * self.width, self.least, self.greatest))
