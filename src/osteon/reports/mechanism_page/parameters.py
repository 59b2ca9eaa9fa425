"""The numbers of a mechanism: value, unit, meaning, where it comes from, how well it is known."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from osteon.mechanism import Mechanism
from osteon.model.latex_printer import parameter_in_words
from osteon.model.model import Model
from osteon.parameters import Layer, Parameter, Reference, references
from osteon.parameters.parameter import Method, Spread
from osteon.reports.mechanism_page.markdown import plain, table
from osteon.reports.wording import number
from osteon.vocabulary.site import Site


def parameters(model: Model, layer: Layer | None, mechanism: Mechanism) -> list[str]:
    """Return the table of a mechanism's parameters; nothing if it has none."""
    rows = [
        (
            f"**{parameter_in_words(name)}**<br>{plain(parameter.meaning)}",
            _value(layer, name, parameter),
            _origin(layer, name, parameter),
            _known(layer, name, parameter),
        )
        for name, parameter in _own(model, mechanism).items()
    ]
    return table(("Parameter", "Value", "Where it comes from", "How well it is known"), rows)


def cited(model: Model, mechanism: Mechanism) -> list[Reference]:
    """Return the sources of a mechanism's parameters, by author."""
    keys = {parameter.origin.source for parameter in _own(model, mechanism).values()} - {None}
    return sorted((references()[str(key)] for key in keys), key=lambda one: one.author)


def short(reference: Reference) -> str:
    """Return a source as it is named in a sentence: 'Geisler (2002)'."""
    first = reference.author.split(" and ")[0].split(",")[0].strip() or reference.key
    first = re.sub(r" [A-Z]{1,3}$", "", first)
    return f"{first} ({reference.year})" if reference.year else first


def _own(model: Model, mechanism: Mechanism) -> dict[str, Parameter]:
    start = f"{mechanism.name}."
    return {name: one for name, one in model.table.parameters.items() if name.startswith(start)}


def _columns(name: str, parameter: Parameter) -> list[str]:
    return [f"{name}@{site}" for site in Site] if parameter.by_site else [name]


def _fitted(layer: Layer | None, name: str, parameter: Parameter) -> bool:
    columns = _columns(name, parameter)
    return layer is not None and any(column in layer.fitted for column in columns)


def _value(layer: Layer | None, name: str, parameter: Parameter) -> str:
    columns = _columns(name, parameter)
    values = list(parameter.values())
    if layer is not None:
        values = [
            layer[column] if column in layer.parameters else value
            for column, value in zip(columns, values, strict=True)
        ]
    return _per_site(parameter, values)


def _per_site(parameter: Parameter, values: Iterable[float]) -> str:
    shown = [number(value) for value in values]
    unit = f" {parameter.unit}" if parameter.unit else ""
    if len(shown) == 1:
        return shown[0] + unit
    lines = (f"{site.label}: {one}" for site, one in zip(Site, shown, strict=True))
    return "<br>".join(lines) + unit


def _origin(layer: Layer | None, name: str, parameter: Parameter) -> str:
    origin = parameter.origin
    if origin.method is Method.ASSUMED:
        words = f"*assumed*: {plain(str(origin.reason))}"
    else:
        source = references()[str(origin.source)]
        link = f"[{plain(short(source))}](#{source.key})"
        words = f"*{origin.method}*: {link}, {plain(str(origin.locus))}"
    begun = _per_site(parameter, parameter.values())
    if layer is not None and _fitted(layer, name, parameter):
        return f"*fitted*, with {len(layer.data)} trials; begun at {begun}, {words}"
    moved = _value(layer, name, parameter) != begun
    return f"{words}<br>(the data do not pin it down; begun at {begun})" if moved else words


def _known(layer: Layer | None, name: str, parameter: Parameter) -> str:
    first = _columns(name, parameter)[0]
    if layer is not None and first in layer.parameters:
        words = _factor(layer.log_sd(first))
    else:
        words = _spread(parameter.uncertainty, parameter.unit)
    between = parameter.between_people
    if between is not None:
        words += "<br>people differ: " + _spread(between, parameter.unit)
        for other, correlation in between.together_with.items():
            words += f", together with `{other}` (correlation {number(correlation)})"
    return words


def _spread(spread: Spread | None, unit: str) -> str:
    if spread is None:
        return "by definition, or a fact about the person"
    if spread.log_sd is not None:
        return _factor(spread.log_sd)
    return f"± {number(spread.sd or 0.0)} {unit}".rstrip()


def _factor(log_sd: float) -> str:
    return f"× or ÷ {math.exp(log_sd):.2f}"
