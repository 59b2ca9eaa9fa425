"""Exact sparse derivatives of a graph with respect to the states.

Each derivative is built from nodes of the same graph, so it shares every exponential and product
with the equations themselves.
"""

from __future__ import annotations

from osteon.model.graph import Depends, Graph, Node

Gradient = dict[int, Node]


def jacobian(graph: Graph, rows: list[Node]) -> dict[tuple[int, int], Node]:
    """Return the nonzero entries d rows[i] / d state[j], by (i, j)."""
    known: dict[int, Gradient] = {}
    for index in _needed(graph, rows):
        known[index] = _gradient(graph, index, known)
    return {
        (i, j): node
        for i, row in enumerate(rows)
        for j, node in sorted(known.get(row.index, {}).items())
        if node.known != 0.0
    }


def _needed(graph: Graph, rows: list[Node]) -> list[int]:
    """Return, in order, the nodes on the way from states to the rows."""
    needed: set[int] = set()
    stack = [row.index for row in rows]
    while stack:
        index = stack.pop()
        if index in needed or graph.depends[index] < Depends.STATES:
            continue
        needed.add(index)
        operation = graph.operations[index]
        if operation.kind != "state":
            stack += [child for child in (operation.left, operation.right) if child >= 0]
    return sorted(needed)


def _gradient(graph: Graph, index: int, known: dict[int, Gradient]) -> Gradient:
    """Return the derivatives of one node, from those of the nodes it is made of."""
    operation = graph.operations[index]
    here = Node(graph, index)
    if operation.kind == "state":
        return {operation.left: graph.constant(1.0)}
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
