"""The equations of a mechanism as mathematics, once where all sites share them, and its symbols."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from osteon.mechanism import Mechanism
from osteon.model.dimension import Dimensioned
from osteon.model.evaluation import Evaluation
from osteon.model.influences import Equation, equations_of
from osteon.model.latex import latex
from osteon.model.model import Model
from osteon.model.roster import Key, places
from osteon.reports.mechanism_page.markdown import displayed, inline, table
from osteon.reports.wording import number
from osteon.vocabulary.quantity import Quantity, Scope
from osteon.vocabulary.site import Site

KINDS: Final = {
    "rates": "Rates of change",
    "values": "Values, computed without memory",
    "folds": "Folds: what it multiplies fluxes by, one in the reference state",
}
_ROLES: Final = {
    "owns": "state",
    "defines": "value",
    "opens": "flux that others multiply",
    "modifies": "flux that it multiplies",
    "takes": "input",
}


def equations(model: Model, mechanism: Mechanism) -> Iterator[str]:
    """Yield the lines that show every equation of a mechanism, by kind."""
    own = [
        equation
        for written in equations_of(model).values()
        for equation in written
        if equation.mechanism is mechanism
    ]
    for kind, words in KINDS.items():
        shown = _by_text(model, [equation for equation in own if equation.kind == kind])
        if not shown:
            continue
        yield from (f"**{words}**", "")
        for text, where in shown.items():
            if 0 < len(where) < len(Site):
                yield from (f"At the {' and the '.join(site.label for site in where)}:", "")
            yield from displayed(text)


def _by_text(model: Model, own: list[Equation]) -> dict[str, list[Site]]:
    """Return equations by how they are printed, with the sites at which they stand."""
    shown: dict[str, list[Site]] = {}
    for equation in own:
        sites = shown.setdefault(latex(model, equation), [])
        if equation.quantity.site is not None:
            sites.append(equation.quantity.site)
    return shown


def symbols(model: Model, mechanism: Mechanism, reference: Evaluation) -> list[str]:
    """Return a table of every quantity that stands in the equations of a mechanism."""
    roles = {
        quantity.name: words
        for role, words in _ROLES.items()
        for quantity in getattr(mechanism, role)
    }
    read = {
        key.name: "read from others"
        for written in equations_of(model).values()
        for equation in written
        if equation.mechanism is mechanism
        for key in equation.reads
    }
    quantities = model.roster.quantities
    rows = [
        _row(quantities[name], role, _at_reference(quantities[name], reference))
        for name, role in {**read, **roles}.items()
    ]
    rows.sort(key=lambda row: row[2] == "read from others")
    return table(("Symbol", "Quantity", "Here it is", "Unit", "At reference"), rows)


def _row(quantity: Quantity, role: str, reference: str) -> tuple[str, ...]:
    place = " At each site." if quantity.scope is Scope.SITE else ""
    name = f"`{quantity.name}`<br>{quantity.meaning}{place}"
    return inline(quantity.symbol), name, role, quantity.unit or "relative", reference


def _at_reference(quantity: Quantity, reference: Evaluation) -> str:
    found = []
    for site in places(quantity):
        value = reference.quantity(Key(quantity.name, site))
        found.append(number(value.value if isinstance(value, Dimensioned) else float(value)))  # type: ignore[arg-type]
    return found[0] if len(set(found)) == 1 else ", ".join(found)
