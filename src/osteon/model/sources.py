"""What an evaluation can be run on: symbols of a graph, or numbers that carry units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from osteon.mechanism import Number
from osteon.model.dimension import Dimensioned
from osteon.model.graph import Depends, Graph
from osteon.model.roster import Key, Roster
from osteon.model.table import ParameterTable


class Symbols:
    """Every state, input and parameter is a symbol, numbered in the model's order."""

    def __init__(
        self, states: Sequence[Key], inputs: Sequence[Key], after: Symbols | None = None
    ) -> None:
        """Number states and inputs, in the graph and after the numbers of others if there are."""
        self.graph: Graph = Graph() if after is None else after.graph
        first_state, first_input = (0, 0) if after is None else after.counts
        self._state = {key: place for place, key in enumerate(states, first_state)}
        self._input = {key: place for place, key in enumerate(inputs, first_input)}

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many states and inputs there are."""
        return len(self._state), len(self._input)

    def state(self, key: Key) -> Number:
        """Return the symbol of a state."""
        return self.graph.symbol("state", self._state[key], Depends.STATES)

    def input(self, key: Key) -> Number:
        """Return the symbol of an input."""
        return self.graph.symbol("input", self._input[key], Depends.INPUTS)

    def parameter(self, column: int) -> Number:
        """Return the symbol of a parameter column."""
        return self.graph.symbol("parameter", column, Depends.PARAMETERS)

    def one(self) -> Number:
        """Return one as a node."""
        return self.graph.constant(1.0)


class Numbers:
    """Every state, input and parameter is a number with its declared unit."""

    def __init__(
        self,
        roster: Roster,
        table: ParameterTable,
        states: Mapping[Key, float],
        inputs: Mapping[Key, float],
        parameters: Sequence[float],
    ) -> None:
        self._roster, self._table = roster, table
        self._states, self._inputs, self._parameters = states, inputs, parameters

    def state(self, key: Key) -> Number:
        """Return a state with its unit."""
        return Dimensioned.of(self._states[key], self._roster.quantities[key.name].unit)

    def input(self, key: Key) -> Number:
        """Return an input with its unit."""
        return Dimensioned.of(self._inputs[key], self._roster.quantities[key.name].unit)

    def parameter(self, column: int) -> Number:
        """Return a parameter with its unit."""
        name = self._table.columns[column]
        return Dimensioned.of(self._parameters[column], self._table.parameter(name).unit)

    def one(self) -> Number:
        """Return one, a plain number."""
        return Dimensioned(1.0, ())
