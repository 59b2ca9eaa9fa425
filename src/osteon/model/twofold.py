"""One person twice: as she would usually go on, and under a strategy with any quantity held.

Everything is there two times, once a twin who does only what is usual and once a twin under the
strategy. For each quantity the second twin has a switch, a parameter of its own:

    quantity = own + hold * (usual - own)      hold zero: as it comes; one: as it usually is

A quantity that is held passes nothing on of what was done. What is lost of the effect is what went
through it. A held state changes as its usual twin does.
Assumes: a hold is taken at every site at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import cast

import numpy as np

from osteon.mechanism import Number
from osteon.model.evaluation import Evaluation, Source
from osteon.model.graph import Node
from osteon.model.model import Model
from osteon.model.roster import Key, Roster
from osteon.model.sources import Symbols
from osteon.model.table import ParameterTable
from osteon.model.trace import Trace

_USUAL = "usual "
_HOLD = "hold "


class Twofold(Model):
    """A model with everything in it twice.

    Attributes
    ----------
    single:
        The model that is there twice.
    states, inputs:
        Those under the strategy, then those of the usual twin.
    table:
        The parameters, which both twins share, then a switch for each quantity.
    """

    rare = True

    def __init__(self, single: Model) -> None:
        self.single = single
        self.roster = single.roster
        self.states = (*single.states, *map(usual, single.states))
        self.inputs = (*single.inputs, *map(usual, single.inputs))
        self.table = _with_switches(single)

    @cached_property
    def trace(self) -> Trace:
        """Return the arithmetic of both twins as one graph."""
        single = self.single
        source = Symbols(single.states, single.inputs)
        beside = Symbols(single.states, single.inputs, after=source)
        graph, twin = source.graph, Evaluation(self.roster, self.table, beside)
        own = _Holding(self.roster, self.table, source, twin)

        def node(value: object) -> Node:
            return value if isinstance(value, Node) else graph.constant(cast(float, value))

        quantities = {key: node(own.quantity(key)) for key in single.trace.quantities}
        quantities |= {usual(key): node(twin.quantity(key)) for key in single.trace.quantities}
        rates = [node(one.rate(key)) for one in (own, twin) for key in single.states]
        states = tuple(node(twin.reference(key)) for key in single.states)
        inputs = tuple(node(twin.reference(key)) for key in single.inputs)
        return Trace(
            graph,
            tuple(rates),
            (*states, *states),
            (*inputs, *inputs),
            quantities,
        )

    def switch(self, name: str) -> int:
        """Return the column of the switch that holds a quantity."""
        return self.table.column(_HOLD + name)

    def parameters(self, single: np.ndarray, held: Sequence[str | None]) -> np.ndarray:
        """Return one person many times, in each with one quantity held, or none (None)."""
        free = np.zeros(len(self.table.columns) - single.size)
        rows = np.tile(np.concatenate([single, free]), (len(held), 1))
        for row, name in zip(rows, held, strict=True):
            if name is not None:
                row[self.switch(name)] = 1.0
        return rows


@lru_cache(maxsize=4)
def twofold_of(model: Model) -> Twofold:
    """Return a model twice over."""
    return Twofold(model)


def usual(key: Key) -> Key:
    """Return the key of a quantity in the usual twin."""
    return Key(_USUAL + key.name, key.site)


class _Holding(Evaluation):
    """The equations of the twin under the strategy, any quantity of whom may be held."""

    def __init__(
        self, roster: Roster, table: ParameterTable, source: Source, twin: Evaluation
    ) -> None:
        super().__init__(roster, table, source)
        self._twin = twin

    def rate(self, key: Key) -> Number:
        """Return the change per day of a state, that of the usual twin where it is held."""
        return self._held(key.name, super().rate(key), self._twin.rate(key))

    def _resolve(self, key: Key) -> Number:
        return self._held(key.name, super()._resolve(key), self._twin.quantity(key))

    def _held(self, name: str, own: Number, usual: Number) -> Number:
        column = self.table.position.get(_HOLD + name)
        if column is None:
            return own
        return own + self.source.parameter(column) * (usual - own)


def _with_switches(single: Model) -> ParameterTable:
    table = single.table
    names = list(single.roster.quantities)
    columns = (*table.columns, *(_HOLD + name for name in names))
    position = {column: place for place, column in enumerate(columns)}
    return ParameterTable(
        table.parameters, columns, position, (*table.values, *(0.0 for _ in names))
    )
