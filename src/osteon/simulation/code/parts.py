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
    def of(cls, model: Model, dialect: Dialect | None = None, columns: Sequence[int] = ()) -> Parts:
        """Return the parts of a model's kernel, written in a dialect.

        Parameters
        ----------
        columns:
            Parameters by whose columns slopes are taken.
        """
        written = dialect or Dialect()
        made = Composition.of(model, columns)
        graph, states = made.graph, len(model.states)
        rates = [(f"f[{i}]", node) for i, node in enumerate(made.rates)]
        slopes = [(f"j[{k}]", node) for k, node in enumerate(made.slopes)]
        own = [(f"g[{m * states + i}]", node) for (i, m), node in made.own_slopes.items()]
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
                "jacobian_and_slopes": lines_for(
                    graph, slopes + own if columns else (), written, named
                ),
                "factor": made.plan.factor_lines(list(made.entries)),
                "solve": made.plan.solve_lines(),
                "start": lines_for(model.trace.graph, begin, written),
            },
        )
