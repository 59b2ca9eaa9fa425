"""An equation of the model as LaTeX: the same operations that are solved, as a person writes them.

quantity     its symbol from the vocabulary; its site only where the equation stands at another
parameter    its name in words, upright, as in the table of parameters
part         the symbol of another value of the mechanism, where that is what the part comes to
exp(n log x) x to the power of n; a product by an inverse is a fraction again
"""

from __future__ import annotations

from osteon.model.influences import Equation, equations_of
from osteon.model.latex_printer import Printer
from osteon.model.model import Model
from osteon.model.roster import Key

_LONG = 150
_LEAVES = ("constant", "quantity", "parameter")


def latex(model: Model, equation: Equation) -> str:
    """Return an equation with its left side, in lines of its own if it is a long sum."""
    printer = Printer(model, equation, _parts(model, equation))
    root = len(equation.operations) - 1
    left = _left_side(model, equation)
    right = printer.written(root).text
    terms = printer.terms(root)
    if len(right) <= _LONG or len(terms) < 2:
        return f"{left} = {right}"
    lines = [
        printer.term(sign, index, first=not place) for place, (sign, index) in enumerate(terms)
    ]
    return r"\begin{split}" + f"{left} = {{}} & " + r" \\ & ".join(lines) + r"\end{split}"


def _left_side(model: Model, equation: Equation) -> str:
    symbol = model.roster.quantities[equation.quantity.name].symbol
    match equation.kind:
        case "rates":
            return rf"\frac{{\mathrm{{d}} {symbol}}}{{\mathrm{{d}} t}}"
        case "folds":
            return rf"\mathrm{{fold}}\left({symbol}\right)"
        case _:
            return symbol


def _parts(model: Model, equation: Equation) -> dict[int, str]:
    """Return the places in an equation that are another value of the mechanism, and its symbol."""
    own = shapes(equation)[-1]
    symbols: dict[int, str] = {}
    for quantity in equation.mechanism.defines:
        for other in equations_of(model)[Key(quantity.name, equation.quantity.site)]:
            if other.operations[-1].kind not in _LEAVES and shapes(other)[-1] != own:
                symbols[shapes(other)[-1]] = quantity.symbol
    found = enumerate(shapes(equation))
    return {place: symbols[shape] for place, shape in found if shape in symbols}


def shapes(equation: Equation) -> list[int]:
    """Return a number for each operation: equal for equal expressions, whoever wrote them."""
    found: list[int] = []
    for operation in equation.operations:
        if operation.kind == "constant":
            found.append(hash(operation.value))
        elif operation.kind in _LEAVES:
            found.append(hash((operation.kind, equation.name_of(operation))))
        else:
            sides = [found[side] for side in (operation.left, operation.right) if side >= 0]
            ordered = sorted(sides) if operation.kind in ("add", "mul") else sides
            found.append(hash((operation.kind, *ordered)))
    return found
