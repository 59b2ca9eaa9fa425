"""NSGA-II over picks: which option of each choice, as genes, with pymoo.

It begins with every option by itself and with picks drawn at random. Children take each gene from
one of two parents; now and then a gene is drawn anew. Importing this file needs the extra `plan`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from pymoo.algorithms.moo.nsga2 import NSGA2
from pymoo.core.mutation import Mutation
from pymoo.core.problem import Problem
from pymoo.operators.crossover.ux import UniformCrossover
from pymoo.optimize import minimize

from osteon.planning.objectives import OBJECTIVES
from osteon.planning.space import Space, Whole

Array = NDArray[np.float64]
POPULATION: Final = 200


def evolve(
    space: Space, weigh: Callable[[Whole], Array], seed: int, generations: int
) -> tuple[Whole, Array]:
    """Return all feasible picks that were ever weighed, and their objectives."""
    problem = _Feasible(space, weigh)
    algorithm = NSGA2(
        pop_size=POPULATION,
        sampling=_beginning(space, seed),
        crossover=UniformCrossover(),
        mutation=_Redrawn(space.sizes),
        eliminate_duplicates=True,
    )
    minimize(problem, algorithm, ("n_gen", generations), seed=seed, verbose=False)
    return problem.weighed()


def _beginning(space: Space, seed: int) -> Whole:
    """Return the first population: each option by itself, and random picks."""
    alone = [np.zeros(len(space.sizes), dtype=np.int64)]
    for place, size in enumerate(space.sizes):
        for option in range(1, size):
            picks = np.zeros(len(space.sizes), dtype=np.int64)
            picks[place] = option
            alone.append(picks)
    draw = np.random.Generator(np.random.PCG64(seed))
    rest = max(POPULATION - len(alone), POPULATION // 2)
    return np.concatenate([alone, draw.integers(0, space.sizes, (rest, len(space.sizes)))])


class _Feasible(Problem):  # type: ignore[misc]
    """Picks with their objectives, feasible or not; it remembers what it has weighed."""

    def __init__(self, space: Space, weigh: Callable[[Whole], Array]) -> None:
        greatest = np.array(space.sizes) - 1
        super().__init__(
            n_var=len(greatest), n_obj=len(OBJECTIVES), n_ieq_constr=1, xl=0, xu=greatest, vtype=int
        )
        self._space, self._weigh = space, weigh
        self._known: dict[tuple[int, ...], Array] = {}

    def weighed(self) -> tuple[Whole, Array]:
        """Return the feasible picks that were weighed, and their objectives."""
        picks = np.array(list(self._known), dtype=np.int64).reshape(-1, self.n_var)
        return picks, np.array(list(self._known.values())).reshape(-1, self.n_obj)

    def _evaluate(self, x: Array, out: dict[str, Any], *_: Any, **__: Any) -> None:
        picks = x.astype(np.int64)
        feasible = self._space.feasible(picks)
        out["G"] = np.where(feasible, -1.0, 1.0)[:, None]
        out["F"] = np.zeros((len(picks), self.n_obj))
        if feasible.any():
            values = self._weigh(picks[feasible])
            out["F"][feasible] = values
            self._known |= dict(zip(map(tuple, picks[feasible].tolist()), values, strict=True))


class _Redrawn(Mutation):  # type: ignore[misc]
    """Each gene is drawn anew with a probability of one in the number of genes."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        super().__init__(prob=1.0)
        self._sizes = sizes

    def _do(self, problem: Problem, x: Array, *_: Any, random_state: Any, **__: Any) -> Array:
        drawn = random_state.integers(0, self._sizes, x.shape)
        return np.where(random_state.random(x.shape) < 1.0 / len(self._sizes), drawn, x)
