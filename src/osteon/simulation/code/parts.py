"""The parts of a kernel: which functions a model gives to the integrator, and their code.

prepare(p, u, c)            what depends on parameters and inputs only, once an interval
rates(y, c, f)              change per day of every state
rates_and_jacobian(y, c, f, j)
factor(j, d, w), solve(w, b)
start(p, y, u)              reference state and inputs
"""

from __future__ import annotations

from dataclasses import dataclass

from osteon.model.graph import Node
from osteon.model.model import Model
from osteon.simulation.code.composition import Composition
from osteon.simulation.code.emit import Dialect, lines_for


@dataclass(frozen=True)
class Parts:
    """Sizes by name, and the lines of each function by name."""

    sizes: dict[str, int]
    lines: dict[str, list[str]]

    @classmethod
    def of(cls, model: Model, dialect: Dialect | None = None) -> Parts:
        """Return the parts of a model's kernel, written in a dialect."""
        written = dialect or Dialect()
        made = Composition.of(model)
        graph, states = made.graph, len(model.states)
        rates = [(f"f[{i}]", node) for i, node in enumerate(made.rates)]
        slopes = [(f"j[{k}]", node) for k, node in enumerate(made.slopes)]
        named = {index: f"c[{k}]" for k, index in enumerate(made.constants)}
        prepared = [(f"c[{k}]", Node(graph, index)) for k, index in enumerate(made.constants)]
        begin = [(f"y[{i}]", node) for i, node in enumerate(made.start[:states])]
        begin += [(f"u[{i}]", node) for i, node in enumerate(made.start[states:])]
        return cls(
            sizes=made.sizes,
            lines={
                "prepare": lines_for(graph, prepared, written),
                "rates": lines_for(graph, rates, written, named),
                "rates_and_jacobian": lines_for(graph, rates + slopes, written, named),
                "factor": made.plan.factor_lines(list(made.entries)),
                "solve": made.plan.solve_lines(),
                "start": lines_for(model.trace.graph, begin, written),
            },
        )
