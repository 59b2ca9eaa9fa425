"""The model's arithmetic as a graph: every distinct operation once.

Tracing a model runs its mechanisms on `Node`s instead of floats. Equal operations become the same
node, so common parts are shared by construction, between equations and between an equation and its
derivatives. Powers are written as exp(n log x), which shares the logarithm; what is divided by
something that changes less often is multiplied by its inverse, which is then computed less often.
Each node knows what it depends on, from nothing to states; what depends on no state is computed
once per person and interval, not at every step.
"""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Depends(IntEnum):
    """The fastest-changing thing that a node depends on."""

    NOTHING = 0
    PARAMETERS = 1
    INPUTS = 2
    STATES = 3


class Operation(NamedTuple):
    """One node: an operation on earlier nodes, a constant, or a named symbol."""

    kind: str
    left: int = -1
    right: int = -1
    value: float = 0.0


@dataclass
class Graph:
    """A growing list of operations, each after what it needs."""

    operations: list[Operation] = field(default_factory=list)
    depends: list[Depends] = field(default_factory=list)
    _known: dict[Operation, int] = field(default_factory=dict)

    def add(self, operation: Operation, depends: Depends) -> Node:
        """Return the node of an operation, the old one if it is known."""
        index = self._known.get(operation)
        if index is None:
            index = len(self.operations)
            self._known[operation] = index
            self.operations.append(operation)
            self.depends.append(depends)
        return Node(self, index)

    def constant(self, value: float) -> Node:
        """Return a number as a node."""
        return self.add(Operation("constant", value=float(value)), Depends.NOTHING)

    def symbol(self, kind: str, position: int, depends: Depends) -> Node:
        """Return the symbol of a state, parameter or input by its position."""
        return self.add(Operation(kind, left=position), depends)

    def unary(self, kind: str, operand: Node) -> Node:
        """Return exp or log of a node."""
        known = operand.known
        if known is not None:
            return self.constant(math.exp(known) if kind == "exp" else math.log(known))
        return self.add(Operation(kind, operand.index), self.depends[operand.index])

    def binary(self, kind: str, left: Node, right: Node) -> Node:
        """Return left (+ - * /) right, simplified where a side is zero, one or known."""
        a, b = left.known, right.known
        if a is not None and b is not None:
            return self.constant(_COMPUTE[kind](a, b))
        simple = _simplify(self, kind, left, right, a, b)
        if simple is not None:
            return simple
        if kind == "div" and self.depends[right.index] < self.depends[left.index]:
            inverse = self.binary("div", self.constant(1.0), right)
            return self.binary("mul", left, inverse)
        first, second = left.index, right.index
        if kind in ("add", "mul") and first > second:
            first, second = second, first
        depends = max(self.depends[first], self.depends[second])
        return self.add(Operation(kind, first, second), depends)


def _simplify(
    graph: Graph, kind: str, left: Node, right: Node, a: float | None, b: float | None
) -> Node | None:
    """Return the simpler node that an operation with a zero or a one comes to, if any."""
    match kind, a, b:
        case ("add", 0.0, _) | ("mul", 1.0, _):
            return right
        case ("add" | "sub", _, 0.0) | ("mul" | "div", _, 1.0):
            return left
        case ("mul", 0.0, _) | ("mul", _, 0.0) | ("div", 0.0, _):
            return graph.constant(0.0)
        case ("sub", _, _) if left.index == right.index:
            return graph.constant(0.0)
        case ("div", _, _) if left.index == right.index:
            return graph.constant(1.0)
    return None


_COMPUTE = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
}


@dataclass(frozen=True, eq=False)
class Node:
    """A number that is not known yet: a place in a graph, with plain arithmetic."""

    graph: Graph
    index: int

    @property
    def known(self) -> float | None:
        """Return the value if the node is a constant."""
        operation = self.graph.operations[self.index]
        return operation.value if operation.kind == "constant" else None

    def _binary(self, kind: str, other: object, swapped: bool = False) -> Node:
        if isinstance(other, int | float):
            other = self.graph.constant(other)
        if not isinstance(other, Node):
            raise TypeError(f"an equation uses {other!r}, which is no number")
        left, right = (other, self) if swapped else (self, other)
        return self.graph.binary(kind, left, right)

    def __add__(self, other: object) -> Node:
        return self._binary("add", other)

    def __radd__(self, other: object) -> Node:
        return self._binary("add", other)

    def __sub__(self, other: object) -> Node:
        return self._binary("sub", other)

    def __rsub__(self, other: object) -> Node:
        return self._binary("sub", other, swapped=True)

    def __mul__(self, other: object) -> Node:
        return self._binary("mul", other)

    def __rmul__(self, other: object) -> Node:
        return self._binary("mul", other)

    def __truediv__(self, other: object) -> Node:
        return self._binary("div", other)

    def __rtruediv__(self, other: object) -> Node:
        return self._binary("div", other, swapped=True)

    def __pow__(self, other: object) -> Node:
        if isinstance(other, int) and 1 <= other <= 4:
            return self if other == 1 else self * self ** (other - 1)
        return (self.log() * other).exp()

    def __neg__(self) -> Node:
        return self.graph.constant(0.0) - self

    def exp(self) -> Node:
        """Return e to the power of the node."""
        return self.graph.unary("exp", self)

    def log(self) -> Node:
        """Return the natural logarithm of the node."""
        return self.graph.unary("log", self)
