"""Search for the front: every strategy where they are few, an evolution where they are many.

few     every feasible strategy is weighed
many    NSGA-II (Deb 2002, as in pymoo): picks are genes, feasible strategies first, then ranks
of dominance and the distance to neighbors; what it has ever weighed makes the front
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from osteon.errors import MissingExtraError
from osteon.planning.pareto import front
from osteon.planning.space import Space, Whole

Array = NDArray[np.float64]
Weigh = Callable[[Whole], Array]
MOST_EXHAUSTIVE: Final = 200_000
GENERATIONS: Final = 60


def search(space: Space, weigh: Weigh, seed: int) -> tuple[Whole, str]:
    """Return the picks on the front, shape (strategies, choices), and how they were found.

    Raises
    ------
    MissingExtraError
        If the space is large and pymoo is not installed.
    """
    if space.size <= MOST_EXHAUSTIVE:
        return exhaustive(space, weigh), "all of them weighed"
    return evolved(space, weigh, seed), "searched by NSGA-II"


def exhaustive(space: Space, weigh: Weigh) -> Whole:
    """Return the front of all feasible strategies."""
    picks = space.every()
    picks = picks[space.feasible(picks)]
    return picks[front(weigh(picks))] if len(picks) else picks


def evolved(space: Space, weigh: Weigh, seed: int, generations: int = GENERATIONS) -> Whole:
    """Return the front of all strategies that an evolution has weighed.

    Raises
    ------
    MissingExtraError
        If pymoo is not installed.
    """
    try:
        from osteon.planning.evolution import evolve
    except ImportError as missing:
        raise MissingExtraError.of("a plan with so many options", "plan", missing) from missing
    picks, values = evolve(space, weigh, seed, generations)
    return picks[front(values)] if len(picks) else picks
