"""Random numbers that belong to a person: the same whoever else is drawn, and in which order.

Philox counts: number `i` of a stream is a function of seed, name, round and `i` alone, so a chunk
of people anywhere in a population is drawn without those before it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Array = NDArray[np.float64]
_NUMBERS_A_COUNT = 4
_HALF_A_STEP = 2.0**-54


@dataclass(frozen=True)
class Streams:
    """The random numbers of the people `first` to `first + count - 1` of a population.

    Attributes
    ----------
    seed:
        Draws the population.
    first, count:
        Which people.
    again:
        How often they have been drawn anew, each time with other numbers.
    """

    seed: int
    first: int
    count: int
    again: int = 0

    def uniform(self, name: str) -> Array:
        """Return numbers strictly between zero and one, shape (count,)."""
        stream = zlib.crc32(name.encode()) + (self.again << 32)
        philox = np.random.Philox(key=np.array([self.seed, stream], dtype=np.uint64))
        philox.advance(self.first // _NUMBERS_A_COUNT)
        ahead = self.first % _NUMBERS_A_COUNT
        numbers = np.random.Generator(philox).random(ahead + self.count)[ahead:]
        return numbers + _HALF_A_STEP

    def normal(self, name: str) -> Array:
        """Return standard normal numbers, shape (count,)."""
        drawn: Array = ndtri(self.uniform(name))
        return drawn
