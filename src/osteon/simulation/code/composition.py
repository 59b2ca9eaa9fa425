"""What a kernel is composed of, before it is written: one graph, and an elimination planned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from osteon.model.derivative import derivatives, leaves
from osteon.model.derivative import jacobian as jacobian_of
from osteon.model.graph import Depends, Graph, Node
from osteon.model.model import Model
from osteon.model.needed import children
from osteon.simulation.code.elimination import Entry, Plan
from osteon.simulation.code.fusion import fused


@dataclass(frozen=True)
class Composition:
    """The graph of a model's rates and slopes, and how its matrix is eliminated.

    Attributes
    ----------
    graph:
        Rates and slopes, with few exponentials.
    columns:
        Parameters by whose columns slopes are taken.
    rates, slopes:
        The change per day of every state, and the nonzero entries of the Jacobian.
    own_slopes:
        How rates depend on the chosen parameters at fixed states, by (state, number of parameter).
    constants:
        The nodes without states that nodes with states are made of.
    start:
        Reference states, then reference inputs; nodes of the model's own graph.
    entries, plan:
        Where the slopes stand in the matrix, and the order of elimination.
    """

    model: Model
    columns: tuple[int, ...]
    graph: Graph
    rates: tuple[Node, ...]
    slopes: tuple[Node, ...]
    own_slopes: Mapping[Entry, Node]
    constants: tuple[int, ...]
    start: tuple[Node, ...]
    entries: tuple[Entry, ...]
    plan: Plan

    @classmethod
    def of(cls, model: Model, columns: Sequence[int] = ()) -> Composition:
        """Compose the kernel of a model, with slopes by some parameters if they are named."""
        trace = model.trace
        graph, rates = fused(trace.graph, trace.rates)
        jacobian = jacobian_of(graph, rates)
        entries = sorted(jacobian)
        slopes = [jacobian[entry] for entry in entries]
        own_slopes = _own_slopes(graph, rates, columns)
        return cls(
            model,
            tuple(columns),
            graph,
            tuple(rates),
            tuple(slopes),
            own_slopes,
            tuple(constants_of(graph, [*rates, *slopes, *own_slopes.values()])),
            (*trace.state_reference, *trace.input_reference),
            tuple(entries),
            Plan.of(len(model.states), entries),
        )

    @property
    def sizes(self) -> dict[str, int]:
        """Return the sizes that the integrator needs, by name."""
        return {
            "STATES": len(self.model.states),
            "INPUTS": len(self.model.inputs),
            "PARAMETERS": len(self.model.table.columns),
            "CONSTANTS": len(self.constants),
            "ENTRIES": len(self.entries),
            "FACTORS": len(self.plan.slots),
            "DIRECTIONS": len(self.columns),
        }


def _own_slopes(
    graph: Graph, changes: list[Node], columns: Sequence[int]
) -> dict[tuple[int, int], Node]:
    """Return d changes[i] / d columns[m] at fixed states, by (i, m)."""
    place = {column: m for m, column in enumerate(columns)}
    chosen = {
        index: place[column]
        for index, column in leaves(graph, "parameter").items()
        if column in place
    }
    return derivatives(graph, changes, chosen)


def constants_of(graph: Graph, outputs: Sequence[Node]) -> list[int]:
    """Return the nodes without states that nodes with states are made of."""
    found: set[int] = set()
    seen: set[int] = set()
    stack = [node.index for node in outputs]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        if graph.depends[index] is Depends.STATES:
            stack += children(graph, index)
        elif graph.depends[index] is not Depends.NOTHING:
            found.add(index)
    return sorted(found)
