"""The operations of one equation written as LaTeX, each on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from osteon.model.graph import Operation
from osteon.model.influences import Equation
from osteon.model.latex_text import (
    PRODUCT,
    ROUND,
    SUM,
    Written,
    at_site,
    beside_each_other,
    number_in_latex,
    raised,
    symbol_in_latex,
)
from osteon.model.model import Model
from osteon.model.roster import Key


@dataclass
class Product:
    """Factors over and under a bar, by their place in the equation, and a number before them."""

    number: float = 1.0
    over: list[int] = field(default_factory=list)
    under: list[int] = field(default_factory=list)


def parameter_in_words(column: str) -> str:
    """Return the name of a parameter as equations and tables write it."""
    return column.partition("@")[0].partition(".")[2].replace("_", " ")


class Printer:
    """One equation's operations, written on demand."""

    def __init__(self, model: Model, equation: Equation, parts: Mapping[int, str]) -> None:
        """Take an equation, and the symbols to write in place of some of its operations."""
        self._model, self._equation, self._parts = model, equation, parts
        self._operations = [
            Operation("part") if place in parts else operation
            for place, operation in enumerate(equation.operations)
        ]
        self.written = lru_cache(maxsize=None)(self._written)

    def terms(self, index: int) -> list[tuple[int, int]]:
        """Return the terms of a sum with their signs, one with a plus first if there is one."""
        found = list(self._terms(index, 1))
        positive = next((place for place, (sign, _) in enumerate(found) if sign > 0), 0)
        return [found[positive], *found[:positive], *found[positive + 1 :]]

    def term(self, sign: int, index: int, *, first: bool) -> str:
        """Return a term of a sum behind its sign; the first has none if it is a plus."""
        plus = "" if first else "+ "
        return ("- " if sign < 0 else plus) + self.written(index).within(PRODUCT)

    def _terms(self, index: int, sign: int) -> list[tuple[int, int]]:
        operation = self._operations[index]
        if operation.kind not in ("add", "sub"):
            return [(sign, index)]
        second = -sign if operation.kind == "sub" else sign
        found = [*self._terms(operation.left, sign), *self._terms(operation.right, second)]
        return [(one, place) for one, place in found if self._constant(place) != 0.0]

    def _written(self, index: int) -> Written:
        operation = self._operations[index]
        match operation.kind:
            case "constant":
                return number_in_latex(operation.value)
            case "quantity" | "parameter":
                return self._named(index)
            case "part":
                return symbol_in_latex(self._parts[index])
            case "log":
                return Written(r"\ln" + ROUND.format(self.written(operation.left).text))
            case "exp":
                return self._power(operation.left)
            case "add" | "sub":
                return self._sum(index)
            case _:
                return self._product(self._factors(index))

    def _sum(self, index: int) -> Written:
        terms = self.terms(index)
        written = [self.term(sign, one, first=not place) for place, (sign, one) in enumerate(terms)]
        return Written(" ".join(written), SUM)

    def _factors(self, index: int) -> Product:
        operation = self._operations[index]
        if operation.kind == "constant":
            return Product(operation.value)
        terms = self.terms(index)
        if operation.kind == "sub" and len(terms) == 1 and terms[0][0] < 0:
            inner = self._factors(terms[0][1])
            return Product(-inner.number, inner.over, inner.under)
        if operation.kind not in ("mul", "div"):
            return Product(over=[index])
        first, second = self._factors(operation.left), self._factors(operation.right)
        if operation.kind == "mul":
            number = first.number * second.number
            return Product(number, first.over + second.over, first.under + second.under)
        number = first.number / second.number
        return Product(number, first.over + second.under, first.under + second.over)

    def _product(self, product: Product) -> Written:
        sign = "-" if product.number < 0 else ""
        number = number_in_latex(abs(product.number))
        leading = [] if abs(product.number) == 1.0 else [number.within(PRODUCT)]
        over = self._side(product.over, leading, alone=bool(product.under))
        if not product.under:
            return Written(sign + over, SUM if sign else PRODUCT)
        under = self._side(product.under, [], alone=True)
        return Written(rf"{sign}\frac{{{over}}}{{{under}}}", SUM if sign else PRODUCT)

    def _side(self, indices: list[int], leading: list[str], *, alone: bool) -> str:
        """Return factors beside each other; one that stands alone over a bar needs no brackets."""
        counts = Counter(indices)
        single = alone and not leading and len(counts) == 1 and counts.total() == 1
        factors = list(leading)
        words_first = sorted(counts, key=lambda one: self._operations[one].kind != "parameter")
        for index in words_first:
            times = counts[index]
            if single:
                factors.append(self.written(index).text)
            elif times == 1:
                factors.append(self.written(index).within(PRODUCT))
            else:
                factors.append(raised(self.written(index), str(times)).text)
        return beside_each_other(factors) or "1"

    def _power(self, index: int) -> Written:
        """Return e to the power of something, or x to the power of n where that is n log x."""
        product = self._factors(index)
        logs = [one for one in product.over if self._operations[one].kind == "log"]
        if len(logs) != 1 or logs[0] in product.under:
            return Written(r"\exp" + ROUND.format(self.written(index).text))
        product.over.remove(logs[0])
        base = self.written(self._operations[logs[0]].left)
        return raised(base, self._product(product).text)

    def _constant(self, index: int) -> float | None:
        operation = self._operations[index]
        return operation.value if operation.kind == "constant" else None

    def _named(self, index: int) -> Written:
        named = self._equation.name_of(self._operations[index])
        here = self._equation.quantity.site
        if isinstance(named, Key):
            symbol = symbol_in_latex(self._model.roster.quantities[named.name].symbol)
            elsewhere = named.site is not None and named.site != here
            return Written(f"{{{symbol.text}}}{at_site(str(named.site))}") if elsewhere else symbol
        site = named.partition("@")[2]
        words = rf"\text{{{parameter_in_words(named)}}}"
        return Written(words + at_site(site) if site and site != here else words)
