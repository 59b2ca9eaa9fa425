"""What moves the body, and what only counts or shows it.

A counter is a state that no rate reads (fractures so far): nothing follows from it. A parameter
that no other state depends on (the scale of BMD, the usual level of a marker) moves nothing: people
who differ in such parameters alone live the same life.
"""

from __future__ import annotations

from functools import lru_cache

from osteon.model.graph import Node
from osteon.model.model import Model
from osteon.model.needed import needed


@lru_cache(maxsize=4)
def counters(model: Model) -> tuple[int, ...]:
    """Return the places of the states that no rate reads."""
    read = _leaves(model, "state", model.trace.rates)
    return tuple(place for place in range(len(model.states)) if place not in read)


@lru_cache(maxsize=4)
def moving(model: Model) -> tuple[int, ...]:
    """Return the columns of the parameters that states other than counters depend on."""
    trace, idle = model.trace, set(counters(model))
    nodes = [
        node
        for place, pair in enumerate(zip(trace.rates, trace.state_reference, strict=True))
        if place not in idle
        for node in pair
    ]
    return tuple(sorted(_leaves(model, "parameter", nodes)))


def _leaves(model: Model, kind: str, roots: tuple[Node, ...] | list[Node]) -> set[int]:
    graph = model.trace.graph
    operations = (graph.operations[i] for i in needed(graph, (node.index for node in roots)))
    return {operation.left for operation in operations if operation.kind == kind}
