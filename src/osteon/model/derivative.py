"""Exact sparse derivatives of a graph, with respect to states or parameters.

Each derivative is built from nodes of the same graph, so it shares every exponential and product
with the equations themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from osteon.model.graph import Graph, Node
from osteon.model.needed import children, needed

Gradient = dict[int, Node]


def jacobian(graph: Graph, rows: list[Node]) -> dict[tuple[int, int], Node]:
    """Return the nonzero entries d rows[i] / d state[j], by (i, j)."""
    return derivatives(graph, rows, leaves(graph, "state"))


def leaves(graph: Graph, kind: str) -> dict[int, int]:
    """Return the nodes that are a state, a parameter or an input, with its position."""
    return {
        index: operation.left
        for index, operation in enumerate(graph.operations)
        if operation.kind == kind
    }


def derivatives(
    graph: Graph, rows: list[Node], by: Mapping[int, int]
) -> dict[tuple[int, int], Node]:
    """Return the nonzero entries d rows[i] / d j, by (i, j).

    Parameters
    ----------
    by:
        The nodes that the derivatives are taken by, each with its j.
    """
    known: dict[int, Gradient] = {index: {j: graph.constant(1.0)} for index, j in by.items()}
    for index in _between(graph, rows, by):
        known[index] = _gradient(graph, index, known)
    return {
        (i, j): node
        for i, row in enumerate(rows)
        for j, node in sorted(known.get(row.index, {}).items())
        if node.known != 0.0
    }


def _between(graph: Graph, rows: list[Node], by: Mapping[int, int]) -> list[int]:
    """Return, in order, the nodes on the way from the leaves to the rows."""
    below = needed(graph, (row.index for row in rows))
    moved = set(by)
    for index in below:
        if not moved.isdisjoint(children(graph, index)):
            moved.add(index)
    return [index for index in below if index in moved and index not in by]


def _gradient(graph: Graph, index: int, known: dict[int, Gradient]) -> Gradient:
    """Return the derivatives of one node, from those of the nodes it is made of."""
    operation = graph.operations[index]
    here = Node(graph, index)
    left = Node(graph, operation.left)
    of_left = known.get(operation.left, {})
    if operation.kind == "exp":
        return {j: here * d for j, d in of_left.items()}
    if operation.kind == "log":
        return {j: d / left for j, d in of_left.items()}
    right = Node(graph, operation.right)
    of_right = known.get(operation.right, {})
    zero = graph.constant(0.0)
    both = sorted({*of_left, *of_right})
    pairs = {j: (of_left.get(j, zero), of_right.get(j, zero)) for j in both}
    match operation.kind:
        case "add":
            return {j: a + b for j, (a, b) in pairs.items()}
        case "sub":
            return {j: a - b for j, (a, b) in pairs.items()}
        case "mul":
            return {j: a * right + left * b for j, (a, b) in pairs.items()}
        case _:
            return {j: (a - here * b) / right for j, (a, b) in pairs.items()}
