"""How a whole is shared among parts that act on each other, so that the shares add up to it.

    share(part) = mean over orders of [value(parts before it, and it) - value(parts before it)]

This is the value of Shapley: parts are added one after another, and over all orders the mean is
taken of what each adds when its turn comes. In every order the additions make up the whole, so the
shares do, and what two parts do only together is halved between them. With more than five parts,
twelve orders drawn once and for all, and the same backwards, stand for all orders.

Source: Shapley 1953, A value for n-person games, Annals of Mathematics Studies 28:307.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from math import fsum

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_EVERY_ORDER = 5
_DRAWN = 12


def shares(parts: Sequence[str], value: Callable[[frozenset[str]], Array]) -> dict[str, Array]:
    """Return what each part contributes to `value(all parts) - value(no part)`.

    Parameters
    ----------
    value:
        What comes of some of the parts; asked once for each set of them.
    """
    known: dict[frozenset[str], Array] = {}

    def worth(some: frozenset[str]) -> Array:
        if some not in known:
            known[some] = value(some)
        return known[some]

    added: dict[str, list[Array]] = {part: [] for part in parts}
    for order in _orders(parts):
        for place, part in enumerate(order):
            before = frozenset(order[:place])
            added[part].append(worth(before | {part}) - worth(before))
    return {part: _mean(found) for part, found in added.items()}


def _mean(found: list[Array]) -> Array:
    stacked = np.stack(found)
    flat = stacked.reshape(len(found), -1)
    mean = [fsum(column) / len(found) for column in flat.T]
    return np.array(mean).reshape(stacked.shape[1:])


def _orders(parts: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if len(parts) <= _EVERY_ORDER:
        return permutations(parts)
    draw = random.Random(1)
    drawn = [tuple(draw.sample(list(parts), len(parts))) for _ in range(_DRAWN)]
    return [*drawn, *(order[::-1] for order in drawn)]
