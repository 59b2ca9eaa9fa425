"""Fewer exponentials and divisions: every product is written with one of each.

Most of what a step costs is `exp`, `log` and division, because folds are powers and multiply each
other. So a product whose inner products are used nowhere else is taken apart into factors and put
together anew:

    a exp(u) / b  c / (d exp(v))  =  a c exp(u - v) / (b d)

with what depends on no state in front, where it is computed once an interval. A logarithm of a
product is the sum of the logarithms of what is known before the step and of the rest, and
log(exp(u)) is u. The rewriting moves results by rounding only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from osteon.model.graph import Depends, Graph, Node
from osteon.model.needed import children, needed


def fused(graph: Graph, outputs: Sequence[Node]) -> tuple[Graph, list[Node]]:
    """Return a graph of its own that computes the outputs with fewer exponentials."""
    fusion = _Fusion(graph, [node.index for node in outputs])
    return fusion.made, [fusion.new[node.index] for node in outputs]


@dataclass
class _Product:
    """Factors above and below the line that depend on states, those that do not, and exponents."""

    above: list[Node] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)
    fixed_above: list[Node] = field(default_factory=list)
    fixed_below: list[Node] = field(default_factory=list)
    raised: list[Node] = field(default_factory=list)
    lowered: list[Node] = field(default_factory=list)


class _Fusion:
    """The old graph, who uses what in it, and the new one."""

    def __init__(self, graph: Graph, roots: list[int]) -> None:
        self.old, self.made = graph, Graph()
        self.new: dict[int, Node] = {}
        on_the_way = needed(graph, roots)
        self._uses = Counter(roots)
        for index in on_the_way:
            self._uses.update(children(graph, index))
        for index in on_the_way:
            self.new[index] = self._renewed(index)

    def _renewed(self, index: int) -> Node:
        operation = self.old.operations[index]
        match operation.kind:
            case "constant":
                return self.made.constant(operation.value)
            case "state" | "parameter" | "input":
                return self.made.symbol(operation.kind, operation.left, self.old.depends[index])
            case "exp":
                return self.made.unary("exp", self.new[operation.left])
            case "log" if self.old.depends[index] is Depends.STATES:
                return self._log(operation.left)
            case "log":
                return self.made.unary("log", self.new[operation.left])
            case "mul" | "div" if self.old.depends[index] is Depends.STATES:
                product = _Product()
                self._collect(index, product, above=True, top=True)
                return self._put_together(product)
            case kind:
                return self.made.binary(kind, self.new[operation.left], self.new[operation.right])

    def _collect(self, index: int, product: _Product, above: bool, top: bool = False) -> None:
        """Add the factors of an old node to a product."""
        operation, depends = self.old.operations[index], self.old.depends[index]
        alone = top or self._uses[index] == 1
        if depends is not Depends.STATES:
            (product.fixed_above if above else product.fixed_below).append(self.new[index])
        elif alone and operation.kind in ("mul", "div"):
            self._collect(operation.left, product, above)
            self._collect(operation.right, product, above == (operation.kind == "mul"))
        elif alone and operation.kind == "exp":
            (product.raised if above else product.lowered).append(self.new[operation.left])
        else:
            (product.above if above else product.below).append(self.new[index])

    def _put_together(self, product: _Product) -> Node:
        above = list(product.above)
        if product.raised or product.lowered:
            exponent = _chain("add", product.raised) or self.made.constant(0.0)
            for less in product.lowered:
                exponent = self.made.binary("sub", exponent, less)
            above.append(self.made.unary("exp", exponent))
        fixed, moving = _chain("mul", product.fixed_above), _chain("mul", above)
        for less in product.fixed_below:
            fixed = self.made.binary("div", fixed or self.made.constant(1.0), less)
        parts = [part for part in (fixed, moving) if part is not None]
        whole = _chain("mul", parts) or self.made.constant(1.0)
        under = _chain("mul", product.below)
        return whole if under is None else self.made.binary("div", whole, under)

    def _log(self, index: int) -> Node:
        """Return the logarithm of an old node: of what is fixed, of what is raised, of the rest."""
        product = _Product()
        self._collect(index, product, above=True, top=True)
        fixed = _Product(fixed_above=product.fixed_above, fixed_below=product.fixed_below)
        rest = _Product(above=product.above, below=product.below)
        terms = list(product.raised)
        if rest.above or rest.below:
            terms.append(self.made.unary("log", self._put_together(rest)))
        if fixed.fixed_above or fixed.fixed_below:
            terms.append(self.made.unary("log", self._put_together(fixed)))
        total = _chain("add", terms) or self.made.constant(0.0)
        for less in product.lowered:
            total = self.made.binary("sub", total, less)
        return total


def _chain(kind: str, nodes: Sequence[Node]) -> Node | None:
    """Return the sum or the product of all, none for none."""
    whole: Node | None = None
    for node in nodes:
        whole = node if whole is None else node.graph.binary(kind, whole, node)
    return whole
