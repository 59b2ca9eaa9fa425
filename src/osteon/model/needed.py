"""Which nodes of a graph a node is made of."""

from __future__ import annotations

from collections.abc import Container, Iterable

from osteon.model.graph import Graph

_LEAVES = ("constant", "state", "parameter", "input")


def children(graph: Graph, index: int) -> list[int]:
    """Return the nodes that a node is made of."""
    operation = graph.operations[index]
    if operation.kind in _LEAVES:
        return []
    return [child for child in (operation.left, operation.right) if child >= 0]


def needed(graph: Graph, roots: Iterable[int], known: Container[int] = ()) -> list[int]:
    """Return, in order, the nodes that the roots are made of, down to those that are known."""
    found: set[int] = set()
    stack = list(roots)
    while stack:
        index = stack.pop()
        if index in found:
            continue
        found.add(index)
        if index not in known:
            stack += children(graph, index)
    return sorted(found)
