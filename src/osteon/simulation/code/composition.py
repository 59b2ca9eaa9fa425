"""What a kernel is composed of, before it is written: one graph, and an elimination planned."""

from __future__ import annotations

from dataclasses import dataclass

from osteon.model.derivative import jacobian as jacobian_of
from osteon.model.graph import Depends, Graph, Node
from osteon.model.model import Model
from osteon.simulation.code.elimination import Entry, Plan
from osteon.simulation.code.emit import children
from osteon.simulation.code.fusion import fused


@dataclass(frozen=True)
class Composition:
    """The graph of a model's rates and slopes, and how its matrix is eliminated.

    Attributes
    ----------
    graph:
        Rates and slopes, with few exponentials.
    rates, slopes:
        The change per day of every state, and the nonzero entries of the Jacobian.
    constants:
        The nodes without states that nodes with states are made of.
    start:
        Reference states, then reference inputs; nodes of the model's own graph.
    entries, plan:
        Where the slopes stand in the matrix, and the order of elimination.
    """

    model: Model
    graph: Graph
    rates: tuple[Node, ...]
    slopes: tuple[Node, ...]
    constants: tuple[int, ...]
    start: tuple[Node, ...]
    entries: tuple[Entry, ...]
    plan: Plan

    @classmethod
    def of(cls, model: Model) -> Composition:
        """Compose the kernel of a model."""
        trace = model.trace
        graph, rates = fused(trace.graph, trace.rates)
        jacobian = jacobian_of(graph, rates)
        entries = sorted(jacobian)
        slopes = [jacobian[entry] for entry in entries]
        return cls(
            model,
            graph,
            tuple(rates),
            tuple(slopes),
            tuple(_constants(graph, [*rates, *slopes])),
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
        }


def _constants(graph: Graph, outputs: list[Node]) -> list[int]:
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
