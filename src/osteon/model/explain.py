"""A quantity in words: what gives it, what acts on it and by how much, what it acts on, and why.

Everything is read from the mechanisms themselves: their declarations, docstrings, equations and
parameter files.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from osteon.errors import UnknownNameError
from osteon.mechanism import Mechanism, Number
from osteon.model.dimension import Dimensioned
from osteon.model.evaluation import Evaluation
from osteon.model.influences import Equation, equations_of, giver_of, readers_of
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.parameters import Layer, Parameter, references
from osteon.parameters.parameter import Method
from osteon.vocabulary.site import Site

_GOES_ON = ("+ ", "- ", "* ", "/ ")


@dataclass(frozen=True)
class Account:
    """What a mechanism's docstring says, taken apart.

    Attributes
    ----------
    summary:
        Its first line.
    equations:
        Its further lines of mathematics.
    remarks:
        Its other sentences, what it assumes and what it leaves out among them.
    """

    summary: str
    equations: tuple[str, ...]
    remarks: str


def account_of(mechanism: Mechanism) -> Account:
    """Return what a mechanism says about itself."""
    lines = inspect.cleandoc(type(mechanism).__doc__ or mechanism.name).splitlines()
    equations: list[str] = []
    prose: list[str] = []
    for line in map(str.strip, lines[1:]):
        if " = " in line:
            equations.append(line)
        elif equations and not prose and line.startswith(_GOES_ON):
            equations[-1] += f" {line}"
        elif line:
            prose.append(line)
    return Account(lines[0].strip(), tuple(equations), " ".join(prose))


def explain(model: Model, quantity: str, evaluation: Evaluation, layer: Layer | None = None) -> str:
    """Return a quantity in words, with the numbers of a state.

    Parameters
    ----------
    quantity:
        Its name; `name@site` for one site, the name alone for all.
    evaluation:
        The state whose numbers are shown.
    layer:
        The fitted layer that the evaluation's parameters come from, if any.

    Raises
    ------
    UnknownNameError
        If the model has no such quantity or site; names the nearest.
    """
    keys = _keys(model, quantity)
    name = keys[0].name
    what = model.roster.quantities[name]
    giver = giver_of(model, name)
    written = equations_of(model)
    unit = what.unit or "a plain number, relative to the reference state"
    lines = [
        f"{what.label}  ({what.name}, written {what.symbol})",
        f"  {what.meaning}",
        f"  unit: {unit}; exists {'at each site' if keys[0].site else 'once in a person'}",
        f"  now: {_values(model, evaluation, keys)}",
        "",
        f"Given by {giver.name} as {_role(model, name)}: {account_of(giver).summary}",
        f"  grade {giver.grade}: {giver.grade.meaning}",
        *(f"    {line}" for line in account_of(giver).equations),
        "",
        "What acts on it",
        *_acting(model, evaluation, keys),
        "",
        "What it acts on",
        *_acted_on(model, keys[0]),
        "",
        "Parameters",
    ]
    columns = {
        column: _parameter(evaluation, column)
        for key in keys
        for one in written[key]
        for column in one.columns
    }
    return "\n".join([*lines, *(parameter_lines(model, columns, layer) or ["  none"])])


def parameter_lines(
    model: Model, columns: Mapping[str, float], layer: Layer | None = None
) -> list[str]:
    """Return parameters in words: value here, unit, meaning, origin, uncertainty."""
    lines: list[str] = []
    for name in dict.fromkeys(column.partition("@")[0] for column in columns):
        parameter = model.table.parameters[name]
        sites = [column for column in columns if column.partition("@")[0] == name]
        unit = f" {parameter.unit}" if parameter.unit else ""
        here = _per_site([_site_of(column) for column in sites], [columns[one] for one in sites])
        lines += [f"  {name} = {here}{unit}", f"    {parameter.meaning}"]
        stated = {column: model.table.values[model.table.column(column)] for column in sites}
        typical = _per_site([_site_of(one) for one in sites], [stated[one] for one in sites])
        fitted = layer is not None and any(column in layer.fitted for column in sites)
        other = any(not math.isclose(columns[one], stated[one], rel_tol=1e-9) for one in sites)
        if layer is not None and fitted:
            lines.append(
                f"    fitted: layer {layer.name} of {layer.date}, to {len(layer.data)} trials"
            )
            lines.append(f"    start value {typical}{unit}, {origin_of(parameter)}")
        else:
            lines.append(f"    {origin_of(parameter)}")
            if other:
                lines.append(f"    here another value than the typical {typical}{unit}")
        if layer is not None and sites[0] in layer.parameters:
            lines.append(f"    {_times_or_over(layer.log_sd(sites[0]))}")
        else:
            lines.append(f"    {uncertainty_of(parameter)}")
    return lines


def origin_of(parameter: Parameter) -> str:
    """Return where a parameter comes from: the source and the place in it, or the reason."""
    origin = parameter.origin
    if origin.method is Method.ASSUMED:
        return f"assumed: {origin.reason}"
    return f"{origin.method}: {references()[str(origin.source)]} [{origin.locus}]"


def uncertainty_of(parameter: Parameter) -> str:
    """Return how well the typical value of a parameter is known."""
    spread = parameter.uncertainty
    if spread is None:
        return "uncertainty: none stated; a definition or a fact about the person"
    if spread.log_sd is not None:
        return _times_or_over(spread.log_sd)
    return f"uncertainty: one SD is {spread.sd:.3g} {parameter.unit}".rstrip()


def _site_of(column: str) -> Site | None:
    site = column.partition("@")[2]
    return Site(site) if site else None


def _times_or_over(log_sd: float) -> str:
    return f"uncertainty: a factor of {math.exp(log_sd):.2f} either way (one SD)"


def _keys(model: Model, quantity: str) -> tuple[Key, ...]:
    name, _, site = quantity.partition("@")
    allowed = places(model.roster.quantity(name))
    if not site:
        return tuple(Key(name, place) for place in allowed)
    if site not in set(Site):
        raise UnknownNameError.of("site", site, Site)
    if allowed == (None,):
        raise UnknownNameError(f"'{name}' exists once in a person; leave out '@{site}'")
    return (Key(name, Site(site)),)


def _role(model: Model, name: str) -> str:
    roster = model.roster
    if name in roster.owner:
        return "a state, which has memory"
    if name in roster.definer:
        return "a value, computed from others"
    return "a flux, which others multiply" if name in roster.opener else "an input from outside"


def _acting(model: Model, evaluation: Evaluation, keys: tuple[Key, ...]) -> Iterator[str]:
    """Yield who modifies a flux, by how much; or the quantities that stand in the equation."""
    equations = equations_of(model)
    sites = [key.site for key in keys]
    modifiers = model.roster.modifiers.get(keys[0].name, ())
    for mechanism in modifiers:
        folds = [_number(evaluation.fold(mechanism, key)) for key in keys]
        words = account_of(mechanism)
        yield f"  {mechanism.name} (grade {mechanism.grade}): fold {_per_site(sites, folds)}"
        yield from (f"    {line}" for line in (words.summary, *words.equations))
    if modifiers:
        return
    read = {one: None for key in keys for equation in equations[key] for one in equation.reads}
    for name in dict.fromkeys(one.name for one in read):
        yield f"  {name} = {_values(model, evaluation, [one for one in read if one.name == name])}"
    if not read:
        if keys[0].name in model.roster.taker:
            yield "  nothing inside the body: it comes from outside"
        else:
            yield "  nothing in this model" + ("" if equations[keys[0]] else ": it stays at one")


def _acted_on(model: Model, key: Key) -> Iterator[str]:
    readers: dict[str, Equation] = {}
    for equation in readers_of(model)[key]:
        readers.setdefault(f"{equation.quantity.name} {equation.mechanism.name}", equation)
    for equation in readers.values():
        mechanism = equation.mechanism
        yield f"  {equation.quantity.name}, by {mechanism.name} (grade {mechanism.grade})"
    if not readers:
        yield "  nothing in this model: it is read out"


def _values(model: Model, evaluation: Evaluation, keys: Sequence[Key]) -> str:
    unit = model.roster.quantities[keys[0].name].unit
    numbers = [_number(evaluation.quantity(key)) for key in keys]
    return f"{_per_site([key.site for key in keys], numbers)} {unit}".rstrip()


def _per_site(sites: Sequence[Site | None], numbers: Sequence[float]) -> str:
    """Return numbers in words: one if all sites agree, else one for each site."""
    shown = [f"{number:.3g}" for number in numbers]
    if len(set(shown)) == 1:
        return shown[0]
    return ", ".join(
        f"{number} ({site.label if site else 'person'})"
        for site, number in zip(sites, shown, strict=True)
    )


def _parameter(evaluation: Evaluation, column: str) -> float:
    return _number(evaluation.source.parameter(evaluation.table.position[column]))


def _number(value: Number) -> float:
    return value.value if isinstance(value, Dimensioned) else float(cast(float, value))
