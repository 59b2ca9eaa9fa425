"""The model traced to symbols: rates, Jacobian, reference values and every quantity."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from osteon.model.derivative import jacobian
from osteon.model.evaluation import Evaluation
from osteon.model.graph import Graph, Node
from osteon.model.needed import needed
from osteon.model.roster import Key, Roster, places
from osteon.model.sources import Symbols
from osteon.model.table import ParameterTable


@dataclass(frozen=True)
class Trace:
    """A model as a graph.

    Attributes
    ----------
    graph:
        Every distinct operation once.
    rates:
        The change per day of every state, in the model's order.
    state_reference, input_reference:
        Reference values, which depend on parameters only.
    quantities:
        Every quantity of the model at every place.
    """

    graph: Graph
    rates: tuple[Node, ...]
    state_reference: tuple[Node, ...]
    input_reference: tuple[Node, ...]
    quantities: dict[Key, Node]

    @cached_property
    def mark(self) -> str:
        """Return a name for the equations: the same name, the same rates and references."""
        return self.mark_of((*self.rates, *self.state_reference, *self.input_reference))

    def mark_of(self, roots: Sequence[Node]) -> str:
        """Return a name for what some nodes are made of: the same name, the same equations."""
        indices = [node.index for node in roots]
        operations = self.graph.operations
        equations = [(index, *operations[index]) for index in needed(self.graph, indices)]
        return hashlib.sha256(repr((indices, equations)).encode()).hexdigest()

    @cached_property
    def jacobian(self) -> dict[tuple[int, int], Node]:
        """Return the nonzero derivatives of the rates, by (row, column)."""
        return jacobian(self.graph, list(self.rates))

    @classmethod
    def of(
        cls, roster: Roster, table: ParameterTable, states: Sequence[Key], inputs: Sequence[Key]
    ) -> Trace:
        """Run the equations on symbols."""
        source = Symbols(states, inputs)
        evaluation = Evaluation(roster, table, source)
        graph = source.graph

        def node(value: object) -> Node:
            return value if isinstance(value, Node) else graph.constant(cast(float, value))

        quantities = {
            Key(name, site): node(evaluation.quantity(Key(name, site)))
            for name, quantity in roster.quantities.items()
            for site in places(quantity)
        }
        return cls(
            graph,
            tuple(node(evaluation.rate(key)) for key in states),
            tuple(node(evaluation.reference(key)) for key in states),
            tuple(node(evaluation.reference(key)) for key in inputs),
            quantities,
        )
