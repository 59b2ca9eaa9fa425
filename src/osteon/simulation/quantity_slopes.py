"""Partial derivatives of quantities and of the reference state, from the equations themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from osteon.model.derivative import derivatives, leaves
from osteon.model.graph import Graph, Node
from osteon.model.model import Model
from osteon.model.roster import Key
from osteon.simulation.code.emit import Dialect, lines_for
from osteon.simulation.code.fusion import fused
from osteon.simulation.quantities import DIALECT

Array = NDArray[np.float64]
_OF_PEOPLE = Dialect(exp="np.exp", log="np.log", parameter="p[:, {}]")
_Function = Callable[[Array, Array, Array], dict[int, Array | float]]


@dataclass(frozen=True)
class PartialSlopes:
    """What a quantity has of each state, and of each parameter at fixed states.

    Each is a function (states, parameters, inputs) -> derivatives by position, of the shape
    (people, times) or of one that spreads to it; what does not count is left out.
    """

    by_state: _Function
    by_parameter: _Function


@lru_cache(maxsize=512)
def partial_slopes(model: Model, key: Key, columns: tuple[int, ...]) -> PartialSlopes:
    """Return the partial derivatives of a quantity."""
    graph, (node,) = fused(model.trace.graph, [model.trace.quantities[key]])
    by_state = derivatives(graph, [node], leaves(graph, "state"))
    by_parameter = derivatives(graph, [node], _chosen(graph, columns))
    return PartialSlopes(
        _function(graph, {j: one for (_, j), one in by_state.items()}),
        _function(graph, {j: one for (_, j), one in by_parameter.items()}),
    )


def reference_slopes(model: Model, parameters: Array, columns: Sequence[int]) -> Array:
    """Return d reference state / d parameter, shape (people, parameters, states)."""
    graph, nodes = fused(model.trace.graph, list(model.trace.state_reference))
    found = np.zeros((len(parameters), len(columns), len(nodes)))
    slopes = derivatives(graph, nodes, _chosen(graph, columns))
    targets = [(f"s[:, {m}, {i}]", node) for (i, m), node in slopes.items()]
    exec("\n".join(lines_for(graph, targets, _OF_PEOPLE)), {"np": np, "p": parameters, "s": found})
    return found


def _chosen(graph: Graph, columns: Sequence[int]) -> dict[int, int]:
    """Return the nodes of the chosen parameters, each with its place among them."""
    place = {column: m for m, column in enumerate(columns)}
    known = leaves(graph, "parameter").items()
    return {index: place[column] for index, column in known if column in place}


def _function(graph: Graph, nodes: dict[int, Node]) -> _Function:
    targets = [(f"found[{j}]", node) for j, node in nodes.items()]
    body = "\n".join("    " + line for line in lines_for(graph, targets, DIALECT))
    space: dict[str, object] = {"np": np}
    exec(f"def slopes(y, p, u):\n    found = {{}}\n{body}\n    return found", space)
    slopes: _Function = space["slopes"]  # type: ignore[assignment]
    return slopes
