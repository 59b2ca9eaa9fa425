"""One quantity of the map in words, at three depths, with the sources of its numbers.

fundamentals   what it is, and what its mechanisms say without symbols
intermediate   who gives it and who acts on it, what they assume and leave out, their grades
academic       the equations, and every number with its origin and uncertainty
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osteon.mechanism import Mechanism
from osteon.model.explain import account_of, origin_of, uncertainty_of
from osteon.model.influences import Equation, equations_of, giver_of
from osteon.model.latex import latex
from osteon.model.latex_printer import parameter_in_words
from osteon.model.model import Model
from osteon.parameters import Layer, Reference, references
from osteon.reports.mechanism_page import heading_of
from osteon.reports.pathway.chart import Chart
from osteon.reports.wording import number, plain_sentences

_PARTS = re.compile(r"\b(Assumes|Leaves out): ")


@dataclass(frozen=True)
class Figure:
    """A number that stands in an equation.

    Attributes
    ----------
    name, meaning:
        What it is.
    value:
        What it is at the site, with its unit.
    origin, certainty:
        Where it comes from, and how well it is known.
    """

    name: str
    meaning: str
    value: str
    origin: str
    certainty: str


@dataclass(frozen=True)
class Teller:
    """What one mechanism says of a quantity.

    Attributes
    ----------
    mechanism:
        Who.
    summary, plain:
        What it does, in a sentence; and what it says without symbols.
    assumes, leaves_out:
        In its own words; empty if it says nothing.
    equations:
        As LaTeX.
    figures:
        The numbers that stand in them.
    causes:
        The quantities of the map that act through it.
    """

    mechanism: Mechanism
    summary: str
    plain: str
    assumes: str
    leaves_out: str
    equations: tuple[str, ...]
    figures: tuple[Figure, ...]
    causes: tuple[str, ...]

    @property
    def title(self) -> str:
        """Return what the mechanism is called."""
        return heading_of(self.mechanism).title


@dataclass(frozen=True)
class Told:
    """A quantity in words.

    Attributes
    ----------
    role:
        What it is in the model: 'a state', 'a value', 'an input'.
    giver:
        Who gives it.
    others:
        Who acts on it between the map's quantities.
    sources:
        The literature behind the numbers.
    """

    name: str
    role: str
    giver: Teller
    others: tuple[Teller, ...]
    sources: tuple[Reference, ...]


def tell(chart: Chart, layer: Layer | None, name: str) -> Told:
    """Return a quantity of a map in words.

    Raises
    ------
    UnknownNameError
        If the model holds no such quantity; names the nearest.
    """
    model = chart.model
    giver = giver_of(model, name)
    own = equations_of(model)[chart.key(name)]
    ways = (one for influence in chart.onto(name) for one in influence.equations)
    by_mechanism: dict[str, list[Equation]] = {giver.name: []}
    for equation in dict.fromkeys((*own, *ways)):
        by_mechanism.setdefault(equation.mechanism.name, []).append(equation)
    found = {one.name: one for one in model.mechanisms}
    tellers = [
        _teller(chart, layer, name, found[who], equations)
        for who, equations in by_mechanism.items()
    ]
    every = [one for equations in by_mechanism.values() for one in equations]
    return Told(name, _role(model, name), tellers[0], tuple(tellers[1:]), _sources(model, every))


def _teller(
    chart: Chart, layer: Layer | None, name: str, mechanism: Mechanism, equations: list[Equation]
) -> Teller:
    model = chart.model
    account = account_of(mechanism)
    _, *rest = _PARTS.split(account.remarks)
    said = {title: text.strip() for title, text in zip(rest[::2], rest[1::2], strict=True)}
    columns = dict.fromkeys(column for one in equations for column in one.columns)
    return Teller(
        mechanism,
        account.summary,
        plain_sentences(mechanism),
        said.get("Assumes", ""),
        said.get("Leaves out", ""),
        tuple(dict.fromkeys(latex(model, one) for one in equations)),
        tuple(_figures(model, layer, columns)),
        tuple(
            influence.cause
            for influence in chart.onto(name)
            if any(one.mechanism is mechanism for one in influence.equations)
        ),
    )


def _figures(model: Model, layer: Layer | None, columns: dict[str, None]) -> Iterator[Figure]:
    for column in columns:
        parameter = model.table.parameter(column)
        begun = model.table.values[model.table.column(column)]
        fitted = layer is not None and column in layer.fitted
        value = layer[column] if layer is not None and column in layer.parameters else begun
        origin = origin_of(parameter)
        if fitted and layer is not None:
            origin = f"fitted to {len(layer.data)} trials; begun at {number(begun)}, {origin}"
        name = parameter_in_words(column.partition("@")[0])
        shown = f"{number(value)} {parameter.unit}".rstrip()
        yield Figure(name, parameter.meaning, shown, origin, uncertainty_of(parameter))


def _sources(model: Model, equations: list[Equation]) -> tuple[Reference, ...]:
    columns = dict.fromkeys(column for one in equations for column in one.columns)
    keys = {model.table.parameter(column).origin.source for column in columns} - {None}
    return tuple(sorted((references()[str(key)] for key in keys), key=lambda one: one.author))


def _role(model: Model, name: str) -> str:
    roster = model.roster
    if name in roster.owner:
        return "a state: it has memory, and its equation says how fast it changes"
    if name in roster.taker:
        return "an input: it comes from outside the body"
    return "a value: it follows at once from what stands in its equation"
