"""From graph to infix formulas: every named quantity is one equation in terms of other names.

The graph writes powers as exp(n log x), and quotients by slowly changing numbers as products with
an inverse, for the speed of the kernel. Here they are turned back into x ^ n and x / y, for people.
Numbers in equations are dimensionless, and say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from osteon.model.graph import Depends, Graph, Operation

_SIGN = {"add": "+", "sub": "-", "mul": "*", "div": "/"}


@dataclass(frozen=True)
class Formulas:
    """Writes the nodes of a graph.

    Attributes
    ----------
    names:
        What nodes are called: symbols, and quantities that are computed from them.
    """

    graph: Graph
    names: Mapping[int, str]

    def of(self, index: int) -> str:
        """Return a node as others refer to it: by its name, or written out where it has none."""
        return self.names.get(index) or self.written(index)

    def written(self, index: int) -> str:
        """Return a node written out, though it may have a name."""
        operation = self.graph.operations[index]
        kind, left, right, value = operation
        match kind:
            case "constant":
                return f"({value!r} dimensionless)" if value < 0 else f"{value!r} dimensionless"
            case "log":
                return f"ln({self.of(left)})"
            case "exp":
                return self._power(left) or f"exp({self.of(left)})"
            case "mul":
                return self._quotient(left, right) or self._joined(operation)
            case "sub" if self._is_constant(left, 0.0):
                return f"(-{self.of(right)})"
            case _:
                return self._joined(operation)

    def _joined(self, operation: Operation) -> str:
        return f"({self.of(operation.left)} {_SIGN[operation.kind]} {self.of(operation.right)})"

    def _power(self, exponent: int) -> str | None:
        """Return x ^ n if the exponent is n log x."""
        operation = self.graph.operations[exponent]
        if exponent in self.names or operation.kind != "mul":
            return None
        for log, n in ((operation.left, operation.right), (operation.right, operation.left)):
            if (
                log not in self.names
                and self.graph.operations[log].kind == "log"
                and self._is_still(n)
            ):
                return f"({self.of(self.graph.operations[log].left)} ^ {self.of(n)})"
        return None

    def _is_still(self, exponent: int) -> bool:
        """Return whether an exponent is made of parameters: others crash libsbml's check of units.

        They do where the state behind them begins at what an initial assignment says.
        """
        return self.graph.depends[exponent] is not Depends.STATES

    def _quotient(self, left: int, right: int) -> str | None:
        """Return x / y if one factor is 1 / y."""
        for x, inverse in ((left, right), (right, left)):
            kind, one, y, _ = self.graph.operations[inverse]
            if inverse not in self.names and kind == "div" and self._is_constant(one, 1.0):
                return f"({self.of(x)} / {self.of(y)})"
        return None

    def _is_constant(self, index: int, value: float) -> bool:
        operation = self.graph.operations[index]
        return operation.kind == "constant" and operation.value == value
