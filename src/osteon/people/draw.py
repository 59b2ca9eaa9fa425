"""Draw parameters: what is not known about the typical person, and how people differ.

The two are drawn apart and multiplied, so each can be switched off. Fitted parameters are drawn
jointly, as one of the parameter sets of their layer. Every parameter has a stream of its own, named
by the parameter: the same seed gives the same people, whatever is asked of them and whatever else
the model holds.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from osteon.model.table import ParameterTable
from osteon.parameters import Layer
from osteon.parameters.parameter import Spread
from osteon.people.departure import PARTS
from osteon.people.seed import check_seed

Array = NDArray[np.float64]
_KNOWLEDGE, _PEOPLE, _ORDER, _MODEL = 1, 2, 4, 8
_GROUP = 100


def typical(table: ParameterTable, layer: Layer | None, count: int) -> Array:
    """Return the typical parameters `count` times, shape (count, parameters)."""
    laid = table if layer is None else table.under(layer)
    return np.tile(np.array(laid.values), (count, 1))


@dataclass(frozen=True, eq=False)
class Draws:
    """How far out members lie in everything that is not known of them.

    Attributes
    ----------
    knowledge:
        Standard normal numbers for what is not known of the typical person, shape
        (members, columns of the parameter table); those of fitted columns are not used.
    chosen:
        Which parameter set of the layer each member has, shape (members,); -1: the typical values.
    people:
        Standard normal numbers for how people differ, shape (members, parameters); those of
        parameters in which they do not are zero.
    model:
        Standard normal numbers for how far off the model is in each, shape (members, PARTS).
    """

    knowledge: Array
    chosen: NDArray[np.int64]
    people: Array
    model: Array

    @classmethod
    def of(cls, table: ParameterTable, layer: Layer | None, count: int, seed: int) -> Draws:
        """Draw members from what is known before any of them is looked at.

        How people differ, and how far the model is off, is evenly spread over every hundred: the
        middle of two hundred members is as sure as that of four hundred others, and more members
        leave the first ones as they are.

        Raises
        ------
        InputError
            If the seed is not a whole number from 0 to 2^63 - 1.
        """
        check_seed(seed)

        def spread(purpose: int, name: str) -> Array:
            stream = _stream(seed, purpose, name)
            groups = [_evenly_spread(_GROUP, stream) for _ in range(0, count, _GROUP)]
            return np.concatenate(groups)[:count]

        people = np.zeros((count, len(table.parameters)))
        for place, (name, one) in enumerate(table.parameters.items()):
            if one.between_people is not None:
                people[:, place] = spread(_PEOPLE, name)
        off = [spread(_MODEL, str(part)) for part in range(PARTS)]
        known = _knowledge(table, layer, count, seed)
        return cls(*known, people, np.stack(off, axis=1))

    def with_typical_first(self) -> Draws:
        """Return the draws with the typical person in the first place."""
        knowledge, chosen, people = self.knowledge.copy(), self.chosen.copy(), self.people.copy()
        model = self.model.copy()
        knowledge[0], chosen[0], people[0], model[0] = 0.0, -1, 0.0, 0.0
        return Draws(knowledge, chosen, people, model)

    def taken(self, places: NDArray[np.intp]) -> Draws:
        """Return the members at some places."""
        return Draws(
            self.knowledge[places], self.chosen[places], self.people[places], self.model[places]
        )

    def beside(self, others: Draws) -> Draws:
        """Return these members and others after them."""
        return Draws(
            np.concatenate([self.knowledge, others.knowledge]),
            np.concatenate([self.chosen, others.chosen]),
            np.concatenate([self.people, others.people]),
            np.concatenate([self.model, others.model]),
        )

    def factors(self, table: ParameterTable, layer: Layer | None) -> Array:
        """Return the factors on the typical parameters, shape (members, columns)."""
        normal = dict(zip(table.parameters, self.people.T, strict=True))
        known = _by_knowledge(table, layer, self.knowledge, self.chosen)
        return known * differing(table, len(known), normal.__getitem__)


def vary_by_knowledge(table: ParameterTable, layer: Layer | None, count: int, seed: int) -> Array:
    """Return factors by which the typical person may be off, shape (count, parameters)."""
    return _by_knowledge(table, layer, *_knowledge(table, layer, count, seed))


def _knowledge(
    table: ParameterTable, layer: Layer | None, count: int, seed: int
) -> tuple[Array, NDArray[np.int64]]:
    """Return how far out members lie in what is not known: normal numbers, and their sets."""
    fitted = () if layer is None else layer.parameters
    normal = np.zeros((count, len(table.columns)))
    for column, name in enumerate(table.columns):
        if name not in fitted:
            normal[:, column] = _stream(seed, _KNOWLEDGE, name).standard_normal(count)
    return normal, _sets(layer, count, seed)


def _by_knowledge(
    table: ParameterTable, layer: Layer | None, normal: Array, chosen: NDArray[np.int64]
) -> Array:
    factors = np.ones(normal.shape)
    fitted = () if layer is None else layer.parameters
    for column, name in enumerate(table.columns):
        spread = table.parameter(name).uncertainty
        if spread is not None and name not in fitted:
            factors[:, column] = _factor(spread, table.values[column], normal[:, column])
    if layer is not None:
        columns = [table.column(name) for name in layer.parameters]
        sets = np.array([*layer.draws, layer.values])
        factors[:, columns] = sets[chosen] / np.array(layer.values)
    return factors


def _sets(layer: Layer | None, count: int, seed: int) -> NDArray[np.int64]:
    """Return which parameter set each member has: every set once before any comes again."""
    if layer is None:
        return np.full(count, -1)
    order = np.random.Generator(np.random.PCG64([seed, _ORDER])).permutation(len(layer.draws))
    return np.asarray(order[np.arange(count) % len(order)])


def vary_between_people(table: ParameterTable, count: int, seed: int) -> Array:
    """Return factors by which people differ, shape (count, parameters).

    A parameter with values per site varies between people alike at all sites: one person has one
    constitution.
    """
    return differing(table, count, lambda name: _stream(seed, _PEOPLE, name).standard_normal(count))


def represent_people(table: ParameterTable, count: int, seed: int) -> Array:
    """Return factors of a few people who stand for many, shape (count, parameters).

    They come in mirrored pairs, and every parameter takes evenly spread values in an order of its
    own: means over a few are close to means over many.
    """
    return differing(table, count, lambda name: _evenly_spread(count, _stream(seed, _PEOPLE, name)))


def _evenly_spread(count: int, stream: np.random.Generator) -> Array:
    """Return standard normal numbers in pairs of z and -z, in random order, shape (count,)."""
    pairs = (count + 1) // 2
    some = stream.permutation(_even_sizes(pairs)) * stream.choice([-1.0, 1.0], pairs)
    return np.stack([some, -some], axis=1).reshape(-1)[:count]


@lru_cache(maxsize=8)
def _even_sizes(pairs: int) -> Array:
    """Return the sizes of evenly spread normal numbers, with unit variance, shape (pairs,)."""
    sizes = np.array([NormalDist().inv_cdf(0.5 + (i + 0.5) / (2 * pairs)) for i in range(pairs)])
    sizes /= np.sqrt(np.mean(sizes**2))
    sizes.flags.writeable = False
    return sizes


def _stream(seed: int, purpose: int, name: str) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64([seed, purpose, zlib.crc32(name.encode())]))


def differing(table: ParameterTable, count: int, normal_of: Callable[[str], Array]) -> Array:
    """Return the factors by which people differ who lie so far out in each parameter.

    Parameters
    ----------
    normal_of:
        Returns their normal numbers by the name of a parameter, shape (count,); asked once for
        each parameter in which people differ.
    """
    normal_of = cache(normal_of)
    factors = np.ones((count, len(table.columns)))
    for column, full in enumerate(table.columns):
        spread = table.parameter(full).between_people
        if spread is not None:
            draw = spread.own * normal_of(full.partition("@")[0])
            for other, shared in spread.together_with.items():
                draw = draw + shared * normal_of(other)
            factors[:, column] = _factor(spread, table.values[column], draw)
    return factors


def _factor(spread: Spread, value: float, normal: Array) -> Array:
    """Return lognormal factors, or normal ones around a value."""
    if spread.log_sd is not None:
        return np.exp(spread.log_sd * normal)
    return 1.0 + (spread.sd or 0.0) * normal / value


def within_bounds(table: ParameterTable, values: Array) -> Array:
    """Return parameter rows cut at the greatest value that each parameter can have."""
    limits = [table.parameter(name).at_most for name in table.columns]
    return np.minimum(values, [np.inf if limit is None else limit for limit in limits])
