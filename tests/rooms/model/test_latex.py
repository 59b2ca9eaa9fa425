"""What is printed is what is solved: every equation, read back from its LaTeX, gives its number."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from osteon.model.influences import Equation, equations_of
from osteon.model.latex import latex
from osteon.model.latex_printer import parameter_in_words
from osteon.model.model import Model
from osteon.model.roster import Key

COMMANDS = (r"\left(", r"\right)", r"\frac", r"\exp", r"\ln", r"\cdot", r"\,")
Quantities = Callable[[Key], float]
Parameters = Callable[[str], float]
NUMBER = r"\d+(?:\.\d+)?"


class Reader:
    """Reads the LaTeX of a right side as arithmetic, knowing what each name is worth."""

    def __init__(self, text: str, worth: Mapping[str, float]) -> None:
        names = [re.escape(name) for name in sorted(worth, key=len, reverse=True)]
        words = [*names, *map(re.escape, COMMANDS), NUMBER, "[-+^{}]"]
        self.worth = worth
        self.tokens = re.findall("|".join(words), text)
        left = re.sub("|".join(words), "", text).strip()
        assert not left, f"{left!r} cannot be read"

    def value(self) -> float:
        found = self.sum()
        assert not self.tokens, self.tokens
        return found

    def take(self, *expected: str) -> str:
        token = self.tokens.pop(0)
        assert not expected or token in expected, (token, expected)
        return token

    def next_is(self, *tokens: str) -> bool:
        return bool(self.tokens) and self.tokens[0] in tokens

    def sum(self) -> float:
        total = -self.product() if self.next_is("-") and self.take() else self.product()
        while self.next_is("+", "-"):
            total += self.product() if self.take() == "+" else -self.product()
        return total

    def product(self) -> float:
        total = self.power()
        while self.next_is(r"\cdot", r"\,"):
            self.take()
            total *= self.power()
        return total

    def power(self) -> float:
        base = self.atom()
        if self.next_is("^"):
            self.take()
            return base ** self.group()
        return base

    def group(self) -> float:
        self.take("{")
        found = self.sum()
        self.take("}")
        return found

    def atom(self) -> float:
        token = self.tokens[0]
        if token == "{":
            return self.group()
        self.take()
        if token in self.worth:
            return self.worth[token]
        if token == r"\frac":
            over = self.group()
            return over / self.group()
        if token in (r"\exp", r"\ln"):
            return (math.exp if token == r"\exp" else math.log)(self.atom())
        if token == r"\left(":
            found = self.sum()
            self.take(r"\right)")
            return found
        return float(token)


def printed(model: Model) -> Iterator[tuple[Equation, str]]:
    """Yield every equation at every place with the right side that is printed."""
    for equations in equations_of(model).values():
        for equation in equations:
            text = latex(model, equation).replace(" = {} & ", " = ").partition(" = ")[2]
            yield equation, text.replace(r"\\ &", "").replace(r"\end{split}", "")


def worth(
    model: Model, equation: Equation, quantity: Quantities, parameter: Parameters
) -> dict[str, float]:
    """Return what each name that an equation may be printed with is worth."""
    here = equation.quantity.site

    def above(site: object) -> str:
        words = str(site).replace("_", r"\ ")
        return "" if site in (None, "", here) else rf"^{{\mathrm{{{words}}}}}"

    found = {}
    for other in equation.mechanism.defines:
        for one in equations_of(model)[Key(other.name, here)]:
            found[other.symbol] = one.value(quantity, parameter)
    for key in (*equation.reads, equation.quantity):
        symbol, place = model.roster.quantities[key.name].symbol, above(key.site)
        found[f"{{{symbol}}}{place}" if place else symbol] = quantity(key)
    for column in equation.columns:
        words = rf"\text{{{parameter_in_words(column)}}}"
        found[words + above(column.partition("@")[2])] = parameter(column)
    return found


def test_every_equation_is_printed_as_it_is_solved(
    model: Model, scattered: tuple[Quantities, Parameters]
) -> None:
    quantity, parameter = scattered
    read = 0
    for equation, text in printed(model):
        names = worth(model, equation, quantity, parameter)
        expected = equation.value(quantity, parameter)
        found = Reader(text, names).value()
        assert found == pytest.approx(expected, rel=1e-5, abs=1e-9), (equation, text)
        read += 1
    assert read > 300


@pytest.fixture(scope="module")
def scattered(model: Model) -> tuple[Quantities, Parameters]:
    """Return what quantities and parameters are worth in a state away from reference."""
    reference, table = model.at_reference(), model.table
    factors = {name: 0.8 + 0.05 * (n % 9) for n, name in enumerate(model.roster.quantities)}
    sites = {None: 1.0, "lumbar_spine": 1.1, "total_hip": 0.9, "femoral_neck": 1.3}

    def quantity(key: Key) -> float:
        value = reference.quantity(key)
        number = float(getattr(value, "value", value))
        return factors[key.name] * sites[key.site] * (number or 0.1)

    return quantity, lambda column: table.values[table.column(column)]


def equation_for(model: Model, mechanism: str, quantity: str) -> Equation:
    """Return the equation that a mechanism writes for a quantity, at the spine if at a site."""
    return next(
        equation
        for key, equations in equations_of(model).items()
        for equation in equations
        if key.name == quantity and equation.mechanism.name == mechanism
    )


@pytest.mark.parametrize(
    ("mechanism", "quantity", "written"),
    [
        (
            "anastrozole",
            "anastrozole",
            r"\frac{\mathrm{d} A_{ana}}{\mathrm{d} t} = u_{ana} - \text{elimination} \cdot A_{ana}",
        ),
        ("rankl_opg", "rankl_opg_ratio", r"\rho = \frac{L}{O_{pg}}"),
        (
            "coupling",
            "osteoblast_recruitment",
            r"\mathrm{fold}\left(F_P\right) = {T}^{\text{strength}}",
        ),
        ("bone", "bone_balance", r"b = k_v\, f - V\, k_v\, r"),
    ],
)
def test_an_equation_is_written_as_on_paper(
    model: Model, mechanism: str, quantity: str, written: str
) -> None:
    assert latex(model, equation_for(model, mechanism, quantity)) == written
