"""The parts of a kernel: which functions a model gives to the integrator, and their code.

prepare(p, u, c)            what depends on parameters and inputs only, once an interval
rates(y, c, f)              change per day of every state
rates_and_jacobian(y, c, f, j)
factor(j, d, w), solve(w, b)
start(p, y, u)              reference state and inputs
jacobian_and_slopes(y, c, j, g)   the Jacobian, and how rates depend on chosen parameters themselves
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osteon.model.derivative import derivatives, leaves
from osteon.model.derivative import jacobian as jacobian_of
from osteon.model.graph import Depends, Graph, Node
from osteon.model.model import Model
from osteon.simulation.code.elimination import Plan
from osteon.simulation.code.emit import Dialect, children, lines_for
from osteon.simulation.code.fusion import fused


@dataclass(frozen=True)
class Parts:
    """Sizes by name, and the lines of each function by name."""

    sizes: dict[str, int]
    lines: dict[str, list[str]]

    @classmethod
    def of(cls, model: Model, dialect: Dialect | None = None, columns: Sequence[int] = ()) -> Parts:
        """Return the parts of a model's kernel, written in a dialect.

        Parameters
        ----------
        columns:
            Parameters by whose columns slopes are taken.
        """
        written = dialect or Dialect()
        trace = model.trace
        graph, changes = fused(trace.graph, trace.rates)
        jacobian = jacobian_of(graph, changes)
        entries = sorted(jacobian)
        plan = Plan.of(len(model.states), entries)
        rates = [(f"f[{i}]", node) for i, node in enumerate(changes)]
        slopes = [(f"j[{k}]", jacobian[entry]) for k, entry in enumerate(entries)]
        own = [
            (f"g[{m * len(model.states) + i}]", node)
            for (i, m), node in _own_slopes(graph, changes, columns).items()
        ]
        constants = _constants(graph, [node for _, node in rates + slopes + own])
        named = {index: f"c[{k}]" for k, index in enumerate(constants)}
        prepared = [(f"c[{k}]", Node(graph, index)) for k, index in enumerate(constants)]
        begin = [(f"y[{i}]", node) for i, node in enumerate(trace.state_reference)]
        begin += [(f"u[{i}]", node) for i, node in enumerate(trace.input_reference)]
        return cls(
            sizes={
                "STATES": len(model.states),
                "INPUTS": len(model.inputs),
                "PARAMETERS": len(model.table.columns),
                "CONSTANTS": len(constants),
                "ENTRIES": len(entries),
                "FACTORS": len(plan.slots),
                "DIRECTIONS": len(columns),
            },
            lines={
                "prepare": lines_for(graph, prepared, written),
                "rates": lines_for(graph, rates, written, named),
                "rates_and_jacobian": lines_for(graph, rates + slopes, written, named),
                "jacobian_and_slopes": lines_for(
                    graph, slopes + own if columns else (), written, named
                ),
                "factor": plan.factor_lines(entries),
                "solve": plan.solve_lines(),
                "start": lines_for(trace.graph, begin, written),
            },
        )


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
