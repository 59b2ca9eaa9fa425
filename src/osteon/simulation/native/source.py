"""The C++ source of a model's kernel: its own straight-line code, then the integrator."""

from __future__ import annotations

from importlib.resources import files

from osteon.model.model import Model
from osteon.simulation.code.emit import Dialect
from osteon.simulation.code.parts import Parts
from osteon.simulation.problem import Precision

_SIZES = ("STATES", "INPUTS", "PARAMETERS", "CONSTANTS", "ENTRIES", "FACTORS")
_ARGUMENTS = {
    "prepare": ("p", "u", "*c"),
    "rates": ("y", "c", "*f"),
    "rates_and_jacobian": ("y", "c", "*f", "*j"),
    "factor": ("j", "=d", "*w"),
    "solve": ("w", "*b"),
    "start": ("p", "*y", "*u"),
}


_TYPES = {
    Precision.DOUBLE: "typedef double Real;\ntypedef std::int64_t Whole;",
    Precision.SINGLE: "typedef float Real;\ntypedef std::int32_t Whole;",
}


def native_source(model: Model, precision: Precision = Precision.DOUBLE) -> str:
    """Return the text of a C++ library that integrates people of this model."""
    return "\n\n".join([lanes_source(precision), equations_source(model), integrator_source()])


def integrator_source() -> str:
    """Return the text of the integrator, which calls the model's own functions."""
    return "\n\n".join(_part(name) for name in ("rodas.h", "outputs.h", "integrate.h"))


def equations_source(model: Model) -> str:
    """Return the text of the model's own functions, on any type `Lanes` with exp and log."""
    parts = Parts.of(model, Dialect(exp="exp", log="log", number="{}_r"))
    sizes = "\n".join(f"constexpr int {name} = {parts.sizes[name]};" for name in _SIZES)
    return "\n\n".join([sizes, *(_function(name, parts.lines[name]) for name in _ARGUMENTS)])


def lanes_source(precision: Precision) -> str:
    """Return the text of lanes of numbers of this precision, with their exp and log."""
    parts = (_part("lanes.h"), _part(f"exponentials_{precision}.h"))
    return "\n\n".join(["#include <cstdint>", _TYPES[precision], *parts])


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _function(name: str, lines: list[str]) -> str:
    arguments = ", ".join(_argument(one) for one in _ARGUMENTS[name])
    known: set[str] = set()
    body = "\n".join(f"    {_declared(line, known)};" for line in lines)
    return f"static void {name}({arguments}) {{\n{body}\n}}"


def _argument(name: str) -> str:
    if name.startswith("*"):
        return f"Lanes *__restrict__ {name[1:]}"
    if name.startswith("="):
        return f"const Lanes {name[1:]}"
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
