"""The C++ source of a model's kernel: its own straight-line code, then the integrator."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from osteon.model.model import Model
from osteon.simulation.code.emit import Dialect
from osteon.simulation.code.parts import Parts
from osteon.simulation.problem import Precision

_SIZES = ("STATES", "INPUTS", "PARAMETERS", "CONSTANTS", "ENTRIES", "FACTORS", "DIRECTIONS")
_ARGUMENTS = {
    "prepare": ("+p", "+u", "*c"),
    "rates": ("y", "c", "*f"),
    "rates_and_jacobian": ("y", "c", "*f", "*j"),
    "factor": ("j", "=d", "*w"),
    "solve": ("w", "*b"),
    "start": ("+p", "*y", "*u"),
}
_FOLLOWED = {"jacobian_and_slopes": ("y", "c", "*j", "*g")}


_TYPES = {
    Precision.DOUBLE: "typedef double Real;\ntypedef std::int64_t Whole;",
    Precision.SINGLE: "typedef float Real;\ntypedef std::int32_t Whole;",
}


def native_source(
    model: Model, precision: Precision = Precision.DOUBLE, columns: Sequence[int] = ()
) -> str:
    """Return the text of a C++ library that integrates people of this model.

    Parameters
    ----------
    columns:
        Parameters whose slopes are carried along.
    """
    equations = equations_source(model, columns, overlapping=True)
    parts = (lanes_source(precision), equations, integrator_source(columns))
    return "\n\n".join(parts)


def integrator_source(columns: Sequence[int] = ()) -> str:
    """Return the text of the integrator, which calls the model's own functions."""
    beside = "slopes.h" if columns else "alone.h"
    parts = ("pace.h", "people.h", "rodas.h", "outputs.h", beside, "integrate.h")
    return "\n\n".join(part(name) for name in parts)


def equations_source(
    model: Model, columns: Sequence[int] = (), *, overlapping: bool = False
) -> str:
    """Return the text of the model's own functions.

    They are on any type `Lanes` with exp and log; `FUNCTION` stands before each, and what a person
    brings along is of the type `Given`.

    Parameters
    ----------
    overlapping:
        Whether they are written for a processor that looks only so far ahead.
    """
    dialect = Dialect(exp="exp", log="log", number="{}_r", overlapping=overlapping)
    parts = Parts.of(model, dialect, columns)
    sizes = "\n".join(f"constexpr int {name} = {parts.sizes[name]};" for name in _SIZES)
    functions = _ARGUMENTS | (_FOLLOWED if columns else {})
    written = (function_source(name, parts.lines[name], functions[name]) for name in functions)
    return "\n\n".join([sizes, *written])


def lanes_source(precision: Precision) -> str:
    """Return the text of lanes of numbers of this precision, with their exp and log."""
    parts = (part("lanes.h"), part(f"exponentials_{precision}.h"))
    return "\n\n".join(["#include <cstdint>", _TYPES[precision], *parts])


def part(name: str) -> str:
    """Return the text of a file of the kernel."""
    return files(__package__).joinpath(name).read_text("utf-8")


def function_source(name: str, lines: Sequence[str], given: Sequence[str]) -> str:
    """Return the text of a function of such lines; `*` stands before what it fills."""
    arguments = ", ".join(_argument(one) for one in given)
    known: set[str] = set()
    body = "\n".join(f"    {_declared(line, known)};" for line in lines)
    return f"FUNCTION void {name}({arguments}) {{\n{body}\n}}"


def _argument(name: str) -> str:
    if name.startswith("*"):
        return f"Lanes *__restrict__ {name[1:]}"
    if name.startswith("="):
        return f"const Lanes {name[1:]}"
    if name.startswith("+"):
        return f"const Given *__restrict__ {name[1:]}"
    return f"const Lanes *__restrict__ {name}"


def _declared(line: str, known: set[str]) -> str:
    """Return an assignment, with the type where a name is met first."""
    target, _, value = line.partition(" = ")
    if "[" not in target and target not in known:
        known.add(target)
        return f"Lanes {target} = Lanes{{}} + ({value})" if _plain(value) else f"Lanes {line}"
    return f"{target} = Lanes{{}} + ({value})" if _plain(value) else line


def _plain(value: str) -> bool:
    """Return whether a value is a number, which must be spread over the lanes."""
    try:
        float(value.strip("()").removesuffix("_r"))
    except ValueError:
        return False
    return True
