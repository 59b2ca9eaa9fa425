"""What stands in each equation: which quantities act directly on which, by which parameters.

Every equation is run once on symbols, alone, so that what it reads is known quantity by quantity
and place by place; nothing is listed by hand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from osteon.mechanism import Mechanism, Number, Reading
from osteon.model.graph import Depends, Graph, Node, Operation
from osteon.model.model import Model
from osteon.model.roster import Key, places, scope_of
from osteon.vocabulary.quantity import Scope
from osteon.vocabulary.site import Site


@dataclass(frozen=True)
class Equation:
    """One mechanism's equation for one quantity at one place.

    Attributes
    ----------
    mechanism:
        Who wrote it.
    kind:
        What it gives: 'rates' (the change per day), 'values', or 'folds' (a factor on a flux).
    quantity:
        What it is for.
    reads:
        The quantities that stand in it, the quantity itself left out.
    columns:
        The parameter columns that stand in it.
    """

    mechanism: Mechanism
    kind: str
    quantity: Key
    reads: tuple[Key, ...]
    columns: tuple[str, ...]
    _symbols: _Symbols = field(repr=False, compare=False)
    _root: int = field(repr=False, compare=False)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Return the operations of the equation, each after what it needs; its value is the last.

        Of a 'quantity' and a 'parameter' `left` is a number for `name_of`.
        """
        return tuple(self._symbols.graph.operations[: self._root + 1])

    def name_of(self, operation: Operation) -> Key | str:
        """Return the quantity, or the parameter column, that an operation reads."""
        named: list[Key] | list[str]
        named = self._symbols.keys if operation.kind == "quantity" else self._symbols.names
        return named[operation.left]

    def value(self, quantity: Callable[[Key], float], parameter: Callable[[str], float]) -> float:
        """Return what the equation comes to for given quantities and parameters."""
        known: list[float] = []
        for operation in self.operations:
            left, right = operation.left, operation.right
            match operation.kind:
                case "constant":
                    result = operation.value
                case "quantity":
                    result = quantity(self._symbols.keys[left])
                case "parameter":
                    result = parameter(self._symbols.names[left])
                case "exp":
                    result = math.exp(known[left])
                case "log":
                    result = math.log(known[left]) if known[left] > 0 else -math.inf
                case "add":
                    result = known[left] + known[right]
                case "sub":
                    result = known[left] - known[right]
                case "mul":
                    result = known[left] * known[right]
                case _:
                    result = known[left] / known[right] if known[right] else math.nan
            known.append(result)
        return known[self._root]


@lru_cache(maxsize=16)
def equations_of(model: Model) -> dict[Key, tuple[Equation, ...]]:
    """Return the equations of every quantity at every place.

    Inputs have none; a flux has one for each mechanism that modifies it.
    """
    found: dict[Key, list[Equation]] = {
        Key(name, site): []
        for name, quantity in model.roster.quantities.items()
        for site in places(quantity)
    }
    for mechanism in model.mechanisms:
        for kind in ("rates", "values", "folds"):
            for equation in _written(model, mechanism, kind):
                found[equation.quantity].append(equation)
    return {key: tuple(equations) for key, equations in found.items()}


@lru_cache(maxsize=16)
def readers_of(model: Model) -> dict[Key, tuple[Equation, ...]]:
    """Return the equations in which each quantity stands."""
    found: dict[Key, list[Equation]] = {key: [] for key in equations_of(model)}
    for equations in equations_of(model).values():
        for equation in equations:
            for key in equation.reads:
                found[key].append(equation)
    return {key: tuple(equations) for key, equations in found.items()}


def giver_of(model: Model, name: str) -> Mechanism:
    """Return the mechanism that owns, defines, opens or takes a quantity.

    Raises
    ------
    UnknownNameError
        If the model holds no such quantity; names the nearest.
    """
    roster = model.roster
    roster.quantity(name)
    return (roster.owner | roster.definer | roster.opener | roster.taker)[name]


def _written(model: Model, mechanism: Mechanism, kind: str) -> Iterator[Equation]:
    role = {"rates": mechanism.owns, "values": mechanism.defines, "folds": mechanism.modifies}[kind]
    if not role:
        return
    sites = tuple(Site) if scope_of(mechanism, kind) is Scope.SITE else (None,)
    for site in sites:
        symbols = _Symbols(model, mechanism)
        write = getattr(mechanism, kind)
        given = write(_Quantities(symbols, site), _Columns(symbols, site))
        for quantity in role:
            value = given[quantity]
            if not isinstance(value, Node):
                value = symbols.graph.constant(cast(float, value))
            key = Key(quantity.name, site)
            reads, columns = symbols.standing_in(value)
            yield Equation(
                mechanism,
                kind,
                key,
                tuple(read for read in reads if read != key),
                columns,
                symbols,
                value.index,
            )


class _Symbols:
    """The symbols of one mechanism's equations, made when they are read."""

    def __init__(self, model: Model, mechanism: Mechanism) -> None:
        self.model, self.mechanism = model, mechanism
        self.graph = Graph()
        self.keys: list[Key] = []
        self.names: list[str] = []

    def quantity(self, name: str, site: Site | None) -> Node:
        """Return the symbol of a quantity as seen from a place."""
        scope = self.model.roster.quantity(name).scope
        position = _place_in(self.keys, Key(name, site if scope is Scope.SITE else None))
        return self.graph.symbol("quantity", position, Depends.STATES)

    def parameter(self, name: str, site: Site | None) -> Node:
        """Return the symbol of a parameter as seen from a place."""
        table = self.model.table
        column = table.columns[table.find(self.mechanism.name, name, site)]
        return self.graph.symbol("parameter", _place_in(self.names, column), Depends.PARAMETERS)

    def standing_in(self, node: Node) -> tuple[tuple[Key, ...], tuple[str, ...]]:
        """Return the quantities and parameter columns that stand in an expression."""
        seen: set[int] = set()
        stack, reads, columns = [node.index], set(), set()
        while stack:
            index = stack.pop()
            if index in seen:
                continue
            seen.add(index)
            operation = self.graph.operations[index]
            if operation.kind == "quantity":
                reads.add(operation.left)
            elif operation.kind == "parameter":
                columns.add(operation.left)
            else:
                stack += [child for child in (operation.left, operation.right) if child >= 0]
        return (
            tuple(self.keys[position] for position in sorted(reads)),
            tuple(self.names[position] for position in sorted(columns)),
        )


class _Quantities(Reading):
    """Quantities as symbols, read from a place."""

    def __init__(self, symbols: _Symbols, site: Site | None) -> None:
        self._symbols, self._site = symbols, site

    def __getattr__(self, name: str) -> Number:
        return self._symbols.quantity(name, self._site)

    def at(self, site: Site) -> Reading:
        """Return the quantities as read from a site."""
        return _Quantities(self._symbols, site)


class _Columns(Reading):
    """Parameters as symbols, read from a place."""

    def __init__(self, symbols: _Symbols, site: Site | None) -> None:
        self._symbols, self._site = symbols, site

    def __getattr__(self, name: str) -> Number:
        return self._symbols.parameter(name, self._site)

    def at(self, site: Site) -> Reading:
        """Return the parameters as read from a site."""
        return _Columns(self._symbols, site)


def _place_in(known: list[Any], wanted: object) -> int:
    if wanted not in known:
        known.append(wanted)
    return known.index(wanted)
