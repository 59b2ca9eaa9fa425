"""Draw parameters: what is not known about the typical person, and how people differ.

The two are drawn apart and multiplied, so each can be switched off. Fitted parameters are drawn
jointly, as one of the parameter sets of their layer. Draws are by column and in a fixed order, so
the same seed gives the same people, whatever is asked of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from osteon.model.table import ParameterTable
from osteon.parameters import Layer
from osteon.parameters.parameter import Parameter, Spread

Array = NDArray[np.float64]
_SCALED_FROM = 8


def typical(table: ParameterTable, layer: Layer | None, count: int) -> Array:
    """Return the typical parameters `count` times, shape (count, parameters)."""
    laid = table if layer is None else table.under(layer)
    return np.tile(np.array(laid.values), (count, 1))


def vary_by_knowledge(table: ParameterTable, layer: Layer | None, count: int, seed: int) -> Array:
    """Return factors by which the typical person may be off, shape (count, parameters)."""
    rng = np.random.Generator(np.random.PCG64([seed, 1]))
    normal = rng.standard_normal((count, len(table.columns)))
    factors = np.ones_like(normal)
    fitted = () if layer is None else layer.parameters
    for column, name in enumerate(table.columns):
        if name not in fitted:
            parameter = table.parameter(name)
            value = table.values[column]
            factors[:, column] = _factor(parameter.uncertainty, value, normal[:, column])
    if layer is not None:
        columns = [table.column(name) for name in layer.parameters]
        order = np.random.Generator(np.random.PCG64([seed, 4])).permutation(len(layer.draws))
        chosen = np.array(layer.draws)[order[np.arange(count) % len(order)]]
        factors[:, columns] = chosen / np.array(layer.values)
    return factors


def vary_between_people(table: ParameterTable, count: int, seed: int) -> Array:
    """Return factors by which people differ, shape (count, parameters).

    A parameter with values per site varies between people alike at all sites: one person has one
    constitution.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 2]))
    return _differing(table, rng.standard_normal((count, len(table.parameters))))


def represent_people(table: ParameterTable, count: int, seed: int) -> Array:
    """Return factors of a few people who stand for many, shape (count, parameters).

    They come in mirrored pairs, so that the mean over a few of them is that over many.
    """
    return _differing(table, mirrored_normal(count, len(table.parameters), seed))


def mirrored_normal(count: int, columns: int, seed: int) -> Array:
    """Return standard normal numbers in pairs of z and -z, shape (count, columns).

    The mean of every column is zero; from eight rows on its mean square is one.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 2]))
    half = rng.standard_normal(((count + 1) // 2, columns))
    if count >= _SCALED_FROM:
        half /= np.sqrt(np.mean(half**2, axis=0))
    pairs = np.stack([half, -half], axis=1).reshape(-1, columns)
    return pairs[:count]


def _differing(table: ParameterTable, normal: Array) -> Array:
    names = list(table.parameters)
    factors = np.ones((len(normal), len(table.columns)))
    for column, full in enumerate(table.columns):
        parameter: Parameter = table.parameter(full)
        draw = normal[:, names.index(full.partition("@")[0])]
        factors[:, column] = _factor(parameter.between_people, table.values[column], draw)
    return factors


def _factor(spread: Spread | None, value: float, normal: Array) -> Array:
    """Return lognormal factors, or normal ones around a value."""
    if spread is None:
        return np.ones_like(normal)
    if spread.log_sd is not None:
        return np.exp(spread.log_sd * normal)
    return 1.0 + (spread.sd or 0.0) * normal / value


def within_bounds(table: ParameterTable, values: Array) -> Array:
    """Return parameter rows cut at the greatest value that each parameter can have."""
    limits = [table.parameter(name).at_most for name in table.columns]
    return np.minimum(values, [np.inf if limit is None else limit for limit in limits])
