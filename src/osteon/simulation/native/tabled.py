"""The C++ source of a kernel that follows tables: ready in seconds, several times slower."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

from osteon.model.model import Model
from osteon.simulation.code.composition import Composition
from osteon.simulation.code.tables import Step, Tables
from osteon.simulation.native.source import integrator_source, lanes_source
from osteon.simulation.problem import Precision


def tabled_source(model: Model) -> str:
    """Return the text of a C++ library that integrates people of this model by its tables."""
    made = Composition.of(model)
    tables = Tables(made)
    sizes = made.sizes | {"SCRATCH": tables.scratch, "NUMBERS": len(tables.numbers)}
    follow = files(__package__).joinpath("follow.h").read_text("utf-8")
    head, _, functions = follow.partition("static Lanes *scratch()")
    return "\n\n".join(
        [
            lanes_source(Precision.DOUBLE),
            *(f"constexpr int {name} = {size};" for name, size in sizes.items()),
            head,
            f"static const double NUMBER[] = {{{', '.join(map(repr, tables.numbers))}}};",
            *(_table(name, steps) for name, steps in tables.steps.items()),
            "static Lanes *scratch()" + functions,
            integrator_source(),
        ]
    )


def _table(name: str, steps: Iterable[Step]) -> str:
    rows = ",\n".join(
        f"{{{kind},{to.space},{left.space},{right.space},{to.place},{left.place},{right.place}}}"
        for kind, to, left, right in steps
    )
    return f"static const Step {name.upper()}[] = {{\n{rows}\n}};"
